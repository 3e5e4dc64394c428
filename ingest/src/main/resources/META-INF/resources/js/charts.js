/* global Chart */
import { spelled } from './genres.js';

const SHARE_TICKS = { callback: (share) => `${Math.round(share * 100)} %`, maxTicksLimit: 6 };
/** Bars of what was expected stand back behind those of what came. */
const EXPECTED_OPACITY = '55';

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function axis(more = {}) {
  return { grid: { color: colour('line') }, ticks: { color: colour('ink-soft'), ...more.ticks }, ...more.scale };
}

function plugins(more = {}) {
  return { legend: { labels: { color: colour('ink-soft'), boxWidth: 12 } }, ...more };
}

/** A chart of Chart.js, which draws itself anew when the colours of the page change. */
class LivingChart {
  #chart;
  #settings;

  constructor(canvas, type) {
    this.#chart = new Chart(canvas, { type, data: { datasets: [] }, options: { animation: false, maintainAspectRatio: false } });
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw(this.#settings));
  }

  /** @param settings gives data and options in the colours of now */
  draw(settings) {
    this.#settings = settings;
    const { data, options } = settings();
    this.#chart.data = data;
    this.#chart.options = { animation: false, maintainAspectRatio: false, ...options };
    this.#chart.update();
  }
}

/** The latest window's shares beside those of the baseline. */
export class ShareBars {
  #chart;

  constructor(canvas) {
    this.#chart = new LivingChart(canvas, 'bar');
  }

  show(genres) {
    this.#chart.draw(() => ({
      data: {
        labels: genres.map(({ genre }) => spelled(genre)),
        datasets: [
          {
            label: 'baseline',
            data: genres.map(({ baseline_share: share }) => share),
            backgroundColor: genres.map(({ genre }) => colour(genre) + EXPECTED_OPACITY),
          },
          {
            label: 'latest window',
            data: genres.map(({ share }) => share),
            backgroundColor: genres.map(({ genre }) => colour(genre)),
          },
        ],
      },
      options: {
        scales: { x: axis(), y: axis({ scale: { beginAtZero: true }, ticks: SHARE_TICKS }) },
        plugins: plugins({ legend: { display: false } }),
      },
    }));
  }
}

/** Shares of every genre, window after window; a mark on top where a window drifted. */
export class ShareHistory {
  #chart;

  constructor(canvas) {
    this.#chart = new LivingChart(canvas, 'line');
  }

  /** @param verdicts oldest first, each with the same genres */
  show(verdicts, label) {
    const genres = verdicts[0].genres.map(({ genre }) => genre);
    this.#chart.draw(() => ({
      data: {
        labels: verdicts.map(label),
        datasets: [
          ...genres.map((genre, place) => ({
            label: spelled(genre),
            data: verdicts.map((verdict) => verdict.genres[place].share),
            borderColor: colour(genre),
            backgroundColor: colour(genre) + 'bb',
            borderWidth: 1,
            pointRadius: 0,
            fill: place === 0 ? 'origin' : '-1',
            stack: 'shares',
          })),
          {
            label: 'drifted',
            data: verdicts.map(({ drifted }) => (drifted ? 1 : null)),
            borderColor: colour('alarm'),
            backgroundColor: colour('alarm'),
            pointStyle: 'triangle',
            pointRadius: 6,
            rotation: 180,
            showLine: false,
            clip: false,
            stack: 'verdicts',
          },
        ],
      },
      options: {
        interaction: { mode: 'index', intersect: false },
        layout: { padding: { top: 8 } },
        scales: {
          x: axis({ ticks: { maxTicksLimit: 5, maxRotation: 0 } }),
          y: axis({ scale: { stacked: true, min: 0, max: 1 }, ticks: SHARE_TICKS }),
        },
        plugins: plugins({ legend: { position: 'bottom', labels: { color: colour('ink-soft'), boxWidth: 10, padding: 8 } } }),
      },
    }));
  }
}

/** A few series over the time that the page has been looking. */
export class Course {
  #chart;

  constructor(canvas) {
    this.#chart = new LivingChart(canvas, 'line');
  }

  /** @param series `[{name, tint, values}]`, the tint one of the page's colours; null where nothing was known */
  show(labels, series) {
    this.#chart.draw(() => ({
      data: {
        labels,
        datasets: series.map(({ name, tint, values }) => ({
          label: name,
          data: values,
          borderColor: colour(tint),
          backgroundColor: colour(tint),
          borderWidth: 2,
          pointRadius: 0,
          spanGaps: true,
        })),
      },
      options: {
        interaction: { mode: 'index', intersect: false },
        scales: {
          x: axis({ ticks: { maxTicksLimit: 6, maxRotation: 0 } }),
          y: axis({ scale: { beginAtZero: true }, ticks: { maxTicksLimit: 5 } }),
        },
        plugins: plugins(),
      },
    }));
  }
}
