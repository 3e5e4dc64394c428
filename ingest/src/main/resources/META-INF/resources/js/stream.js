const LONGEST_PAUSE_MS = 30_000;

/**
 * Listens to the classifications of all tracks, for as long as the page is open. The browser reconnects by itself after
 * a broken connection, but gives up for good after an error status, such as a restarting gateway's 503: then we reopen.
 */
export function listen({ onClassification, onOpen, onLost }) {
  let pause = 1000;

  function open() {
    const source = new EventSource('api/classifications/stream');
    source.addEventListener('open', () => {
      pause = 1000;
      onOpen();
    });
    source.addEventListener('classification', (event) => onClassification(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      onLost();
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(open, pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    });
  }

  open();
}
