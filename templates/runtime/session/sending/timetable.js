/** @typedef {import("../../device/clock.js").Clock} Clock */

/** Milliseconds after a change. */
const SOON = 1500;
/** Long enough for the page to paint what the press of a button changed, before a slow LMS holds everything up. */
const AFTER_PAINT = 60;
/** After the first failure, the second, and so on. */
const RETRIES = [2000, 5000, 15000, 60000];
/** Some LMSs end a session in which nothing is said for long, as in a film. */
const HEARTBEAT = 4 * 60 * 1000;
/** A commit that takes as long as this holds up the page: then there are fewer of them. */
const SLOW = 1000;
const SELDOM = 10_000;
/** For the page to do in between what it was held up with. */
const BREATH = 30;
const WAIT = 500;
/** Nobody is held up while she types: after a pause of so long, and once in a minute when there is none. */
const IDLE = 3000;
const LATEST = 60_000;

/**
 * When the LMS is told next. Of two moments the earlier one counts.
 *
 * @typedef {object} Timetable
 * @property {(when: "now" | "soon" | "idle") => void} after `now`: as soon as the page has painted; `idle`: when she pauses
 * @property {(failures: number) => void} retry after it was told so often in vain
 * @property {() => void} seldom while its server cannot be reached
 * @property {() => void} on with what there was no time for
 * @property {() => void} wait for a pause
 * @property {() => void} keepAlive she is at work, and there is nothing to tell
 * @property {() => void} stop
 * @property {(begun?: number) => void} told the LMS was told; by a commit that began at so many ticks
 */

/**
 * @param {Clock} clock
 * @param {() => void} tell
 * @returns {Timetable}
 */
export function timetable(clock, tell) {
  let cancel = () => {};
  let due = Infinity;
  let pace = SOON;
  let toldAt = 0;
  // Whether what is due may be put off, since she is typing; and since when.
  let idle = false;
  let typingSince = -1;

  /** @param {number} milliseconds */
  function tellIn(milliseconds) {
    const moment = clock.ticks() + milliseconds;
    if (moment >= due) return;
    cancel();
    idle = false;
    due = moment;
    cancel = clock.later(tell, milliseconds);
  }

  function tellWhenIdle() {
    const now = clock.ticks();
    if (typingSince < 0) typingSince = now;
    const moment = Math.max(Math.min(now + IDLE, typingSince + LATEST), toldAt + SELDOM);
    if (idle) due = Infinity;
    if (moment >= due) return;
    tellIn(moment - now);
    idle = true;
  }

  return {
    after(when) {
      if (when === "idle") tellWhenIdle();
      else tellIn(when === "now" ? AFTER_PAINT : pace);
    },
    retry: (failures) => tellIn(RETRIES[Math.min(failures, RETRIES.length - 1)] ?? SOON),
    seldom: () => tellIn(SELDOM),
    on: () => tellIn(BREATH),
    wait: () => tellIn(WAIT),
    keepAlive() {
      if (clock.ticks() - toldAt > HEARTBEAT) tellIn(AFTER_PAINT);
    },
    stop() {
      cancel();
      due = Infinity;
      idle = false;
      typingSince = -1;
    },
    told(begun) {
      toldAt = clock.ticks();
      if (begun !== undefined) pace = toldAt - begun > SLOW ? SELDOM : SOON;
    },
  };
}
