import * as api from './api.js';
import { Lanes } from './lanes.js';

const FIRST_LOOK_MS = 1000;
const LONGEST_PAUSE_MS = 15_000;
/** A browser opens six connections to a host: while four upload and one streams, the questions share the last. */
const QUESTIONS_AT_ONCE = 3;

/**
 * Follows our tracks until they are classified or rejected. The stream brings classifications at once; asking, less and
 * less often, brings what the stream does not: features that are ready, rejections, events missed while it was away.
 */
export class Watch {
  #lanes = new Lanes(QUESTIONS_AT_ONCE);
  #ours = new Set();
  #pending = new Map();

  /** Tells `card` of every step of its track. Two cards share a track when the same bytes were dropped twice. */
  follow(trackId, card, firstLook = FIRST_LOOK_MS) {
    this.#ours.add(trackId);
    const sharing = this.#pending.get(trackId)?.cards ?? [];
    clearTimeout(this.#pending.get(trackId)?.timer);
    const followed = { cards: [...sharing, card], pause: FIRST_LOOK_MS, timer: null };
    this.#pending.set(trackId, followed);
    this.#lookIn(trackId, followed, firstLook);
  }

  /** @returns whether the track is one of ours */
  take(classification) {
    const trackId = classification.track_id;
    this.#settle(trackId, (card) => card.classified(classification));
    return this.#ours.has(trackId);
  }

  /** Asks for every pending track now, since events may have been missed. */
  lookNow() {
    for (const [trackId, followed] of this.#pending) {
      clearTimeout(followed.timer);
      followed.pause = FIRST_LOOK_MS;
      this.#lookIn(trackId, followed, 0);
    }
  }

  #lookIn(trackId, followed, milliseconds) {
    followed.timer = setTimeout(() => this.#lanes.run(() => this.#look(trackId, followed)), milliseconds);
  }

  async #look(trackId, followed) {
    if (this.#pending.get(trackId) !== followed) {
      return;
    }
    try {
      await this.#ask(trackId, followed);
    } catch (problem) {
      if (!(problem instanceof api.Problem)) {
        throw problem;
      }
    }
    if (this.#pending.get(trackId) === followed) {
      clearTimeout(followed.timer);
      this.#lookIn(trackId, followed, followed.pause);
      followed.pause = Math.min(followed.pause * 1.5, LONGEST_PAUSE_MS);
    }
  }

  async #ask(trackId, followed) {
    const track = await api.track(trackId);
    if (track === null) {
      return;
    }
    followed.cards.forEach((card) => card.known(track));
    if (track.status === 'rejected') {
      this.#settle(trackId, (card) => card.rejected(track.rejection));
    } else if (track.status === 'classified') {
      const classification = await api.classification(trackId);
      if (classification !== null) {
        this.#settle(trackId, (card) => card.classified(classification));
      }
    }
  }

  #settle(trackId, tell) {
    const followed = this.#pending.get(trackId);
    if (followed) {
      clearTimeout(followed.timer);
      this.#pending.delete(trackId);
      followed.cards.forEach(tell);
    }
  }
}
