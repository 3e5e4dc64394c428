/**
 * A new element. Strings among the children become text nodes, so that nothing a file or the server says is ever read
 * as markup.
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** Sets a CSS custom property through the object model: a Content-Security-Policy without inline styles allows that. */
export function setVariable(node, name, value) {
  node.style.setProperty(name, String(value));
  return node;
}

export function visuallyHidden(text) {
  return element('span', { class: 'visually-hidden' }, text);
}

export function nextFrame() {
  return new Promise((resolve) => {
    setTimeout(resolve, 50); // a hidden page gets no frames, yet its queue goes on
    requestAnimationFrame(resolve);
  });
}

/** Runs `work` once, soon, however often the result is called in between. */
export function soon(work, milliseconds = 100) {
  let waiting = false;
  return () => {
    if (!waiting) {
      waiting = true;
      setTimeout(() => {
        waiting = false;
        work();
      }, milliseconds);
    }
  };
}
