import * as api from './api.js';
import { Course } from './charts.js';
import { element } from './dom.js';
import { elapsed, timeOfDay } from './format.js';
import { keepLooking } from './looking.js';
import { table } from './tables.js';

const PAUSE_MS = 5000;
const SHORTEST_STEP_MS = 1000;
const LOOKS_KEPT = 120;
const SERVICES = ['ingest', 'features', 'inference', 'explain', 'trainer'];
const STAGES = { ingest: 'accept', features: 'extract', inference: 'classify' };
const LATENCY = 'timbre_stage_latency_seconds';
const WHOLE_WAY = 'upload-to-classification';

/** How the services are, as they tell it themselves; hidden where the way to them is closed, as in a cluster. */
export class Operations {
  #section;
  #services = element('div');
  #speed;
  #pace;
  #looks = [];

  constructor(section) {
    this.#section = section;
    this.look = keepLooking(() => this.#look(), PAUSE_MS);
  }

  async #look() {
    const told = await Promise.all(SERVICES.map((name) => api.exposition(name)));
    if (!this.#section.hidden || told.some((exposition) => exposition !== null)) {
      this.#show(new Map(SERVICES.map((name, place) => [name, told[place]])));
    }
    return PAUSE_MS;
  }

  #show(told) {
    if (this.#section.hidden) {
      this.#section.hidden = false;
      this.#furnish();
    }
    this.#count(told);
    this.#services.replaceChildren(table(['Service', 'State', 'Waiting on Kafka', 'Latency, mean', 'Memory'], [...told].map(row)));
    const times = this.#looks.map(({ at }) => timeOfDay(at));
    this.#pace.show(times, [
      { name: 'uploaded', tint: 'ink-soft', values: this.#looks.map(({ uploaded }) => uploaded) },
      { name: 'classified', tint: 'jazz', values: this.#looks.map(({ classified }) => classified) },
    ]);
    this.#speed.show(times, [
      { name: 'upload to classification, ms', tint: 'blues', values: this.#looks.map(({ way }) => way) },
    ]);
  }

  /** Rates over less than a second, when the page comes back to the front, would be guesses. */
  #count(told) {
    const before = this.#looks.at(-1);
    if (!before || Date.now() - Date.parse(before.at) > SHORTEST_STEP_MS) {
      this.#looks = [...this.#looks, look(told, before)].slice(-LOOKS_KEPT);
    }
  }

  #furnish() {
    const pace = element('canvas', { role: 'img', 'aria-label': 'Tracks a minute' });
    const speed = element('canvas', { role: 'img', 'aria-label': 'Milliseconds from upload to classification' });
    this.#section.append(
      this.#services,
      element(
        'div',
        { class: 'charts' },
        element('figure', { class: 'chart' }, element('figcaption', {}, 'Tracks a minute'), element('div', {}, pace)),
        element('figure', { class: 'chart' }, element('figcaption', {}, 'Mean way of a track'), element('div', {}, speed)),
      ),
    );
    this.#pace = new Course(pace);
    this.#speed = new Course(speed);
  }
}

/** Counters, and what came of them since the look before. */
function look(told, before) {
  const counted = {
    at: new Date().toISOString(),
    uploads: told.get('ingest')?.sum(`${LATENCY}_count`, { stage: 'accept' }) ?? null,
    ways: told.get('inference')?.sum(`${LATENCY}_count`, { stage: WHOLE_WAY }) ?? null,
    seconds: told.get('inference')?.sum(`${LATENCY}_sum`, { stage: WHOLE_WAY }) ?? null,
  };
  const minutes = before ? (Date.parse(counted.at) - Date.parse(before.at)) / 60_000 : null;
  const since = (name) =>
    before && counted[name] !== null && before[name] !== null ? Math.max(0, counted[name] - before[name]) : null;
  return {
    ...counted,
    uploaded: since('uploads') === null ? null : since('uploads') / minutes,
    classified: since('ways') === null ? null : since('ways') / minutes,
    way: since('ways') ? (since('seconds') / since('ways')) * 1000 : null,
  };
}

function row([name, exposition]) {
  const cells = exposition
    ? [
        element('td', { class: 'is-up' }, 'up'),
        element('td', {}, String(exposition.sum('kafka_consumer_fetch_manager_records_lag'))),
        element('td', {}, latency(exposition, STAGES[name])),
        element('td', {}, `${Math.round(exposition.sum('jvm_memory_used_bytes') / 1e6)} MB`),
      ]
    : [element('td', { class: 'is-down' }, 'away'), element('td'), element('td'), element('td')];
  return element('tr', {}, element('th', { scope: 'row' }, name), ...cells);
}

function latency(exposition, stage) {
  const count = stage ? exposition.sum(`${LATENCY}_count`, { stage }) : 0;
  return count > 0 ? elapsed((exposition.sum(`${LATENCY}_sum`, { stage }) / count) * 1000) : '–';
}
