/** Runs tasks in the order they came, at most so many at once. */
export class Lanes {
  #free;
  #waiting = [];

  constructor(count) {
    this.#free = count;
  }

  run(task) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      this.#next();
    });
  }

  #next() {
    if (this.#free === 0 || this.#waiting.length === 0) {
      return;
    }
    this.#free -= 1;
    const { task, resolve, reject } = this.#waiting.shift();
    task()
      .then(resolve, reject)
      .finally(() => {
        this.#free += 1;
        this.#next();
      });
  }
}
