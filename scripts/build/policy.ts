/** The Content-Security-Policy: one source for the page's meta element, the one-file build and a server's header. */
import { createHash } from 'node:crypto';

export interface Inline {
	/** The texts between `<style>` and `</style>`, each exactly as it stands in the page. */
	styles?: readonly string[];
	/** The same of `<script>`. */
	scripts?: readonly string[];
}

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Nothing from anywhere else, no style attribute, no string turned into code; inline only what is named here by its
 * hash. The two Trusted Types policies are Svelte's templates and the address of the service worker.
 */
export const policy = ({ styles = [], scripts = [] }: Inline = {}): string =>
	[
		"default-src 'none'",
		["script-src 'self'", ...scripts.map(hash)].join(' '),
		["style-src 'self'", ...styles.map(hash)].join(' '),
		"img-src 'self' data: blob:",
		"font-src 'self'",
		"connect-src 'self'",
		"manifest-src 'self'",
		"worker-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"require-trusted-types-for 'script'",
		'trusted-types svelte-trusted-html sw',
	].join('; ');
