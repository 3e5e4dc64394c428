import { element } from './dom.js';
import { size } from './format.js';

const SHOWN_AT_ONCE = 6;

/**
 * Pictures, players and links; what is more than a few waits behind a fold.
 *
 * @param about the question, for those who do not see the pictures
 */
export function artifactViews(artifacts, about) {
  const pages = artifacts.filter(({ media_type: type }) => type === 'text/html').map(page);
  const views = artifacts.filter(({ media_type: type }) => type !== 'text/html').map((artifact) => view(artifact, about));
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

function view(artifact, about) {
  const { media_type: type } = artifact;
  if (type.startsWith('image/')) {
    return picture(artifact, about);
  }
  return type === 'audio/wav' ? player(artifact, about) : file(artifact);
}

/** Its size is known before it is loaded, so that nothing moves when it is. */
function picture({ name, uri, width, height }, about) {
  const extent = width && height ? { width, height } : {};
  const image = element('img', { src: local(uri), alt: described(name, about), loading: 'lazy', ...extent });
  return element(
    'figure',
    { class: 'artifact picture' },
    element('a', { href: local(uri), target: '_blank', rel: 'noopener' }, image),
    element('figcaption', {}, titled(name)),
  );
}

function player({ name, uri }, about) {
  return element(
    'figure',
    { class: 'artifact sound' },
    element('figcaption', {}, titled(name)),
    element('audio', { controls: '', preload: 'none', src: local(uri), 'aria-label': described(name, about) }),
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

function described(name, about) {
  return `${titled(name)}, in answer to: ${about}`;
}

function titled(name) {
  return name.replace(/\.[a-z0-9]+$/, '').replaceAll(/[-_.]/g, ' ');
}
