const UNANSWERED = 'The server may be away, or may have cut off a file that is too large for it.';

/** What the server, or the way to it, has against a request: an RFC 9457 body where there was one. */
export class Problem extends Error {
  constructor(status, { title, detail, reason, remedy } = {}, retryAfterSeconds = null) {
    super(title ?? (status ? `The server answered ${status}` : 'The connection broke'));
    this.status = status;
    this.detail = detail ?? (status === 0 ? UNANSWERED : null);
    this.reason = reason ?? null;
    this.remedy = remedy ?? null;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Whether the same request may succeed later with nothing changed. */
  get passes() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/**
 * Sends a file. XMLHttpRequest, since fetch does not tell how far an upload has come.
 *
 * @returns {Promise<{track_id: string, status: 'accepted' | 'known'}>}
 */
export function upload(file, { onProgress, onSent }) {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('file', file, file.name);
    const request = new XMLHttpRequest();
    request.open('POST', 'api/tracks');
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) {
        onProgress(event.loaded / event.total);
      }
    });
    request.upload.addEventListener('load', onSent);
    request.addEventListener('error', () => reject(new Problem(0)));
    request.addEventListener('abort', () => reject(new Problem(0)));
    request.addEventListener('load', () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300 && body?.track_id) {
        resolve(body);
      } else {
        reject(new Problem(request.status, body ?? {}, seconds(request.getResponseHeader('Retry-After'))));
      }
    });
    request.send(form);
  });
}

/** What is known of a track so far; null while the server does not know it. */
export function track(trackId) {
  return get(`api/tracks/${trackId}`);
}

/** The classification; null until it is there. */
export function classification(trackId) {
  return get(`api/tracks/${trackId}/classification`);
}

async function get(path) {
  let response;
  try {
    response = await fetch(path, {
      headers: { Accept: 'application/json, application/problem+json' },
      cache: 'no-store',
    });
  } catch {
    throw new Problem(0);
  }
  if (response.status === 404) {
    return null;
  }
  const body = parsed(await response.text());
  if (!response.ok || body === null) {
    throw new Problem(response.status, body ?? {}, seconds(response.headers.get('Retry-After')));
  }
  return body;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a proxy's own error page, say
  }
}

function seconds(header) {
  const value = Number.parseInt(header ?? '', 10);
  return Number.isNaN(value) ? null : value;
}
