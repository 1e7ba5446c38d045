import {
	Chart,
	Filler,
	Legend,
	LineElement,
	PointElement,
	RadarController,
	RadialLinearScale,
	Tooltip,
} from 'chart.js';

Chart.register(RadarController, RadialLinearScale, PointElement, LineElement, Filler, Tooltip, Legend);

export const draw = (canvas: HTMLCanvasElement): void =>
	void new Chart(canvas, {
		type: 'radar',
		data: { labels: [...'abcdefgh'], datasets: [{ label: 'You', data: [1, 2, 3, 4, 5, 4, 3, 2], fill: true }] },
		options: { animation: false },
	});
