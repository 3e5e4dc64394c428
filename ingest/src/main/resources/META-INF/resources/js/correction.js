import * as api from './api.js';
import { element } from './dom.js';
import { SPECTRUM, spelled } from './genres.js';

const NAME = 'timbre.listener';

/** A name of this browser's own: what one listener says does not replace what another said. */
function listener() {
  const name = localStorage.getItem(NAME) ?? `page-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
  localStorage.setItem(NAME, name);
  return name;
}

/** What a listener says of a track's genre: agrees, corrects, takes it back. The next training run learns from it. */
export class Correction {
  node = element('div', { class: 'correction' });
  #trackId;
  #heard;
  #status = element('span', { class: 'correction-status', role: 'status' });

  constructor({ track_id: trackId, genre }) {
    this.#trackId = trackId;
    this.#heard = genre;
    this.#ask();
  }

  #ask() {
    const choice = element(
      'select',
      { 'aria-label': 'The right genre' },
      ...this.#offered().map((genre) => element('option', { value: genre }, spelled(genre))),
    );
    const button = element('button', { type: 'submit', class: 'again' }, 'Say so');
    const form = element('form', { class: 'ask-more' }, element('label', {}, 'To you it is ', choice), button);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#tell(() => api.label(this.#trackId, choice.value, listener()), () => this.#thank(choice.value));
    });
    this.node.replaceChildren(form, this.#status);
  }

  /** What was heard comes first: to agree is a label too. */
  #offered() {
    const heard = SPECTRUM.includes(this.#heard) ? [this.#heard] : [];
    return [...heard, ...SPECTRUM.filter((genre) => genre !== this.#heard)];
  }

  #thank(genre) {
    const back = element('button', { type: 'button', class: 'link' }, 'Take it back');
    back.addEventListener('click', () => this.#tell(() => api.retract(this.#trackId, listener()), () => this.#ask()));
    const told = element('span', {}, `You call it ${spelled(genre)}. The next training run learns from it. `);
    this.node.replaceChildren(told, back, this.#status);
  }

  async #tell(send, then) {
    this.#status.textContent = '';
    try {
      await send();
      then();
    } catch (problem) {
      if (!(problem instanceof api.Problem)) {
        throw problem;
      }
      this.#status.textContent = [problem.detail ?? problem.message, problem.remedy].filter(Boolean).join(' ');
    }
  }
}
