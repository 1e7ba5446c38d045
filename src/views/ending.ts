/** The two screens between the last question and the result, fetched together. */
export { default as AboutYou } from './AboutYou.svelte';
export { default as Skipped } from './Skipped.svelte';
