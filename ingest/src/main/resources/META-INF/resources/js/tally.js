import { soon } from './dom.js';

/** Counts the cards by state, and shows how far the whole lot has come. */
export class Tally {
  #counts = { queued: 0, uploading: 0, pending: 0, classified: 0, rejected: 0, failed: 0 };
  #line;
  #bar;
  #clear;
  #render = soon(() => this.#show());

  constructor(line, bar, clear) {
    this.#line = line;
    this.#bar = bar;
    this.#clear = clear;
  }

  move(from, to) {
    if (from) {
      this.#counts[from] -= 1;
    }
    if (to) {
      this.#counts[to] += 1;
    }
    this.#render();
  }

  get uploading() {
    return this.#counts.queued + this.#counts.uploading;
  }

  get working() {
    return this.uploading + this.#counts.pending;
  }

  #show() {
    const { queued, uploading, pending, classified, rejected, failed } = this.#counts;
    const total = Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
    const finished = total - this.working;
    const parts = [
      `${classified} of ${total} classified`,
      rejected && `${rejected} rejected`,
      failed && `${failed} not taken`,
      pending && `${pending} in the chain`,
      uploading && `${uploading} uploading`,
      queued && `${queued} in the queue`,
    ];
    this.#line.textContent = parts.filter(Boolean).join(' · ');
    this.#bar.value = total ? finished / total : 0;
    this.#bar.hidden = this.working === 0;
    this.#clear.hidden = finished === 0;
    document.title = this.working ? `${finished} of ${total} · Timbre` : 'Timbre';
    document.body.classList.toggle('working', this.working > 0);
  }
}
