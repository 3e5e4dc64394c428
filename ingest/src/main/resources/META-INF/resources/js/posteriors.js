import { element, setVariable } from './dom.js';
import { percent } from './format.js';
import { ranked, spelled } from './genres.js';

/** One bar a genre, the likeliest first. */
export function posteriorBars(posteriors) {
  return element(
    'ol',
    { class: 'posteriors', 'aria-label': 'Posterior of each genre' },
    ...ranked(posteriors).map(([genre, share]) => bar(genre, share)),
  );
}

function bar(genre, share) {
  const fill = setVariable(element('span', { class: 'posterior-fill' }), '--share', share);
  return element(
    'li',
    { class: 'posterior', 'data-genre': genre },
    element('span', { class: 'posterior-name' }, spelled(genre)),
    element('span', { class: 'posterior-bar' }, fill),
    element('span', { class: 'posterior-share' }, percent(share)),
  );
}
