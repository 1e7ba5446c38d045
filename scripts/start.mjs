/**
 * npm start: installs what is missing, builds, serves the built app on localhost and prints the address.
 * `--dev` serves the sources instead and follows changes; `--build` only builds; `--single` builds the app as one file.
 */
import { install, root } from './tools.mjs';

await install();
const vite = await import('vite');
const [mode] = process.argv.slice(2);
// A port of its own for the sources: at the other one, the service worker of the built app would answer.
const place = { host: 'localhost', port: Number(process.env.PORT ?? (mode === '--dev' ? 5173 : 4173)) };
const say = (server) => console.log(`\nFulcrum is at ${server.resolvedUrls.local[0]}   (Ctrl+C stops it)`);

if (mode === '--dev') {
	const server = await vite.createServer({ root, server: place });
	await server.listen();
	say(server);
} else if (mode === '--single') {
	await vite.build({ root, mode: 'single', logLevel: 'warn' });
	console.log('The whole app is in dist-single/fulcrum.html');
} else {
	await vite.build({ root, logLevel: mode === '--build' ? 'info' : 'warn' });
	if (mode !== '--build') say(await vite.preview({ root, preview: place }));
}
