import { element } from './dom.js';
import { size } from './format.js';

const SHOWN_AT_ONCE = 6;

/** Pictures, players and links; what is more than a few waits behind a fold. */
export function artifactViews(artifacts) {
  const pages = artifacts.filter(({ media_type: type }) => type === 'text/html').map(page);
  const views = artifacts.filter(({ media_type: type }) => type !== 'text/html').map(view);
  const shown = element('div', { class: 'artifacts' }, ...views.slice(0, SHOWN_AT_ONCE));
  if (views.length <= SHOWN_AT_ONCE) {
    return [...pages, shown];
  }
  const more = element(
    'details',
    { class: 'artifacts-more' },
    element('summary', {}, `${views.length - SHOWN_AT_ONCE} more`),
    element('div', { class: 'artifacts' }, ...views.slice(SHOWN_AT_ONCE)),
  );
  return [...pages, shown, more];
}

function view(artifact) {
  const { media_type: type } = artifact;
  if (type.startsWith('image/')) {
    return picture(artifact);
  }
  return type === 'audio/wav' ? player(artifact) : file(artifact);
}

function picture({ name, uri }) {
  const image = element('img', { src: local(uri), alt: titled(name), loading: 'lazy' });
  return element(
    'figure',
    { class: 'artifact picture' },
    element('a', { href: local(uri), target: '_blank', rel: 'noopener' }, image),
    element('figcaption', {}, titled(name)),
  );
}

function player({ name, uri }) {
  return element(
    'figure',
    { class: 'artifact sound' },
    element('figcaption', {}, titled(name)),
    element('audio', { controls: '', preload: 'none', src: local(uri), 'aria-label': titled(name) }),
  );
}

function file({ name, uri, bytes }) {
  return element('p', { class: 'artifact' }, element('a', { href: local(uri), download: name }, name), ` ${size(bytes)}`);
}

function page({ name, uri }) {
  const link = element('a', { href: local(uri), target: '_blank', rel: 'noopener' }, 'All of it side by side');
  return element('p', { class: 'artifact-page', title: name }, link);
}

/** Relative, as all addresses of the page, so that it may stand behind a prefix. */
function local(uri) {
  return uri.replace(/^\//, '');
}

function titled(name) {
  return name.replace(/\.[a-z0-9]+$/, '').replaceAll(/[-_.]/g, ' ');
}
