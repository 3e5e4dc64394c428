import { element } from './dom.js';

/** A heading and what stands under it; nothing where there is nothing. */
export function part(title, content) {
  return content ? [element('h3', {}, title), content] : [];
}

export function table(heads, rows) {
  const head = element('tr', {}, ...heads.map((name) => element('th', { scope: 'col' }, name)));
  return element(
    'div',
    { class: 'table-scroll' },
    element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows)),
  );
}
