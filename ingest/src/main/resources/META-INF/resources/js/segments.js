import { element, setVariable, visuallyHidden } from './dom.js';
import { clock, percent } from './format.js';
import { ranked, spelled } from './genres.js';

/** What each excerpt voted for: one column an excerpt, its colour the genre, its height the posterior. */
export function segmentStrip(segments, durationSeconds) {
  const votes = segments.map((segment) => {
    const [genre, share] = ranked(segment.posteriors)[0];
    return { start: segment.start_seconds, genre, share };
  });
  return element(
    'figure',
    { class: 'strip' },
    element('ol', { class: 'strip-columns', 'aria-label': 'What each excerpt sounded like' }, ...votes.map(column)),
    axis(votes, durationSeconds),
    legend(votes),
  );
}

function column({ start, genre, share }) {
  const text = `${clock(start)} ${spelled(genre)} ${percent(share)}`;
  const fill = setVariable(element('span', { class: 'strip-fill' }), '--share', share);
  return element('li', { class: 'strip-column', 'data-genre': genre, title: text }, fill, visuallyHidden(text));
}

function axis(votes, durationSeconds) {
  return element(
    'p',
    { class: 'strip-axis', 'aria-hidden': 'true' },
    element('span', {}, clock(votes[0].start)),
    element('span', {}, `last excerpt at ${clock(votes.at(-1).start)} of ${clock(durationSeconds)}`),
  );
}

function legend(votes) {
  const counts = {};
  for (const { genre } of votes) {
    counts[genre] = (counts[genre] ?? 0) + 1;
  }
  return element(
    'figcaption',
    { class: 'strip-legend' },
    ...ranked(counts).map(([genre, count]) =>
      element('span', { class: 'legend-entry', 'data-genre': genre }, `${spelled(genre)} ${count}`),
    ),
    element('span', { class: 'legend-of' }, votes.length === 1 ? 'of 1 excerpt' : `of ${votes.length} excerpts`),
  );
}
