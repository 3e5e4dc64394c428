import { Correction } from './correction.js';
import { element } from './dom.js';
import { between, clock, dateAndTime, elapsed, percent, size, words } from './format.js';
import { ranked, spelled } from './genres.js';
import { posteriorBars } from './posteriors.js';
import { Questions } from './questions.js';
import { segmentStrip } from './segments.js';
import { Way } from './way.js';

const STEP_OF = { ingest: 'log', features: 'features', inference: 'genre' };

/**
 * One dropped file on the page, from the queue to its genre. `onState` hears every change of its state: `queued`,
 * `uploading`, `pending`, `classified`, `rejected` or `failed`.
 */
export class TrackCard {
  node;
  state = null;
  /** Once settled: what came of it, in a few words. */
  verdict = '';
  trackId = null;
  #file;
  #onState;
  #way = new Way();
  #about = element('p', { class: 'track-about' });
  #outcome = element('div', { class: 'outcome' });
  #facts;
  #startedAt = null;
  #sentAt = null;
  #heardBefore = false;

  constructor(file, onState) {
    this.#file = file;
    this.#onState = onState;
    this.#facts = [size(file.size)];
    this.node = element(
      'li',
      { class: 'track' },
      element(
        'div',
        { class: 'track-head' },
        element('h3', { class: 'track-name', title: file.name }, file.name),
        this.#about,
      ),
      this.#way.node,
      this.#outcome,
    );
    this.#tellFacts();
    this.queued();
  }

  get name() {
    return this.#file.name;
  }

  get settled() {
    return ['classified', 'rejected', 'failed'].includes(this.state);
  }

  queued() {
    this.#outcome.replaceChildren();
    this.#way.mark('uploaded', 'waiting', 'in the queue');
    this.#way.fill('uploaded', 0);
    this.#enter('queued');
  }

  uploading() {
    this.#startedAt = performance.now();
    this.#outcome.replaceChildren();
    this.#way.fill('uploaded', 0);
    this.#way.mark('uploaded', 'active', percent(0));
    this.#way.mark('log', 'ahead');
    this.#enter('uploading');
  }

  uploaded(share) {
    this.#way.fill('uploaded', share);
    this.#way.mark('uploaded', 'active', percent(share));
  }

  sent() {
    this.#sentAt = performance.now();
    this.#way.fill('uploaded', 1);
    this.#way.mark('uploaded', 'done', elapsed(this.#sentAt - this.#startedAt));
    this.#way.mark('log', 'active');
  }

  /** The server cannot take it just now; it is tried again on its own. */
  waiting(problem, secondsLeft) {
    this.#way.mark('uploaded', 'waiting', `again in ${secondsLeft}\u202fs`);
    this.#way.mark('log', 'ahead');
    this.#explain(
      'notice',
      problem.message,
      problem.detail ?? 'Nothing is lost: this file waits here and is sent again.',
    );
  }

  accepted(receipt) {
    this.trackId = receipt.track_id;
    this.#heardBefore = receipt.status === 'known';
    this.#way.mark('log', 'done', this.#heardBefore ? 'known' : elapsed(performance.now() - this.#sentAt));
    this.#way.mark('features', 'active');
    this.#way.mark('genre', 'waiting');
    this.#enter('pending');
  }

  /** What the server has found out about the track so far. */
  known(track) {
    const heading = [track.artist, track.title].filter(Boolean).join(' – ');
    if (heading) {
      this.#facts = [heading, size(this.#file.size)];
      this.#tellFacts();
    }
    if (track.features_at && !this.#way.isDone('features')) {
      this.#featuresDone(track);
      this.#way.mark('genre', 'active');
    }
  }

  classified(classification) {
    this.#featuresDone(classification);
    const decided = between(classification.features_at, classification.classified_at);
    this.#way.mark('genre', 'done', decided === null ? '' : elapsed(decided));
    this.node.dataset.genre = classification.genre;
    this.#facts.push(clock(classification.duration_seconds));
    this.#tellFacts();
    this.#outcome.replaceChildren(...this.#result(classification));
    this.verdict = `${spelled(classification.genre)}, ${percent(classification.confidence)}`;
    this.#enter('classified');
  }

  rejected({ service, reason, detail, remedy }) {
    this.#stopAt(STEP_OF[service] ?? 'features');
    this.verdict = `rejected, ${words(reason)}`;
    this.#explain('refusal', `Rejected: ${words(reason)}`, detail, remedy);
    this.#enter('rejected');
  }

  /** The upload itself did not succeed. `retry` is null where the same file would only fail again. */
  refused(problem, retry) {
    this.#stopAt('uploaded');
    this.verdict = 'not taken';
    const reason = problem.reason && problem.status < 500 ? `: ${words(problem.reason)}` : '';
    this.#explain('refusal', `Not taken${reason}`, problem.detail ?? problem.message, problem.remedy);
    if (retry) {
      const again = element('button', { type: 'button', class: 'again' }, 'Try again');
      again.addEventListener('click', retry);
      this.#outcome.firstElementChild.append(again);
    }
    this.#enter('failed');
  }

  #featuresDone(times) {
    const taken = between(times.accepted_at, times.features_at);
    this.#way.mark('features', 'done', taken === null ? '' : elapsed(taken));
  }

  #stopAt(failed) {
    let before = true;
    for (const step of ['uploaded', 'log', 'features', 'genre']) {
      if (step === failed) {
        this.#way.mark(step, 'failed', 'stopped');
        before = false;
      } else if (!before) {
        this.#way.mark(step, 'ahead');
      } else if (!this.#way.isDone(step)) {
        this.#way.mark(step, 'done');
      }
    }
  }

  #result(classification) {
    const { genre, confidence, posteriors, segments, duration_seconds: duration } = classification;
    const verdict = element(
      'p',
      { class: 'verdict' },
      element('strong', { class: 'verdict-genre' }, spelled(genre)),
      ' ',
    );
    const left = element('div', { class: 'heard' }, verdict);
    if (genre === 'unknown') {
      const [closest, share] = ranked(posteriors)[0];
      left.append(
        element(
          'p',
          { class: 'verdict-note' },
          `No genre stands out; ${spelled(closest)} comes closest with ${percent(share)}.`,
        ),
      );
    } else {
      verdict.append(element('span', { class: 'verdict-confidence' }, `${percent(confidence)} confident`));
    }
    if (segments.length > 0) {
      left.append(segmentStrip(segments, duration));
    }
    return [
      left,
      posteriorBars(posteriors),
      new Questions(classification).node,
      new Correction(classification).node,
      this.#provenance(classification),
    ];
  }

  #provenance({ track_id: trackId, model, classified_at: classifiedAt }) {
    const took = this.#heardBefore
      ? `heard before, on ${dateAndTime(classifiedAt)}`
      : `${elapsed(performance.now() - this.#startedAt)} from upload to genre`;
    const json = element(
      'a',
      { href: `api/tracks/${encodeURIComponent(trackId)}/classification` },
      `track ${trackId.slice(0, 8)}`,
    );
    return element('p', { class: 'provenance' }, `${took} · ${model} · `, json);
  }

  #explain(kind, headline, detail, remedy = null) {
    const box = element('div', { class: kind }, element('p', { class: 'headline' }, headline));
    if (detail) {
      box.append(element('p', { class: 'detail' }, detail));
    }
    if (remedy) {
      box.append(element('p', { class: 'remedy' }, element('strong', {}, 'What to do: '), remedy));
    }
    this.#outcome.replaceChildren(box);
  }

  #tellFacts() {
    this.#about.textContent = this.#facts.join(' · ');
  }

  #enter(state) {
    const previous = this.state;
    this.state = state;
    this.node.dataset.state = state;
    this.#onState(this, previous);
  }
}
