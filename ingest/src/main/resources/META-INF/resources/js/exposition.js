const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)/;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

/** What a service says of itself, in the text format that Prometheus reads. */
export class Exposition {
  #samples = new Map();

  constructor(text) {
    for (const line of text.split('\n')) {
      const [, name, labels, value] = SAMPLE.exec(line) ?? [];
      if (name) {
        const sample = { labels: Object.fromEntries([...(labels ?? '').matchAll(LABEL)].map(([, key, said]) => [key, said])), value: Number(value) };
        this.#samples.set(name, [...(this.#samples.get(name) ?? []), sample]);
      }
    }
  }

  /** The sum over every sample of the name that carries these labels. */
  sum(name, wanted = {}) {
    return this.#of(name, wanted).reduce((total, { value }) => total + (Number.isFinite(value) ? value : 0), 0);
  }

  /** The value of a label of the first sample of the name. */
  label(name, label) {
    return this.#of(name, {})[0]?.labels[label];
  }

  #of(name, wanted) {
    return (this.#samples.get(name) ?? []).filter(({ labels }) =>
      Object.entries(wanted).every(([key, value]) => labels[key] === value),
    );
  }
}
