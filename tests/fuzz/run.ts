/** npm run fuzz [-- --n 1000000 --seed 1]: hostile codes, files, texts, addresses and records, and what became of them. */
import { codeFamily } from './codes';
import type { Run } from './family';
import { fileFamily } from './files';
import { growths, little } from './growth';
import { largeFamily } from './large';
import { routeFamily } from './routes';
import { storedFamily } from './stored';
import { textFamily } from './texts';

export const families = [codeFamily, fileFamily, textFamily, routeFamily, storedFamily, largeFamily];

const count = (n: number): string => n.toLocaleString('en');
const told = ({ family, cases, outcomes, slowest, failure }: Run, seconds: number): string => {
	const accepted = outcomes.get('accepted') ?? 0;
	const refused = [...outcomes].filter(([what]) => what !== 'accepted').sort(([, a], [, b]) => b - a);
	const list = refused.map(([what, n]) => `${what} ${count(n)}`).join(', ');
	const head = `${family}: ${count(cases)} cases, ${seconds.toFixed(0)} s, slowest ${slowest.toFixed(1)} ms`;
	return `${head}\n  accepted ${count(accepted)}; refused: ${list || 'none'}${failure ? `\n  FAILS, ${failure}` : ''}`;
};

const numberAfter = (args: readonly string[], flag: string, otherwise: number): number | null => {
	const at = args.indexOf(flag);
	const value = at < 0 ? otherwise : Number(args[at + 1]);
	return Number.isSafeInteger(value) && value > 0 ? value : null;
};

export const main = (args: readonly string[]): number => {
	const [n, seed] = [numberAfter(args, '--n', 1_000_000), numberAfter(args, '--seed', 1)];
	if (n === null || seed === null) {
		console.log('npm run fuzz [-- --n 1000000 --seed 1]: both whole numbers above 0');
		return 1;
	}
	const runs = families.map(({ share, run }) => {
		const begin = performance.now();
		const result = run(seed, Math.max(1, Math.round(n * share)));
		console.log(told(result, (performance.now() - begin) / 1000));
		return result;
	});
	const grown = growths(10_000, 1_000_000);
	const judged = grown.filter(({ ms }) => ms >= little).sort((a, b) => b.exponent - a.exponent);
	const [worst] = judged;
	const [slowest] = [...grown].sort((a, b) => b.ms - a.ms);
	console.log(`from 10,000 to 1,000,000 characters, ${grown.length} texts (n log n is n^1.09):`);
	if (worst) console.log(`  grows most: ${worst.what}, n^${worst.exponent.toFixed(2)}`);
	if (slowest) console.log(`  takes longest: ${slowest.what}, ${slowest.ms.toFixed(0)} ms`);
	for (const { what, ms, exponent, holds } of grown)
		if (!holds) console.log(`  FAILS, ${what}: n^${exponent.toFixed(2)}, ${ms.toFixed(0)} ms`);
	const total = runs.reduce((sum, { cases }) => sum + cases, 0);
	const failed = runs.filter(({ failure }) => failure).length + grown.filter(({ holds }) => !holds).length;
	console.log(`seed ${seed}: ${count(total)} cases, ${failed === 0 ? 'all hold' : `${failed} do not hold`}; peak memory ${count(Math.round(process.resourceUsage().maxRSS / 1000))} MB`); // prettier-ignore
	return failed === 0 ? 0 : 1;
};
