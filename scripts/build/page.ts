/** What the build adds to `index.html`: the policy, and a hint to fetch the first language beside the script. */
import type { HtmlTagDescriptor, Plugin } from 'vite';
import { policy } from './policy';

export const page = (): Plugin => ({
	name: 'fulcrum-page',
	apply: 'build',
	transformIndexHtml: {
		order: 'post',
		handler(_html, { bundle }) {
			const first = Object.values(bundle ?? {}).find(
				(file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('words/en/first'),
			);
			const tags: HtmlTagDescriptor[] = [
				{
					tag: 'meta',
					attrs: { 'http-equiv': 'Content-Security-Policy', content: policy() },
					injectTo: 'head-prepend',
				},
			];
			if (first)
				tags.push({
					tag: 'link',
					attrs: { rel: 'modulepreload', crossorigin: true, href: `./${first.fileName}` },
					injectTo: 'head',
				});
			return tags;
		},
	},
});
