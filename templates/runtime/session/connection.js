/** @typedef {import("../lms/errors.js").Outcome} Outcome */
/** @typedef {import("../lms/keeper.js").Keeper} Keeper */
/** @typedef {import("../lms/keeper.js").Remembered} Remembered */
/** @typedef {import("./ports.js").Ports} Ports */

/**
 * How the page stands with its LMS.
 *
 * - `searching`: an LMS is looked for, and it is not known whose work this is
 * - `device`, `no-lms`: there is none; the device keeps everything
 * - `review`: the LMS has opened a finished attempt, to be looked at
 * - `found`: it takes work, and has not been spoken to yet
 * - `open`: the session is open
 * - `offline`: the LMS says yes, and its server cannot be reached all the same
 * - `over`: no word reaches the LMS any more. `ended`: it says so; `gone`: its window was closed; `left`: the learner
 *   has left; `after`: and has gone on with something since
 *
 * @typedef {{kind: "searching"}
 *   | {kind: "device" | "no-lms", keeper: Keeper}
 *   | {kind: "review", keeper: Keeper}
 *   | {kind: "found" | "open" | "offline", keeper: Keeper}
 *   | {kind: "over", keeper: Keeper, end: "ended" | "gone" | "left" | "after"}} ConnectionState
 *
 * What the server's answer says that was not known: `there`, as before; `back`, after a time in which it was not
 * there; `away`.
 *
 * @typedef {"there" | "back" | "away"} News
 */

const SEARCH_EVERY = 250;
const SEARCH_TIMES = 20;

/** The way to the LMS: found, open, out of reach, or over for good. Knows nothing of what is said to it. */
export class Connection {
  #ports;
  #heard;
  #cancel = () => {};
  /** @type {ConnectionState} */
  state = { kind: "searching" };

  /**
   * @param {Ports} ports
   * @param {(news: News) => void} heard whether the server was reached
   */
  constructor(ports, heard) {
    this.#ports = ports;
    this.#heard = heard;
  }

  /** @returns {Keeper | null} whoever keeps the record */
  get keeper() {
    return "keeper" in this.state ? this.state.keeper : null;
  }

  /** @returns {Keeper | null} an LMS that has opened the course, whether it takes work or not */
  get lms() {
    return this.keeper?.place === "lms" ? this.keeper : null;
  }

  /** @returns {Keeper | null} an LMS that takes work now */
  get taker() {
    const { state } = this;
    return state.kind === "found" || state.kind === "open" || state.kind === "offline" ? state.keeper : null;
  }

  /** @returns {boolean} true when it is known that no LMS keeps anything */
  get alone() {
    return this.state.kind === "device" || this.state.kind === "no-lms";
  }

  /** @returns {boolean} whether time spent here is no part of the course any more: the learner looks back, or has left */
  get past() {
    const { state } = this;
    return state.kind === "review" || (state.kind === "over" && (state.end === "left" || state.end === "after"));
  }

  /**
   * Looks for the LMS; when it is not there yet, again and again until it is too late.
   * @param {(keeper: Keeper) => void} late one is there after all, or nobody is waited for any longer
   * @returns {Keeper | null} whom the page begins with; null while the LMS is waited for
   */
  look(late) {
    const { connect, patient, standby, alone } = this.#ports;
    const keeper = connect();
    if (keeper || !patient) return keeper ?? standby;
    this.#search(late, SEARCH_TIMES);
    // A page on its own has its own memory; in a frame it may belong to somebody whom only the LMS can name.
    return alone ? standby : null;
  }

  /**
   * @param {(keeper: Keeper) => void} found
   * @param {number} times
   */
  #search(found, times) {
    this.#cancel = this.#ports.clock.later(() => {
      const keeper = this.#ports.connect();
      if (keeper) found(keeper);
      else if (times > 1) this.#search(found, times - 1);
      else if (this.state.kind === "searching") found(this.#ports.standby);
    }, SEARCH_EVERY);
  }

  /** The page goes away: nothing is looked for any more. */
  stop() {
    this.#cancel();
  }

  /**
   * @param {Keeper} keeper
   * @param {Remembered["mode"]} mode
   */
  adopt(keeper, mode) {
    this.state = { kind: keeper.place !== "lms" ? keeper.place : mode === "normal" ? "found" : "review", keeper };
  }

  /** @returns {Keeper | null} an LMS that is to hear its first words now; once */
  begin() {
    if (this.state.kind !== "found") return null;
    this.state = { kind: "open", keeper: this.state.keeper };
    return this.state.keeper;
  }

  /**
   * Asks whether the server answers, whatever the LMS has said.
   * @param {boolean} [urgent] at once, though it was asked not long ago
   * @param {(there: boolean) => void} [then]
   */
  ask(urgent = false, then = () => {}) {
    this.#ports.reach((there) => {
      this.#answered(there);
      then(there);
    }, urgent);
  }

  /** @param {boolean} there */
  #answered(there) {
    const { state } = this;
    if (state.kind !== "open" && state.kind !== "offline") return;
    const before = state.kind;
    this.state = { kind: there ? "open" : "offline", keeper: state.keeper };
    this.#heard(!there ? "away" : before === "offline" ? "back" : "there");
  }

  /**
   * @param {Outcome | "left"} outcome of the last words; some are the end
   */
  end(outcome) {
    const keeper = this.taker;
    if (keeper && (outcome === "ended" || outcome === "gone" || outcome === "left")) this.state = { kind: "over", keeper, end: outcome };
  }

  /** Something was done, which the LMS does not hear of when she has left it. */
  worked() {
    const { state } = this;
    if (state.kind === "over" && state.end === "left") this.state = { ...state, end: "after" };
  }
}
