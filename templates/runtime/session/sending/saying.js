/** @typedef {import("../../lms/keeper.js").Entry} Entry */
/** @typedef {import("../../lms/keeper.js").Keeper} Keeper */
/** @typedef {import("../../lms/keeper.js").Note} Note */
/** @typedef {import("../../state/ladder.js").Encoded} Encoded */
/** @typedef {import("../ports.js").Ports} Ports */
/** @typedef {import("../work.js").Work} Work */

/**
 * A save that is under way: what is said, as it was when it began. A slow LMS hears of it bit by bit.
 *
 * @typedef {object} Saying
 * @property {Keeper} keeper
 * @property {Entry} entry
 * @property {readonly Note[]} notes
 * @property {number} counter of the work
 * @property {Encoded | null} encoded the state that the LMS was given
 * @property {number} spent milliseconds
 */

/**
 * @param {Keeper} keeper
 * @param {Work} work there must be some
 * @param {readonly Note[]} notes
 * @param {Ports} ports
 * @returns {Saying}
 */
export function sayingOf(keeper, work, notes, { clock, encode, stopwatch, summarise }) {
  const live = /** @type {import("../../state/snapshot.js").Snapshot} */ (work.live);
  /** @type {Map<number, Encoded | null>} */
  const encoded = new Map();
  const entry = {
    notes: [...notes],
    noted(/** @type {Note} */ { item }, /** @type {number} */ place) {
      const record = work.live?.items.get(item);
      if (place >= 0 && record) record.index = place;
    },
    encode(/** @type {number} */ limit) {
      if (!encoded.has(limit)) encoded.set(limit, encode(live, limit));
      return (saying.encoded = encoded.get(limit) ?? null);
    },
    location: live.current,
    summary: summarise(live),
    seconds: stopwatch.seconds,
    captions: live.preferences.captions,
    ticks: clock.ticks,
  };
  /** @type {Saying} */
  const saying = { keeper, entry, notes, counter: live.counter, encoded: null, spent: 0 };
  return saying;
}
