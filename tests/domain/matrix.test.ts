import { describe, expect, test } from 'vitest';
import { dot, identity, inverse, quadratic, times } from '../../src/domain/matrix';

const matrix = Float64Array.from([4, 1, 0, 1, 3, -1, 0, -1, 2]);

describe('matrices', () => {
	test('the inverse times the matrix is the identity', () => {
		const inverted = inverse(matrix, 3);
		const columns = [0, 1, 2].map((i) => times(inverted, matrix.slice(i * 3, i * 3 + 3)));
		columns.forEach((column, i) => column.forEach((value, j) => expect(value).toBeCloseTo(i === j ? 1 : 0, 14)));
	});

	test('the inverse of the identity is the identity, and the given matrix is left alone', () => {
		const unit = identity(4);
		expect(inverse(unit, 4)).toEqual(identity(4));
		const before = matrix.slice();
		inverse(matrix, 3);
		expect(matrix).toEqual(before);
	});

	test('a product, an inner product and a quadratic form by hand', () => {
		expect(times(matrix, Float64Array.of(1, 2, 3))).toEqual(Float64Array.of(6, 4, 4));
		expect(dot(Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6))).toBe(32);
		expect(quadratic(matrix, Float64Array.of(1, 2, 3))).toBe(26);
		expect(quadratic(matrix, Float64Array.of(0, 2, 0))).toBe(12);
	});
});
