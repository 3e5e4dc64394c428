import * as api from './api.js';
import { ShareBars, ShareHistory } from './charts.js';
import { element } from './dom.js';
import { dateAndTime, percent, timeOfDay, words } from './format.js';
import { spelled } from './genres.js';
import { keepLooking } from './looking.js';
import { part, table } from './tables.js';

const PAUSE_MS = 5000;
const WINDOWS_SHOWN = 60;
const ALARMS_SHOWN = 4;
const MOVES_SHOWN = 3;

/** What arrives, against what was to be expected. Hidden until a first window is full. */
export class Drift {
  #section;
  #verdict = element('p', { class: 'drift-verdict', role: 'status' });
  #figures = element('dl', { class: 'figures' });
  #alarms = element('div');
  #bars;
  #history;
  #shown = '';

  constructor(section) {
    this.#section = section;
    this.look = keepLooking(() => this.#look(), PAUSE_MS);
  }

  async #look() {
    const verdicts = await api.driftVerdicts(WINDOWS_SHOWN);
    if (verdicts?.length > 0) {
      this.#show(verdicts);
    }
    return PAUSE_MS;
  }

  /** @param verdicts newest first */
  #show(verdicts) {
    if (this.#section.hidden) {
      this.#section.hidden = false;
      this.#furnish();
    }
    const state = JSON.stringify(verdicts.map(({ drift_id: id }) => id));
    if (state === this.#shown) {
      return;
    }
    this.#shown = state;
    const [latest] = verdicts;
    this.#verdict.replaceChildren(...told(latest));
    this.#verdict.classList.toggle('is-drifted', latest.drifted);
    this.#figures.replaceChildren(...figures(latest));
    this.#bars.show(latest.genres);
    this.#history.show(sameModel(verdicts).reverse(), ({ closed_at: at }) => timeOfDay(at));
    this.#alarms.replaceChildren(...part('Windows that drifted', alarmTable(verdicts)));
  }

  #furnish() {
    const bars = element('canvas', { role: 'img', 'aria-label': 'Shares of the genres: baseline and latest window' });
    const history = element('canvas', { role: 'img', 'aria-label': 'Shares of the genres, window after window' });
    this.#section.append(
      this.#verdict,
      this.#figures,
      element(
        'div',
        { class: 'charts' },
        figure('Shares of the genres: baseline, pale, and latest window', bars),
        figure('Shares, window after window; triangles where one drifted', history),
      ),
      this.#alarms,
    );
    this.#bars = new ShareBars(bars);
    this.#history = new ShareHistory(history);
  }
}

function figure(caption, canvas) {
  return element('figure', { class: 'chart' }, element('figcaption', {}, caption), element('div', {}, canvas));
}

/** Windows of another model have other genres, or know them otherwise. */
function sameModel(verdicts) {
  return verdicts.filter(({ model }) => model === verdicts[0].model);
}

function told(verdict) {
  const { drifted, tracks, baseline, genres, opened_at: from, closed_at: to } = verdict;
  const window = `${tracks} tracks, ${dateAndTime(from)} to ${timeOfDay(to)}`;
  if (!drifted) {
    return [element('strong', {}, 'Steady. '), `Nothing moved against the baseline ${baseline} in the last ${window}.`];
  }
  const what = moves(genres) || 'no single genre, but the whole';
  return [element('strong', {}, 'Drifted. '), `Against the baseline ${baseline} there moved ${what}, in the last ${window}.`];
}

/** The genres that moved, those by the most first. */
function moves(genres) {
  const moved = genres
    .filter((genre) => genre.moved)
    .sort((left, right) => distance(right) - distance(left))
    .map(move);
  const more = moved.length - MOVES_SHOWN;
  return moved.slice(0, MOVES_SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function distance({ share, baseline_share: baseline }) {
  return Math.abs(share - baseline);
}

function move({ genre, share, baseline_share: baseline }) {
  const points = Math.round((share - baseline) * 100);
  return `${spelled(genre)} ${points > 0 ? '+' : '−'}${Math.abs(points)} points`;
}

function figures(verdict) {
  const estimated = verdict.estimated_accuracy;
  return [
    ...pair('Mean confidence', percent(verdict.mean_confidence)),
    ...pair('Accuracy, estimated without labels', estimated === null ? 'not known' : percent(estimated)),
    ...pair('One false alarm expected in', `${verdict.windows_between_false_alarms} windows`),
  ];
}

function pair(name, value) {
  return [element('dt', {}, name), element('dd', {}, value)];
}

function alarmTable(verdicts) {
  const rows = verdicts
    .filter(({ drifted }) => drifted)
    .slice(0, ALARMS_SHOWN)
    .map((verdict) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, dateAndTime(verdict.closed_at)),
        element('td', {}, moves(verdict.genres) || '–'),
        element('td', {}, beyond(verdict)),
        element('td', { class: 'exemplars' }, ...verdict.exemplars.map(exemplar)),
      ),
    );
  return rows.length > 0 && table(['Window closed', 'Moved', 'Beyond their thresholds', 'Hear what came'], rows);
}

function beyond({ statistics }) {
  return statistics
    .filter(({ alarm }) => alarm)
    .map(({ name }) => words(name))
    .join(', ');
}

function exemplar(trackId) {
  return element('audio', {
    controls: '',
    preload: 'none',
    src: `api/tracks/${trackId}/audio`,
    'aria-label': `track ${trackId.slice(0, 8)}`,
  });
}
