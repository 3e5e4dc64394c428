import { upload } from './api.js';

const LONGEST_PAUSE_S = 60;
const TRIES_WITHOUT_ANSWER = 3;

/**
 * Uploads a file and waits as long as the server asks it to wait. A connection that breaks without any answer is tried
 * a few times only: a server that cuts off a file too large for it looks just the same.
 *
 * @throws {import('./api.js').Problem} when trying again on its own will not help
 */
export async function submit(file, card) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      card.uploading();
      return await upload(file, { onProgress: (share) => card.uploaded(share), onSent: () => card.sent() });
    } catch (problem) {
      if (!worthWaiting(problem, attempt)) {
        throw problem;
      }
      await countDown(problem.retryAfterSeconds ?? 2 ** attempt, (left) => card.waiting(problem, left));
    }
  }
}

function worthWaiting(problem, attempt) {
  const askedToWait = problem.status === 503 || problem.status === 429;
  return askedToWait || (problem.passes && attempt < TRIES_WITHOUT_ANSWER);
}

async function countDown(seconds, tell) {
  for (let left = Math.min(Math.max(seconds, 1), LONGEST_PAUSE_S); left > 0; left -= 1) {
    tell(left);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}
