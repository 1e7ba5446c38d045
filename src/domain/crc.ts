/** CRC-32 with the polynomial of IEEE 802.3, most significant bit first (as in bzip2). */

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	let rest = byte << 24;
	for (let bit = 0; bit < 8; bit += 1) rest = rest < 0 ? (rest << 1) ^ 0x04c11db7 : rest << 1;
	return rest;
});

/** Checksum of bytes, 0 to 2^32 - 1. It differs for any two inputs of one length that differ within 32 neighbouring bits. */
export const crc32 = (bytes: ArrayLike<number>): number => {
	let rest = 0xffffffff;
	for (let i = 0; i < bytes.length; i += 1) rest = (rest << 8) ^ table[((rest >>> 24) ^ bytes[i]!) & 0xff]!;
	return ~rest >>> 0;
};
