/** @typedef {import("../../lms/keeper.js").Entry} Entry */
/** @typedef {import("../../lms/keeper.js").Keeper} Keeper */
/** @typedef {import("../../lms/keeper.js").Note} Note */
/** @typedef {import("../../lms/keeper.js").Saved} Saved */
/** @typedef {import("../../state/suspend-data/ladder.js").Encoded} Encoded */
/** @typedef {import("../ports.js").Ports} Ports */
/** @typedef {import("../work.js").Work} Work */

/**
 * A save that is under way. A slow LMS hears of it bit by bit: first of the questions, then of the work as it was at one
 * moment.
 */
export class Saying {
  #work;
  #ports;
  #left;
  /** @type {Entry | null} the work, once the questions have been said */
  #entry = null;
  #counter = -1;
  keeper;
  notes;
  /** @type {Encoded | null} the state that the LMS was given */
  encoded = null;
  /** Milliseconds that it has taken. */
  spent = 0;

  /**
   * @param {Keeper} keeper
   * @param {Work} work
   * @param {readonly Note[]} notes
   * @param {Ports} ports
   */
  constructor(keeper, work, notes, ports) {
    this.keeper = keeper;
    this.notes = notes;
    this.#work = work;
    this.#ports = ports;
    this.#left = [...notes];
  }

  /** @returns {boolean} whether the work has not changed since */
  get isNow() {
    return this.#work.live?.counter === this.#counter;
  }

  /**
   * @param {number} budget milliseconds
   * @returns {Saved | null} null when there was no time for all of it
   */
  go(budget) {
    const { ticks } = this.#ports.clock;
    const begun = ticks();
    /** @type {Saved | null} */
    let saved = null;
    this.keeper.within(budget, ticks, () => {
      for (let [note] = this.#left; note; [note] = this.#left) this.#noteDown(note);
      this.#entry ??= this.#now();
      saved = this.keeper.save(this.#entry);
    });
    this.spent += ticks() - begun;
    return saved;
  }

  /** @param {Note} note */
  #noteDown(note) {
    const index = this.keeper.note(note);
    const record = this.#work.live?.items.get(note.item);
    if (index >= 0 && record) record.index = index;
    this.#left.shift();
  }

  /** @returns {Entry} */
  #now() {
    const { encode, stopwatch, summarise } = this.#ports;
    const live = /** @type {import("../../state/snapshot.js").Snapshot} */ (this.#work.live);
    /** @type {Map<number, Encoded | null>} by limit: what was said once stays as it is */
    const texts = new Map();
    this.#counter = live.counter;
    return {
      encode: (limit) => {
        if (!texts.has(limit)) texts.set(limit, encode(live, limit));
        return (this.encoded = texts.get(limit) ?? null);
      },
      location: live.current,
      summary: summarise(live),
      seconds: stopwatch.seconds,
      captions: live.preferences.captions,
    };
  }
}
