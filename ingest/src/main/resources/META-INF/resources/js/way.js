import { element, setVariable, visuallyHidden } from './dom.js';

const STEPS = { uploaded: 'uploaded', log: 'on the log', features: 'features', genre: 'genre' };
const SPOKEN = { ahead: '', active: ', under way', waiting: ', waiting', done: ', done', failed: '' };

/** A track's four steps. Each is `ahead`, `active`, `waiting`, `done` or `failed`, with a note such as its time. */
export class Way {
  node = element('ol', { class: 'way', 'aria-label': 'Way through the chain' });
  #steps = {};

  constructor() {
    for (const [step, name] of Object.entries(STEPS)) {
      const spoken = visuallyHidden('');
      const note = element('span', { class: 'step-note' });
      const fill = element('span', { class: 'step-fill' });
      const node = element(
        'li',
        { class: 'step', 'data-step': step },
        element('span', { class: 'step-bar' }, fill),
        element('span', { class: 'step-name' }, name, spoken),
        note,
      );
      this.#steps[step] = { node, fill, note, spoken };
      this.node.append(node);
      this.mark(step, 'ahead');
    }
  }

  mark(step, state, note = '') {
    const { node, note: noteNode, spoken } = this.#steps[step];
    node.dataset.state = state;
    noteNode.textContent = note;
    spoken.textContent = SPOKEN[state];
  }

  fill(step, share) {
    setVariable(this.#steps[step].fill, '--share', share.toFixed(3));
  }

  isDone(step) {
    return this.#steps[step].node.dataset.state === 'done';
  }
}
