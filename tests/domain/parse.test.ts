import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInstrument } from '../../src/domain/parse';

const text = readFileSync('questions/instrument.json', 'utf8');
// Faults are planted in every way that a hand can, so the copy has no type.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;
const copy = (): Loose => JSON.parse(text);
const at = (data: Loose, id: string): number => data.items.findIndex((item: Loose) => item.id === id);
const [rating, pair, posture] = ['A1d+', 'X1', 'O1'].map((id) => at(copy(), id)) as [number, number, number];

describe('the instrument as shipped', () => {
	const { instrument, faults } = parseInstrument(copy());
	test('has no fault', () => expect(faults).toEqual([]));
	test('has 32 ratings, 8 pairs, 6 posture pairs, uncalibrated', () => {
		const count = (format: string) => instrument?.items.filter((item) => item.format === format).length;
		expect([count('rating'), count('pair'), count('posture')]).toEqual([32, 8, 6]);
		expect([instrument?.id, instrument?.version, instrument?.calibrated]).toEqual(['fulcrum', '1.0.0', false]);
	});
	test('blocks are made by the formula of 3.2', () => {
		const combos = ['d+', 'p-', 'd-', 'p+'];
		for (let b = 0; b < 4; b += 1) {
			const ids = combos.flatMap((rest, c) =>
				['A', 'P'].map((domain) => `${domain}${((((c - b) % 4) + 4) % 4) + 1}${rest}`),
			);
			expect(instrument?.blocks.find(({ id }) => id === `block${b}`)?.items).toEqual(ids);
		}
	});
	test('pairs cross the facets as in 3.2', () =>
		expect(
			instrument?.items.flatMap((item) =>
				item.format === 'pair' ? [`${item.mode[0]} ${item.a.facet}/${item.p.facet}`] : [],
			),
		).toEqual(['d A1/P1', 'd A2/P2', 'd A3/P3', 'd A4/P4', 'p A1/P2', 'p A2/P3', 'p A3/P4', 'p A4/P1']));
	test('what is read is what stands there, without the fields that only the file needs', () => {
		const { format: _, schema: __, center: ___, spread: ____, ...rest } = copy();
		expect(instrument).toEqual(rest);
	});
	test('one item a line, so that people can edit it', () => {
		for (const { id } of copy().items) {
			const lines = text.split('\n').filter((line) => line.includes(`{ "id": "${id}"`));
			expect(lines).toHaveLength(1);
			expect(() => JSON.parse(lines[0]!.replace(/,$/, ''))).not.toThrow();
		}
	});
});

describe('one planted fault of every kind is told with its address', () => {
	type Row = [string, (data: Loose) => void, string];
	const item = (i: number, field: string, value: unknown) => (data: Loose) => void (data.items[i][field] = value);
	const rows: Row[] = [
		// The file as a whole.
		['another format', (d) => (d.format = 'x'), 'format: must be "fulcrum-instrument" (found "x")'],
		['another schema', (d) => (d.schema = 2), 'schema: must be 1 (found 2)'],
		['an unknown field', (d) => (d.colour = 'red'), 'colour: is not known here: remove it or correct its name'],
		['an unknown field with an odd name', (d) => (d['a b'] = 1), '["a b"]: is not known here'],
		[
			'a field named like a prototype',
			(d) => Object.defineProperty(d, '__proto__', { value: 1, enumerable: true }),
			'__proto__: is not known here',
		],
		['an id with blanks', (d) => (d.id = 'my test'), 'id: must be a short name'],
		['no version', (d) => delete d.version, 'version: must be a version such as 1.0.0 (it is missing)'],
		['a version in two parts', (d) => (d.version = '1.0'), 'version: must be a version such as 1.0.0 (found "1.0")'],
		['calibrated in words', (d) => (d.calibrated = 'no'), 'calibrated: must be false or true (found "no")'],
		['another mean', (d) => (d.scale.mean = 100), 'scale.mean: must be 50: the regions'],
		['another spread of the scale', (d) => (d.scale.sd = 15), 'scale.sd: must be 20: the regions'],
		['no scale', (d) => delete d.scale, 'scale: must be an object (it is missing)'],
		['a list for an object', (d) => (d.scale = []), 'scale: must be an object (found [])'],
		['gamma above 1', (d) => (d.gamma = 1.5), 'gamma: must be a number from 0 to 1 (found 1.5)'],
		['gamma as text', (d) => (d.gamma = '0.15'), 'gamma: must be a number from 0 to 1 (found "0.15")'],
		['a correlation', (d) => (d.rho = 0.2), 'rho: must be 0: this version supports uncorrelated ends only (found 0.2)'],
		['a centre', (d) => (d.center.A = 0.1), 'center.A: must be 0: this version supports the identity only (found 0.1)'],
		['a spread', (d) => (d.spread.P = 1.2), 'spread.P: must be 1: this version supports the identity only (found 1.2)'],
		['no centre', (d) => delete d.center, 'center: must be an object (it is missing)'],
		['an unknown field of the centre', (d) => (d.center.S = 0), 'center.S: is not known here'],
		[
			'a composite without lambda',
			(d) => (d.composite.lambda = 0),
			'composite.lambda: must be a number from 0.01 to 1 (found 0)',
		],
		['a composite with phi below 0', (d) => (d.composite.phi = -0.1), 'composite.phi: must be a number from 0 to 1'],
		['a composite with mu above 1', (d) => (d.composite.mu = 1.1), 'composite.mu: must be a number from 0 to 1'],
		// Lists.
		['no items', (d) => delete d.items, 'items: must be a list (it is missing)'],
		['blocks as an object', (d) => (d.blocks = {}), 'blocks: must be a list (found {})'],
		['no quick form', (d) => delete d.forms.quick, 'forms.quick: must be a list (it is missing)'],
		['an unknown form', (d) => (d.forms.long = []), 'forms.long: is not known here'],
		['a block that is text', (d) => (d.blocks[2] = 'block1'), 'blocks[2]: must be an object (found "block1")'],
		['a block without items', (d) => delete d.blocks[2].items, 'blocks[2].items: must be a list (it is missing)'],
		['an empty block', (d) => (d.blocks[2].items = []), 'blocks[2].items: must not be empty'],
		['a block with an odd name', (d) => (d.blocks[2].id = 'Block 1'), 'blocks[2].id: must be a name such as block0'],
		['an unknown field of a block', (d) => (d.blocks[2].title = 'x'), 'blocks[2].title: is not known here'],
		['an id that is a number', (d) => (d.blocks[2].items[3] = 7), 'blocks[2].items[3]: must be an id (found 7)'],
		['a form with a number', (d) => (d.forms.full[2] = 7), 'forms.full[2]: must be an id (found 7)'],
		// Items.
		['an item that is null', (d) => (d.items[rating] = null), `items[${rating}]: must be an object (found null)`],
		['an item that is a number', (d) => (d.items[rating] = 3), `items[${rating}]: must be an object (found 3)`],
		['an unknown field of an item', item(rating, 'weight', 1), `items[${rating}].weight: is not known here`],
		['a field of another format', item(rating, 'content', 'technical'), `items[${rating}].content: is not known here`],
		['lambda on a pair', item(pair, 'lambda', 0.6), `items[${pair}].lambda: is not known here`],
		[
			'no format',
			item(rating, 'format', undefined),
			`items[${rating}].format: must be "rating" or "pair" or "posture" (it is missing)`,
		],
		[
			'no format and no id',
			(d) => (d.items[rating] = {}),
			`items[${rating}].id: must be an id such as "A2p-", "X1" or "O1"`,
		],
		[
			'an id that is none',
			item(rating, 'id', 'A9d+'),
			`items[${rating}].id: must be facet, mode, key, as in "A2p-" (found "A9d+")`,
		],
		[
			'an id that is a number',
			item(rating, 'id', 5),
			`items[${rating}].id: must be facet, mode, key, as in "A2p-" (found 5)`,
		],
		[
			'an id of a pair that is none',
			item(pair, 'id', 'X0'),
			`items[${pair}].id: must be an X and a number, as in "X1" (found "X0")`,
		],
		[
			'an id of a posture pair that is none',
			item(posture, 'id', 'P1'),
			`items[${posture}].id: must be an O and a number, as in "O1" (found "P1")`,
		],
		['a facet that is none', item(rating, 'facet', 'B1'), `items[${rating}].facet: must be "A1" or`],
		[
			'a facet that is not that of the id',
			item(rating, 'facet', 'A2'),
			`items[${rating}].facet: does not agree with the id "A1d+"`,
		],
		[
			'a mode that is none',
			item(rating, 'mode', 'doing'),
			`items[${rating}].mode: must be "drive" or "practice" (found "doing")`,
		],
		[
			'a mode that is not that of the id',
			item(rating, 'mode', 'practice'),
			`items[${rating}].mode: does not agree with the id "A1d+"`,
		],
		['a key that is none', item(rating, 'key', 0), `items[${rating}].key: must be 1 or -1 (found 0)`],
		['a key as text', item(rating, 'key', '1'), `items[${rating}].key: must be 1 or -1 (found "1")`],
		[
			'a key that is not that of the id',
			item(rating, 'key', -1),
			`items[${rating}].key: does not agree with the id "A1d+"`,
		],
		[
			'lambda above 1',
			item(rating, 'lambda', 1.2),
			`items[${rating}].lambda: must be a number from 0.01 to 1 (found 1.2)`,
		],
		['kappa below 0', item(rating, 'kappa', -0.1), `items[${rating}].kappa: must be a number from 0 to 1`],
		[
			'phi missing',
			item(rating, 'phi', undefined),
			`items[${rating}].phi: must be a number from 0 to 1 (it is missing)`,
		],
		['mu as text', item(rating, 'mu', 'x'), `items[${rating}].mu: must be a number from 0 to 1 (found "x")`],
		[
			'loadings that leave no room for error',
			item(rating, 'lambda', 0.95),
			`items[${rating}].lambda: is too large: the squared loadings of the item must add up to less than 1 (found 1.09)`,
		],
		[
			'loadings of a pair that leave no room',
			item(pair, 'phi', 0.9),
			`items[${pair}].lambda: is too large: the squared loadings of the item must add up to less than 2 (found 2.465)`,
		],
		['a posture pair that leaves no room', item(posture, 'lambda', 1), `items[${posture}].lambda: is too large`],
		['sdTau below 0', item(rating, 'sdTau', -1), `items[${rating}].sdTau: must be a number from 0 to 2 (found -1)`],
		[
			'sdLambda missing',
			item(pair, 'sdLambda', undefined),
			`items[${pair}].sdLambda: must be a number from 0 to 1 (it is missing)`,
		],
		['thresholds missing', item(rating, 'tau', undefined), `items[${rating}].tau: must be a list (it is missing)`],
		[
			'three thresholds of a rating',
			item(rating, 'tau', [-1, 0, 1]),
			`items[${rating}].tau: must have 4 thresholds, one fewer than the answers (found 3)`,
		],
		['four thresholds of a pair', item(pair, 'tau', [-1, 0, 1, 2]), `items[${pair}].tau: must have 3 thresholds`],
		[
			'two thresholds of a posture pair',
			item(posture, 'tau', [-1, 1]),
			`items[${posture}].tau: must have 3 thresholds`,
		],
		[
			'thresholds that fall',
			item(rating, 'tau', [-1, -0.5, -0.6, 1]),
			`items[${rating}].tau[2]: must be above the threshold before it (found -0.6 after -0.5)`,
		],
		[
			'thresholds that stand still',
			item(pair, 'tau', [-1, 0, 0]),
			`items[${pair}].tau[2]: must be above the threshold before it (found 0 after 0)`,
		],
		[
			'a threshold that is text',
			item(rating, 'tau', [-1, '0', 0.5, 1]),
			`items[${rating}].tau[1]: must be a number from -5 to 5 (found "0")`,
		],
		[
			'a threshold far off',
			item(rating, 'tau', [-9, -0.5, 0.5, 1]),
			`items[${rating}].tau[0]: must be a number from -5 to 5 (found -9)`,
		],
		[
			'a people facet on the architecture side',
			(d) => (d.items[pair].a.facet = 'P1'),
			`items[${pair}].a.facet: must be "A1" or "A2" or "A3" or "A4" (found "P1")`,
		],
		[
			'an architecture facet on the people side',
			(d) => (d.items[pair].p.facet = 'A1'),
			`items[${pair}].p.facet: must be "P1" or`,
		],
		[
			'no loading of a side',
			(d) => delete d.items[pair].p.lambda,
			`items[${pair}].p.lambda: must be a number from 0.01 to 1 (it is missing)`,
		],
		['no side', (d) => delete d.items[pair].a, `items[${pair}].a: must be an object (it is missing)`],
		['an unknown field of a side', (d) => (d.items[pair].a.key = 1), `items[${pair}].a.key: is not known here`],
		[
			'content that is none',
			item(posture, 'content', 'both'),
			`items[${posture}].content: must be "technical" or "organisational" (found "both")`,
		],
		['a long value is cut', item(posture, 'content', 'x'.repeat(99)), `(found "${'x'.repeat(39)}…)`],
		// Between items.
		[
			'an id twice',
			(d) => d.items.push({ ...d.items[rating] }),
			`items[46].id: "A1d+" stands already in items[${rating}]: items need ids of their own`,
		],
		[
			'a rating missing',
			(d) => d.items.splice(rating, 1),
			'items: has no rating "A1d+": each facet, mode and key needs exactly one',
		],
		[
			'a pair missing',
			(d) => d.items.splice(pair, 1),
			'items: A1 stands 0 times in the drive pairs: it must stand once',
		],
		[
			'a facet twice in the pairs',
			(d) => (d.items[pair + 1].a.facet = 'A1'),
			'items: A1 stands 2 times in the drive pairs: it must stand once',
		],
		[
			'a pair of the other mode',
			item(pair, 'mode', 'practice'),
			'items: P1 stands 2 times in the practice pairs: it must stand once',
		],
		[
			'posture out of balance',
			item(posture, 'content', 'technical'),
			'items: there must be 3 technical posture pairs (found 4)',
		],
		[
			'a posture pair missing',
			(d) => d.items.splice(posture, 1),
			'items: there must be 3 organisational posture pairs (found 2)',
		],
		// Blocks and forms.
		[
			'two blocks of one name',
			(d) => (d.blocks[2].id = 'block0'),
			'blocks[2].id: "block0" stands already in blocks[1]: blocks need ids of their own',
		],
		[
			'a block that asks for no item',
			(d) => (d.blocks[1].items[0] = 'A9d+'),
			'blocks[1].items[0]: there is no item "A9d+"',
		],
		[
			'an item in two blocks',
			(d) => d.blocks[2].items.push('A1d+'),
			'blocks[2].items[8]: "A1d+" stands already in blocks[1].items[0]: each item is in one block',
		],
		[
			'an item in no block',
			(d) => d.blocks[5].items.pop(),
			`items[${posture + 5}]: "O6" is in no block: add it to one`,
		],
		[
			'a facet twice in a block',
			(d) => ([d.blocks[1].items[0], d.blocks[2].items[0]] = ['A4d+', 'A1d+']),
			'blocks[1].items: is not balanced: it holds facet A4 2 times, and must hold it once',
		],
		[
			'a mode without a minus item',
			(d) => ([d.blocks[1].items[0], d.blocks[3].items[4]] = ['A1d-', 'A1d+']),
			'blocks[1].items: is not balanced: it holds A…d- 2 times, and must hold it once',
		],
		[
			'formats mixed in a block',
			(d) => ([d.blocks[1].items[0], d.blocks[0].items[0]] = ['X1', 'A1d+']),
			'blocks[1].items: must hold items of one format (found pair and rating)',
		],
		[
			'a block never asked',
			(d) => d.forms.full.pop(),
			'blocks[5]: "posture" is not in forms.full: it would never be asked',
		],
		[
			'a form that asks for no block',
			(d) => (d.forms.quick[1] = 'block7'),
			'forms.quick[1]: there is no block "block7"',
		],
		['a form that asks twice', (d) => d.forms.full.push('block0'), 'forms.full[6]: "block0" is asked already'],
		[
			'a form out of order',
			(d) => ([d.forms.full[2], d.forms.full[3]] = ['block2', 'block1']),
			'forms.full[3]: "block1" stands before "block2" in blocks: keep that order',
		],
		[
			'quick that is no beginning of full',
			(d) => (d.forms.quick = ['pairs', 'block1']),
			'forms.quick[1]: "block1" must stand at the same place in full: quick is the beginning of full',
		],
		[
			'a form without pairs',
			(d) => (d.forms.quick = ['block0']),
			'forms.quick: must have a block of pairs: without it the form is not balanced',
		],
		[
			'a form without ratings',
			(d) => (d.forms.quick = ['pairs']),
			'forms.quick: must have a block of ratings: without it the form is not balanced',
		],
	];
	test.each(rows)('%s', (_, plant, wanted) => {
		const data = copy();
		plant(data);
		const { instrument, faults } = parseInstrument(data);
		expect(instrument).toBeNull();
		expect(
			faults.some((fault) => fault.startsWith(wanted) || (wanted.startsWith('(') && fault.includes(wanted))),
			faults.join('\n'),
		).toBe(true);
	});
});

describe('faults do not hide or breed each other', () => {
	test('all of them are told at once', () => {
		const data = copy();
		data.rho = 0.5;
		data.items[rating].key = 3;
		data.items[pair].tau = [1];
		data.blocks[1].items[0] = 'none';
		data.forms.full.pop();
		const { faults } = parseInstrument(data);
		for (const address of ['rho', `items[${rating}].key`, `items[${pair}].tau`, 'blocks[1].items[0]', 'blocks[5]'])
			expect(
				faults.filter((fault) => fault.startsWith(`${address}:`)),
				address,
			).toHaveLength(1);
	});
	test.each<[string, (data: Loose) => void]>([
		['a wrong key', (d) => (d.items[rating].key = 5)],
		['a wrong facet of a pair', (d) => (d.items[pair].a.facet = 'B1')],
		['a wrong content', (d) => (d.items[posture].content = 'x')],
		['a missing list', (d) => delete d.items],
		['a missing form', (d) => delete d.forms.full],
	])('%s is one fault, not a dozen', (_, plant) => {
		const data = copy();
		plant(data);
		expect(parseInstrument(data).faults).toHaveLength(1);
	});
	test.each([[null], [undefined], [3], ['x'], [[]], [true]])('%j is no instrument, in one sentence', (input) => {
		const { instrument, faults } = parseInstrument(input);
		expect(instrument).toBeNull();
		expect(faults).toHaveLength(1);
		expect(faults[0]).toMatch(/^instrument: must be an object/);
	});
	test('an empty object is told what it lacks', () => expect(parseInstrument({}).faults.length).toBeGreaterThan(10));
});

describe('whatever is read', () => {
	test('nothing throws, and an instrument comes back exactly when there is no fault', () =>
		fc.assert(
			fc.property(fc.anything(), (input) => {
				const { instrument, faults } = parseInstrument(input);
				expect(instrument === null).toBe(faults.length > 0);
			}),
			{ seed: 42, numRuns: 150 },
		));
	test('any value planted anywhere is either accepted or told', () => {
		const places: [string, string | number][] = [];
		const walk = (value: Loose, path: string): void => {
			if (typeof value !== 'object' || value === null) return;
			for (const key of Object.keys(value)) {
				places.push([path, key]);
				walk(value[key], `${path}/${key}`);
			}
		};
		walk(copy(), '');
		fc.assert(
			fc.property(fc.constantFrom(...places), fc.anything(), ([path, key], planted) => {
				const data = copy();
				let home = data;
				for (const step of path.split('/').slice(1)) home = home[step];
				home[key] = planted;
				const { instrument, faults } = parseInstrument(data);
				expect(instrument === null).toBe(faults.length > 0);
				for (const fault of faults) expect(fault).toMatch(/^[^ ].*: /s);
			}),
			{ seed: 42, numRuns: 150 },
		);
	});
});
