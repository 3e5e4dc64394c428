import * as api from './api.js';
import { element } from './dom.js';
import { dateAndTime, percent, words } from './format.js';
import { keepLooking } from './looking.js';
import { part, table } from './tables.js';

const CALM_PAUSE_MS = 10_000;
const BUSY_PAUSE_MS = 1500;
const RUNS_SHOWN = 6;
const MODELS_SHOWN = 8;

/** How the models learn: who serves, how each was judged, what is being trained. Hidden while the trainer is away. */
export class Learning {
  #section;
  #body;
  #note = element('p', { class: 'learning-note', role: 'status' });
  #shown = '';

  constructor(section, body) {
    this.#section = section;
    this.#body = body;
    this.look = keepLooking(() => this.#look(), CALM_PAUSE_MS);
  }

  async #look() {
    const [models, runs, held] = await Promise.all([api.models(), api.trainingRuns(), api.heldBackLabels()]);
    if (models !== null) {
      this.#show(models, runs ?? [], held?.held_back ?? []);
    }
    return (runs ?? []).some(isUnderWay) ? BUSY_PAUSE_MS : CALM_PAUSE_MS;
  }

  #show(models, runs, held) {
    this.#section.hidden = false;
    const state = JSON.stringify([models, runs, held]);
    if (state !== this.#shown) {
      this.#shown = state;
      this.#body.replaceChildren(
        this.#serving(models),
        this.#note,
        ...part('Runs', runTable(runs)),
        ...part('Models', this.#modelTable(models)),
        ...part('Labels held back', heldTable(held)),
      );
    }
  }

  #serving(models) {
    const champion = models.find((model) => model.champion);
    const told = champion
      ? ['Serving ', element('strong', {}, champion.model), ` since ${dateAndTime(champion.promoted_at)}.`]
      : ['No model was released yet: the one that ships is serving.'];
    const actions = [this.#action('Train now', 'again', () => api.train())];
    if (models.filter(({ promotion }) => promotion > 0).length > 1) {
      actions.push(this.#action('Roll back', 'link', () => api.rollBack()));
    }
    return element('p', { class: 'learning-serving' }, element('span', {}, ...told), ...actions);
  }

  #modelTable(models) {
    const rows = [...models]
      .sort((left, right) => right.trained_at.localeCompare(left.trained_at))
      .slice(0, MODELS_SHOWN)
      .map((model) =>
        element(
          'tr',
          model.champion ? { class: 'is-champion' } : {},
          element('th', { scope: 'row' }, model.model, element('span', { class: 'learning-role' }, role(model))),
          element('td', {}, ...accuracies(model)),
          element('td', { class: 'learning-reason' }, model.reason ?? ''),
          element('td', {}, ...(canServe(model) ? [this.#action('Promote', 'link', () => api.promote(model.model))] : [])),
        ),
      );
    return rows.length > 0 && table(['Model', 'Accuracy, and the champion’s then', 'Judged', ''], rows);
  }

  #action(name, kind, send) {
    const button = element('button', { type: 'button', class: kind }, name);
    button.addEventListener('click', async () => {
      button.disabled = true;
      this.#note.textContent = '';
      try {
        await send();
      } catch (problem) {
        if (!(problem instanceof api.Problem)) {
          throw problem;
        }
        this.#note.textContent = [problem.detail ?? problem.message, problem.remedy].filter(Boolean).join(' ');
      }
      button.disabled = false;
      this.look();
    });
    return button;
  }
}

function isUnderWay({ status }) {
  return status === 'queued' || status === 'running';
}

function canServe({ champion, verdict }) {
  return !champion && verdict === 'released';
}

function role({ champion, shadow, verdict }) {
  if (champion) {
    return 'champion';
  }
  return shadow ? 'in the shadow' : verdict;
}

/** Challenger and champion on the same test, side by side. */
function accuracies({ judgement }) {
  if (!judgement) {
    return ['see its card'];
  }
  const { challenger, champion, tracks } = judgement;
  return [
    `${percent(challenger.accuracy)} beside ${percent(champion.accuracy)}`,
    element('span', { class: 'learning-of' }, ` of ${tracks} tracks`),
  ];
}

function runTable(runs) {
  const rows = [...runs]
    .sort((left, right) => right.requested_at.localeCompare(left.requested_at))
    .slice(0, RUNS_SHOWN)
    .map((run) =>
      element(
        'tr',
        {},
        element('th', { scope: 'row' }, dateAndTime(run.requested_at)),
        element('td', {}, words(run.status), ...(isUnderWay(run) ? [bar(run)] : [])),
        element('td', {}, `${run.examples} examples, ${run.new_labels} new`),
        element('td', { class: 'learning-reason' }, run.reason ?? run.stage ?? ''),
      ),
    );
  return rows.length > 0 && table(['Asked', 'Status', 'From', 'What came of it'], rows);
}

function bar({ progress, stage }) {
  return element('progress', { class: 'overall', max: '1', value: String(progress), 'aria-label': stage || 'training' });
}

function heldTable(held) {
  const rows = held.map(({ spelling, reason, count, remedy }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, spelling),
      element('td', {}, String(count)),
      element('td', { class: 'learning-reason' }, [words(reason ?? ''), remedy].filter(Boolean).join(': ')),
    ),
  );
  return rows.length > 0 && table(['Written as', 'Labels', 'Why'], rows);
}
