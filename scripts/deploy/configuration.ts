/** The configuration of nginx for a build: `nginx.conf` beside this file with its gaps filled. */
import { readFileSync } from 'node:fs';

export interface Place {
	/** Folder with the built site, whole path. */
	readonly root: string;
	/** Path of the site, with a slash at both ends. */
	readonly at: string;
	readonly name: string;
	/** What nginx listens to: `80`, `localhost:8080`, `443 ssl`. */
	readonly listen: string;
}

/** The policy that a page states in its head. */
export const policyOf = (page: string): string => {
	const found = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
	if (!found) throw new Error('The page states no policy. Is it a built one?');
	return found.replaceAll('&#39;', "'");
};

/** `page`: the built index.html. Throws where a value would be read as something else than a value. */
export const configuration = (page: string, { root, at, name, listen }: Place): string => {
	const policy = policyOf(page);
	for (const value of [root, at, name, listen, policy])
		if (/["\\${}\r\n]/.test(value)) throw new Error(`nginx would misread ${value}`);
	for (const value of [root, at, name]) if (/[\s;]/.test(value)) throw new Error(`nginx would misread ${value}`);
	if (!/^\/(?:.*\/)?$/.test(at)) throw new Error(`${at}: a path begins and ends with a slash`);
	const redirect = at === '/' ? '' : `\n\tlocation = ${at.slice(0, -1)} {\n\t\treturn 301 ${at};\n\t}\n`;
	const values: Readonly<Record<string, string>> = {
		root: root.replace(/\/$/, ''),
		at,
		name,
		listen,
		policy,
		redirect,
	};
	const template = readFileSync('scripts/deploy/nginx.conf', 'utf8');
	return template.replace(/\{(\w+)\}/g, (gap, key: string) => values[key] ?? gap);
};
