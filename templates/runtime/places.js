/**
 * Where the learner was in each step of the browser's history: how far down, and what had the focus. The browser itself
 * knows only one of them, and scrolls before the page that she comes back to is shown.
 *
 * @typedef {{ top: number, focus: HTMLElement | null }} Place
 */
export class Places {
  #window;
  /** @type {Map<string, Place>} by the name of the step, which stands in its state */
  #left = new Map();
  /** The step that is shown. */
  #step = "";
  #steps = 0;

  /** @param {Window} window */
  constructor(window) {
    this.#window = window;
  }

  /** The present step of the history gets a name, if it has none. */
  begin() {
    const { history, performance } = this.#window;
    const named = stepOf(history.state);
    if (named === "") this.#steps += 1;
    this.#step = named || `${performance.timeOrigin}-${this.#steps}`;
    try {
      history.replaceState({ step: this.#step }, "");
    } catch {
      // A page without an address of its own (srcdoc) has no history.
      this.#step = "";
    }
  }

  /**
   * She goes on from here.
   * @param {Element | null} focus what she will come back to
   */
  leave(focus) {
    if (this.#step !== "") this.#left.set(this.#step, { top: this.#window.scrollY, focus: focus instanceof HTMLElement ? focus : null });
  }

  /**
   * Another step of the history is the present one.
   * @returns {Place | undefined} where she was in it; undefined in a new one
   */
  arrived() {
    const step = stepOf(this.#window.history.state);
    const place = this.#left.get(step);
    if (place && step !== this.#step) {
      this.leave(this.#window.document.activeElement);
      this.#step = step;
    }
    return place;
  }
}

/** @type {(state: unknown) => string} */
const stepOf = (state) => (typeof state === "object" && state && "step" in state ? String(state.step) : "");
