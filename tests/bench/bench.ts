/** `npm run bench`: every figure that this project promises, in Node and then in a browser; 1 where one does not hold. */
import { main as figures } from './figures';
import { main as teams } from './teamPaint';

/** As `figures` reads them; `--no-pages`: without a browser. */
export const main = async (args: readonly string[]): Promise<number> =>
	Math.max(await figures(args), args.includes('--no-pages') ? 0 : await teams());
