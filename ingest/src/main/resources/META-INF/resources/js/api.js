import { Exposition } from './exposition.js';

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

/** What can be asked about a classification: `{model, models, methods, layers, genres}`. */
export function methods() {
  return get('api/explanations/methods');
}

/** Asks about a track; the answer so far, since it may have been asked before. */
export function ask(question) {
  return send('POST', 'api/explanations', question);
}

/** The explanation as far as it has come. */
export function explanation(id) {
  return get(`api/explanations/${id}`);
}

/** Stops the work on an explanation. */
export function cancel(id) {
  return send('DELETE', `api/explanations/${id}`);
}

/** Says what a track's genre is to a person. */
export function label(trackId, genre, who) {
  return send('POST', `api/tracks/${encodeURIComponent(trackId)}/labels`, { genre, source: 'person', who });
}

/** Takes back what that person said. */
export function retract(trackId, who) {
  return send('DELETE', `api/tracks/${encodeURIComponent(trackId)}/labels?source=person&who=${encodeURIComponent(who)}`);
}

/** Every model that was ever released or rejected. */
export function models() {
  return get('api/models');
}

/** The training runs. */
export function trainingRuns() {
  return get('api/training-runs');
}

/** What was said of tracks and is not learnt from: `{genres, held_back}`. */
export function heldBackLabels() {
  return get('api/labels/held-back');
}

/** Asks for a training run. */
export function train() {
  return send('POST', 'api/training-runs', {});
}

/** Verdicts on windows of all sources together, by count, newest first. */
export function driftVerdicts(limit) {
  return get(`api/drift/verdicts?window=count&limit=${limit}`);
}

/** What a service tells of itself; null where it is away, or where the way to it is closed. */
export async function exposition(service) {
  const response = await answer(`services/${service}/q/metrics`, { cache: 'no-store', headers: { Accept: 'text/plain' } });
  return response.ok ? new Exposition(await response.text()) : null;
}

/** Makes a released model the champion. */
export function promote(model) {
  return send('POST', `api/models/${encodeURIComponent(model)}/promotion`);
}

/** Lets the model serve again that served before. */
export function rollBack() {
  return send('POST', 'api/models/rollback');
}

async function get(path) {
  const response = await answer(path, { cache: 'no-store' });
  return response.status === 404 ? null : body(response);
}

async function send(method, path, content) {
  const options = content ? { body: JSON.stringify(content), headers: { 'Content-Type': 'application/json' } } : {};
  return body(await answer(path, { method, ...options }));
}

async function answer(path, options) {
  try {
    return await fetch(path, {
      ...options,
      headers: { Accept: 'application/json, application/problem+json', ...options.headers },
    });
  } catch {
    throw new Problem(0);
  }
}

async function body(response) {
  const content = parsed(await response.text());
  if (!response.ok || content === null) {
    throw new Problem(response.status, content ?? {}, seconds(response.headers.get('Retry-After')));
  }
  return content;
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
