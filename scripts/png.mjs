/** Packs a PNG of a browser anew: flat drawings are smaller without a filter and with the slowest compression. Plain Node. */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const chunk = (type, data) => {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(body));
	return Buffer.concat([length, body, sum]);
};

/** What the filter of a row adds to a byte (PNG, section 9.2): `a` left of it, `b` above, `c` left of that. */
const added = (filter, a, b, c) => {
	if (filter < 3) return [0, a, b][filter];
	if (filter === 3) return (a + b) >> 1;
	const [left, up, both] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
	return left <= up && left <= both ? a : up <= both ? b : c;
};

/** `png`: eight bits a channel, not interlaced, as Chromium writes it. */
export const packed = (png) => {
	const parts = [];
	for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
		parts.push([png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at))]);
	const head = parts.find(([type]) => type === 'IHDR')[1];
	const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
	const size = { 2: 3, 6: 4 }[head[9]];
	if (head[8] !== 8 || head[12] !== 0 || !size) throw new Error('A PNG of another kind');
	const row = width * size + 1;
	const rows = inflateSync(Buffer.concat(parts.filter(([type]) => type === 'IDAT').map(([, data]) => data)));
	for (let y = 0; y < height; y++) {
		const filter = rows[y * row];
		rows[y * row] = 0;
		for (let x = 1; x < row; x++) {
			const i = y * row + x;
			const [a, b] = [x > size ? rows[i - size] : 0, y > 0 ? rows[i - row] : 0];
			rows[i] += added(filter, a, b, x > size && y > 0 ? rows[i - row - size] : 0);
		}
	}
	const small = deflateSync(rows, { level: 9, memLevel: 9 });
	return Buffer.concat([png.subarray(0, 8), chunk('IHDR', head), chunk('IDAT', small), chunk('IEND', Buffer.alloc(0))]);
};
