/** A clock that stands still until it is told to go on. */
export class FakeClock {
  #ticks = 0;
  #start = Date.UTC(2026, 10, 23, 14, 2, 9);
  #timers = [];

  now = () => new Date(this.#start + this.#ticks);
  ticks = () => this.#ticks;

  later = (act, milliseconds) => {
    const timer = { at: this.#ticks + milliseconds, act };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** Lets so much time pass, and everything happen that falls due. */
  advance(milliseconds) {
    const end = this.#ticks + milliseconds;
    for (;;) {
      const [next] = this.#timers.filter((timer) => timer.at <= end).sort((one, other) => one.at - other.at);
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#ticks = Math.max(this.#ticks, next.at);
      next.act();
    }
    this.#ticks = Math.max(this.#ticks, end);
  }

  /** Something holds up the page for so long: nothing else happens meanwhile. */
  hold(milliseconds) {
    this.#ticks += milliseconds;
  }
}
