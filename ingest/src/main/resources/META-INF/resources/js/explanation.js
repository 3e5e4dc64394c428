import * as api from './api.js';
import { artifactViews } from './artifacts.js';
import { element } from './dom.js';
import { percent, words } from './format.js';

const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 2000;

/** One question about a track: asked, worked on, answered. */
export class Explanation {
  node = element('li', { class: 'explanation' });
  #question;
  #title;
  #about;
  #status = element('p', { class: 'explanation-status', role: 'status' });
  #bar;
  #stop;
  #content = element('div', { class: 'explanation-content' });

  constructor(question, title) {
    this.#question = question;
    this.#about = title;
    this.#bar = element('progress', { class: 'overall', max: '1', value: '0', 'aria-label': title });
    this.#stop = element('button', { type: 'button', class: 'link', 'aria-label': `Stop: ${title}` }, 'Stop');
    this.#title = element('h4', { class: 'explanation-title' }, title);
    const head = element('div', { class: 'explanation-head' }, this.#title, this.#status, this.#stop);
    this.node.append(head, this.#bar, this.#content);
  }

  async ask() {
    this.#underWay({ status: 'queued', progress: 0 });
    this.#content.replaceChildren();
    try {
      let state = await api.ask(this.#question);
      this.#stop.onclick = () => this.#cancel(state.explanation_id);
      for (let pause = FIRST_PAUSE_MS; !isSettled(state); pause = Math.min(pause * 1.2, LONGEST_PAUSE_MS)) {
        this.#underWay(state);
        await new Promise((resolve) => setTimeout(resolve, pause));
        if (!this.node.isConnected) {
          return; // nobody would see the answer
        }
        state = await later(state);
        if (state === null) {
          this.#fail(null, 'The server knows nothing of this question any more.', 'Ask it again.');
          return;
        }
      }
      this.#settle(state);
    } catch (problem) {
      if (!(problem instanceof api.Problem)) {
        throw problem;
      }
      this.#fail(problem.reason, problem.detail ?? problem.message, problem.remedy);
    }
  }

  #underWay({ status, progress }) {
    this.#bar.hidden = false;
    this.#stop.hidden = false;
    this.#bar.value = progress;
    this.#status.textContent = status === 'queued' ? 'in the queue' : `working, ${percent(progress)}`;
  }

  #settle(state) {
    if (state.status === 'failed') {
      this.#fail(state.failure.reason, state.failure.detail, state.failure.remedy);
      return;
    }
    this.#rest('');
    this.#content.replaceChildren(...lines(state), ...artifactViews(state.artifacts, this.#about), checks(state));
  }

  #fail(reason, detail, remedy) {
    this.#rest('');
    const again = element('button', { type: 'button', class: 'again' }, 'Ask again');
    again.addEventListener('click', () => this.ask());
    const box = element(
      'div',
      { class: 'refusal' },
      element('p', { class: 'headline' }, reason ? `No answer: ${words(reason)}` : 'No answer'),
      element('p', { class: 'detail' }, detail),
    );
    if (remedy) {
      box.append(element('p', { class: 'remedy' }, element('strong', {}, 'What to do: '), remedy));
    }
    box.append(again);
    this.#content.replaceChildren(box);
  }

  #rest(status) {
    this.#bar.hidden = true;
    this.#stop.hidden = true;
    this.#status.textContent = status;
  }

  async #cancel(id) {
    this.#stop.hidden = true;
    try {
      await api.cancel(id);
    } catch (problem) {
      if (!(problem instanceof api.Problem)) {
        throw problem;
      }
      this.#status.textContent = problem.message; // it goes on, and will be shown
    }
  }
}

function isSettled({ status }) {
  return status === 'complete' || status === 'failed';
}

/** As before while the server is away for a moment; null if it does not know the explanation. */
async function later(state) {
  try {
    return await api.explanation(state.explanation_id);
  } catch (problem) {
    if (problem instanceof api.Problem && problem.passes) {
      return state;
    }
    throw problem;
  }
}

/** The sentences; that it failed a check comes first and looks like it. */
function lines({ lines: sentences, quality }) {
  const told = sentences.map((line) => element('p', { class: 'explanation-line' }, line));
  if (!quality.passed && told.length > 0) {
    told[0].className = 'explanation-warning';
    told[0].setAttribute('role', 'alert');
  }
  return told;
}

function checks({ quality, model }) {
  const rows = quality.checks.map(({ name, value, failure }) =>
    element(
      'tr',
      failure ? { class: 'check-failed' } : {},
      element('th', { scope: 'row' }, words(name)),
      element('td', {}, figure(value)),
      element('td', {}, failure ?? ''),
    ),
  );
  return element(
    'details',
    { class: 'checks' },
    element('summary', {}, quality.passed ? 'How far to believe it' : 'Which checks it failed'),
    element('table', {}, element('tbody', {}, ...rows)),
    element('p', { class: 'provenance' }, model),
  );
}

/** JSON has no word for what is no number. */
function figure(value) {
  return typeof value === 'number' ? String(Number(value.toPrecision(3))) : String(value);
}
