const SPELLED = { hiphop: 'hip hop' };

/** In the order of their colours, red to pink, as the spectrum shows them. */
export const SPECTRUM = ['rock', 'country', 'classical', 'reggae', 'jazz', 'blues', 'hiphop', 'disco', 'pop', 'metal'];

export function spelled(genre) {
  return SPELLED[genre] ?? genre;
}

/** `[genre, share]` pairs, the likeliest first. */
export function ranked(posteriors) {
  return Object.entries(posteriors).sort(([, left], [, right]) => right - left);
}
