/** Square symmetric matrices of size n, row by row in one array: what scoring needs of linear algebra, and no more. */
export type Matrix = Float64Array;
export type Vector = Float64Array;

export const identity = (n: number): Matrix => {
	const matrix = new Float64Array(n * n);
	for (let i = 0; i < n; i += 1) matrix[i * n + i] = 1;
	return matrix;
};

/** Inverse of a symmetric positive definite matrix: Gauss-Jordan, which needs no pivoting there. */
export const inverse = (matrix: Matrix, n: number): Matrix => {
	const a = matrix.slice();
	for (let pivot = 0; pivot < n; pivot += 1) {
		const scale = 1 / a[pivot * n + pivot]!;
		a[pivot * n + pivot] = 1;
		for (let column = 0; column < n; column += 1) a[pivot * n + column]! *= scale;
		for (let row = 0; row < n; row += 1) {
			const factor = a[row * n + pivot]!;
			if (row === pivot || factor === 0) continue;
			a[row * n + pivot] = 0;
			for (let column = 0; column < n; column += 1) a[row * n + column]! -= factor * a[pivot * n + column]!;
		}
	}
	return a;
};

/** Matrix times vector. */
export const times = (matrix: Matrix, vector: Vector): Vector => {
	const n = vector.length;
	const product = new Float64Array(n);
	for (let row = 0; row < n; row += 1) {
		let sum = 0;
		for (let column = 0; column < n; column += 1) sum += matrix[row * n + column]! * vector[column]!;
		product[row] = sum;
	}
	return product;
};

export const dot = (one: Vector, two: Vector): number => {
	let sum = 0;
	for (let i = 0; i < one.length; i += 1) sum += one[i]! * two[i]!;
	return sum;
};

/** c' M c; most composites leave most latents out. */
export const quadratic = (matrix: Matrix, c: Vector): number => {
	const n = c.length;
	let sum = 0;
	for (let row = 0; row < n; row += 1) {
		if (c[row] === 0) continue;
		let inner = 0;
		for (let column = 0; column < n; column += 1) inner += matrix[row * n + column]! * c[column]!;
		sum += c[row]! * inner;
	}
	return sum;
};
