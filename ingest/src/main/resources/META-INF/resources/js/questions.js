import * as api from './api.js';
import { element } from './dom.js';
import { Explanation } from './explanation.js';
import { ranked, spelled } from './genres.js';
import { words } from './format.js';

/** What each method answers, as people would ask. */
const WAYS = {
  segments: 'which seconds speak for it',
  saliency: 'which cells of the sound it hangs on',
  smoothgrad: 'which cells it hangs on, the noise averaged out',
  'integrated-gradients': 'what each cell adds on the way from the average sound',
  'gradient-x-input': 'each cell by its weight and its strength',
  auralisation: 'what the layers hear, to listen to',
  'feature-maps': 'what each kernel makes of it',
  attributes: 'what key, chord and instrument change in the network',
};
const PLAIN = ['segments', 'smoothgrad', 'saliency'];
const OTHERWISE = 'counterfactual';

let offer = null;

/** What the server can be asked; asked for once, and again after it was away. */
function whatCanBeAsked() {
  offer ??= api.methods().catch((problem) => {
    offer = null;
    throw problem;
  });
  return offer;
}

/** What can be asked about a classified track, and the answers, the latest first. */
export class Questions {
  node = element('section', { class: 'questions', 'aria-label': 'Explanations' });
  #classification;
  #answers = element('ol', { class: 'explanations' });

  constructor(classification) {
    this.#classification = classification;
    this.#open();
  }

  async #open() {
    let can;
    try {
      can = await whatCanBeAsked();
      if (can !== null && !this.#isExplained(can)) {
        offer = null; // another model may serve by now
        can = await whatCanBeAsked();
      }
    } catch (problem) {
      if (!(problem instanceof api.Problem)) {
        throw problem;
      }
      this.node.replaceChildren(this.#away());
      return;
    }
    if (can === null || can.methods.length === 0) {
      return;
    }
    if (this.#isExplained(can)) {
      this.node.replaceChildren(this.#form(can.methods), this.#answers);
    } else {
      this.node.replaceChildren(this.#ofAnother(can.models));
    }
  }

  #away() {
    const again = element('button', { type: 'button', class: 'link' }, 'Try again');
    again.addEventListener('click', () => this.#open());
    return element('p', { class: 'questions-away' }, 'Explanations are not to be had just now. ', again);
  }

  #isExplained({ models }) {
    return models.includes(this.#classification.model);
  }

  #ofAnother(models) {
    const told = `This track was classified by ${this.#classification.model}; explained here: ${models.join(', ')}.`;
    return element('p', { class: 'questions-away' }, told);
  }

  #form(methods) {
    const form = element('div', { class: 'ask' });
    const heard = this.#best();
    const plain = PLAIN.find((method) => methods.includes(method));
    if (plain) {
      const why = element('button', { type: 'button', class: 'ask-why' }, `Why ${spelled(heard)}?`);
      why.addEventListener('click', () => this.#ask({ method: plain }, `Why ${spelled(heard)}?`));
      form.append(why);
    }
    if (methods.includes(OTHERWISE)) {
      form.append(this.#otherwise(heard));
    }
    const ways = methods.filter((method) => method !== OTHERWISE);
    if (ways.length > 0) {
      form.append(this.#menu(ways));
    }
    return form;
  }

  #otherwise(heard) {
    const genres = ranked(this.#classification.posteriors)
      .map(([genre]) => genre)
      .filter((genre) => genre !== heard);
    const choice = select('Genre', genres.map((genre) => [genre, spelled(genre)]));
    return asking('What would make it', choice, '?', () =>
      this.#ask({ method: OTHERWISE, genre: choice.value }, `What would make it ${spelled(choice.value)}?`),
    );
  }

  #menu(methods) {
    const choice = select('Way to explain', methods.map((method) => [method, WAYS[method] ?? words(method)]));
    return asking('Show', choice, '', () =>
      this.#ask({ method: choice.value }, sentence(WAYS[choice.value] ?? words(choice.value))),
    );
  }

  #best() {
    return ranked(this.#classification.posteriors)[0][0];
  }

  #ask(question, title) {
    const asked = { track_id: this.#classification.track_id, ...question };
    const explanation = new Explanation(asked, title);
    this.#answers.prepend(explanation.node);
    explanation.ask();
  }
}

function asking(before, choice, after, ask) {
  const button = element('button', { type: 'submit', class: 'again' }, 'Ask');
  const form = element('form', { class: 'ask-more' }, element('label', {}, `${before} `, choice, after), button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    ask();
  });
  return form;
}

function select(label, options) {
  return element(
    'select',
    { 'aria-label': label },
    ...options.map(([value, text]) => element('option', { value }, text)),
  );
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
