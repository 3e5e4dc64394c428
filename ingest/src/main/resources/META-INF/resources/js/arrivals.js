import * as api from './api.js';
import { element, soon } from './dom.js';
import { percent, timeOfDay } from './format.js';
import { spelled } from './genres.js';
import { Lanes } from './lanes.js';

const SHOWN = 12;

/** The latest classifications of tracks that came from elsewhere, the newest first. */
export class Arrivals {
  #section;
  #list;
  #latest = [];
  #names = new Lanes(1);
  #render = soon(() => this.#show(), 250);

  constructor(section, list) {
    this.#section = section;
    this.#list = list;
  }

  add(classification) {
    this.#latest = [{ ...classification, row: null }, ...this.#without(classification.track_id)].slice(0, SHOWN);
    this.#render();
  }

  /** The track turned out to be one of ours. */
  remove(trackId) {
    this.#latest = this.#without(trackId);
    this.#render();
  }

  #without(trackId) {
    return this.#latest.filter((arrival) => arrival.track_id !== trackId);
  }

  #show() {
    for (const arrival of this.#latest.filter(({ row }) => row === null)) {
      arrival.row = this.#row(arrival);
    }
    this.#list.replaceChildren(...this.#latest.map(({ row }) => row));
    this.#section.hidden = this.#latest.length === 0;
  }

  #row(arrival) {
    const { track_id: trackId, genre, confidence, classified_at: classifiedAt } = arrival;
    const name = element('span', { class: 'arrival-name' }, trackId.slice(0, 8));
    this.#names.run(() => this.#nameIt(arrival, name));
    return element(
      'li',
      { class: 'arrival', 'data-genre': genre },
      element('span', { class: 'arrival-genre' }, spelled(genre)),
      element('span', { class: 'arrival-confidence' }, percent(confidence)),
      name,
      element('time', { class: 'arrival-time', datetime: classifiedAt }, timeOfDay(classifiedAt)),
    );
  }

  /** A classification does not carry its track's title; ask, unless the row has gone by already. */
  async #nameIt(arrival, node) {
    if (!this.#latest.includes(arrival)) {
      return;
    }
    const track = await api.track(arrival.track_id).catch(() => null);
    const heading = [track?.artist, track?.title].filter(Boolean).join(' – ') || track?.file_name;
    if (heading) {
      node.textContent = heading;
      node.title = heading;
    }
  }
}
