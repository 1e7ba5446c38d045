/**
 * npm start: installs what is missing, builds, serves the built app on localhost and prints the address.
 * `--dev` serves the sources instead and follows changes; `--build` only builds.
 */
import { install, root } from './tools.mjs';

await install();
const vite = await import('vite');
const [mode] = process.argv.slice(2);
const place = { host: 'localhost', port: Number(process.env.PORT ?? 4173) };
const say = (server) => console.log(`\nFulcrum is at ${server.resolvedUrls.local[0]}   (Ctrl+C stops it)`);

if (mode === '--dev') {
	const server = await vite.createServer({ root, server: place });
	await server.listen();
	say(server);
} else {
	await vite.build({ root, logLevel: mode === '--build' ? 'info' : 'warn' });
	if (mode !== '--build') say(await vite.preview({ root, preview: place }));
}
