import { beginAfter, hasWork, isNewAttempt, withoutPlaces } from "../session/attempt.js";
import { join } from "../session/reconcile.js";

/** @typedef {import("../device/journal.js").Journal} Journal */
/** @typedef {import("../lms/keeper.js").Remembered} Remembered */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */

/**
 * Work of which the learner has not yet said whether she goes on with it: that of an earlier attempt, or what was done
 * on this device while no LMS was found. Nothing of it is brought in without a word, and nothing of it is lost.
 *
 * @typedef {object} Undecided
 * @property {() => "earlier" | "unclaimed" | ""} asks what is to be asked
 * @property {(said: Remembered, kept: Snapshot) => Snapshot} begin what this attempt begins with
 * @property {(journal: Journal) => void} offer looks for what is nobody's; a shared computer may have kept somebody else's
 * @property {(live: Snapshot) => Snapshot | null} divide earlier work and that of the new attempt are kept apart, but only
 *   by the window whose turn it is; gives what could not be put aside: it is rather brought in unasked than lost
 * @property {() => Snapshot | null} unite earlier work that is this window's too: another one is open, and its attempt is this one's
 * @property {() => {work: Snapshot | null, leave: () => void}} take she goes on with the work; `leave` takes it from where it
 *   was, once it is kept here
 * @property {() => void} settle she has decided; what was not hers stays where it is
 */

/**
 * @param {Journal} journal of this learner
 * @returns {Undecided}
 */
export function undecided(journal) {
  let earlier = journal.readEarlier();
  // Whether the device does not know yet that a new attempt has begun.
  let undivided = false;
  /** @type {Journal | undefined} */
  let nobodys;
  /** @type {Snapshot | null} */
  let unclaimed = null;

  /** @returns {Snapshot | null} once: what the device still has as one */
  function part() {
    const parted = undivided ? earlier : null;
    undivided = false;
    return parted;
  }

  return {
    asks: () => (earlier ? "earlier" : unclaimed ? "unclaimed" : ""),
    begin(said, kept) {
      if (!isNewAttempt(said) || !hasWork(kept)) return kept;
      earlier = withoutPlaces(earlier ? join(kept, earlier) : kept);
      undivided = true;
      return beginAfter(kept);
    },
    offer(journal) {
      const snapshot = journal.read();
      if (!snapshot || !hasWork(snapshot)) return;
      nobodys = journal;
      unclaimed = withoutPlaces(snapshot);
    },
    divide(live) {
      const parted = part();
      if (parted === null || !journal.writeEarlier(parted)) return parted;
      journal.write(live);
      return null;
    },
    unite() {
      const parted = part();
      if (parted) earlier = journal.readEarlier();
      return parted;
    },
    take() {
      const from = earlier ? null : nobodys;
      // It has an owner now: nobody else is asked.
      return { work: earlier ?? unclaimed, leave: () => from?.leave() };
    },
    settle() {
      if (earlier) journal.forgetEarlier();
      earlier = unclaimed = null;
    },
  };
}
