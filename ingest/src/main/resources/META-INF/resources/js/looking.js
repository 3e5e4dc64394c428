import { Problem } from './api.js';

/**
 * Calls `look` now, and then again after as many milliseconds as it returns, while the page is to be seen. What it
 * meets while the server is away is forgotten until the next look.
 *
 * @param pause milliseconds before a look that failed is tried again
 * @returns what looks at once
 */
export function keepLooking(look, pause) {
  let timer = null;
  let looking = false;
  const again = async () => {
    clearTimeout(timer);
    if (document.hidden || looking) {
      return;
    }
    looking = true;
    let next = pause;
    try {
      next = await look();
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
    }
    looking = false;
    timer = setTimeout(again, next);
  };
  document.addEventListener('visibilitychange', again);
  return again;
}
