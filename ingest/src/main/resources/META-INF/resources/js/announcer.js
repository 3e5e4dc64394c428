import { soon } from './dom.js';

const SPOKEN_AT_ONCE = 2;

/** Tells a screen reader what happened, a few things at a time, so that a hundred results do not drown it. */
export class Announcer {
  #region;
  #messages = [];
  #speak = soon(() => this.#say(), 1500);

  constructor(region) {
    this.#region = region;
  }

  tell(message) {
    this.#messages.push(message);
    this.#speak();
  }

  #say() {
    const spoken = this.#messages.splice(0, SPOKEN_AT_ONCE);
    const more = this.#messages.splice(0).length;
    this.#region.textContent = spoken.join(' ') + (more ? ` And ${more} more.` : '');
  }
}
