/** The beam starts level, swings a third too far and settles: once, and not where motion is unwelcome. */
import type { Attachment } from 'svelte/attachments';

export const settle =
	(tilt: number): Attachment<SVGGElement> =>
	(node) => {
		if (typeof node.animate !== 'function' || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
		const swing = node.animate(
			[
				{ transform: 'rotate(0deg)' },
				{ transform: `rotate(${tilt * 1.33}deg)`, offset: 0.6 },
				{ transform: `rotate(${tilt}deg)` },
			],
			{ duration: 900, easing: 'cubic-bezier(0.3, 0.9, 0.3, 1)' },
		);
		return () => swing.cancel();
	};
