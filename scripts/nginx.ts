/**
 * npm run nginx: prints the configuration for the build in `dist/`.
 * --root /srv/fulcrum  --at /fulcrum/  --name example.org  --listen 80
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { configuration } from './deploy/configuration';

export const main = (args: string[]): number => {
	const { values } = parseArgs({
		args,
		options: {
			root: { type: 'string', default: '/srv/fulcrum' },
			at: { type: 'string', default: '/' },
			name: { type: 'string', default: '_' },
			listen: { type: 'string', default: '80' },
		},
	});
	if (!existsSync('dist/index.html')) {
		console.error('There is no build in dist/. Run npm run build first.');
		return 1;
	}
	console.log(configuration(readFileSync('dist/index.html', 'utf8'), values));
	return 0;
};
