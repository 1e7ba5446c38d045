import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
	{ ignores: ['dist', 'dist-single', 'node_modules', 'public', '.cache'] },
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			// An index that the code before it has checked reads better with ! than with a branch that cannot happen.
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			eqeqeq: 'error',
			'no-console': 'off',
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
		rules: {
			// Hash routes are ours; there is no SvelteKit base path to resolve.
			'svelte/no-navigation-without-resolve': 'off',
			'no-undef': 'off',
		},
	},
	{
		files: ['scripts/deploy/gone.js'],
		languageOptions: { globals: globals.serviceworker },
	},
	{
		files: ['src/**/*'],
		rules: { 'no-console': 'error' },
	},
	{
		files: ['**/*.ts'],
		rules: { 'no-undef': 'off' },
	},
	{
		files: ['src/domain/**/*.ts'],
		rules: {
			'no-restricted-globals': [
				'error',
				...[
					'window',
					'document',
					'localStorage',
					'indexedDB',
					'fetch',
					'navigator',
					'crypto',
					'performance',
					'setTimeout',
				],
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Math', property: 'random' },
				{ object: 'Date', property: 'now' },
			],
			'no-restricted-syntax': [
				'error',
				{ selector: "NewExpression[callee.name='Date']", message: 'The core knows no clock.' },
			],
		},
	},
);
