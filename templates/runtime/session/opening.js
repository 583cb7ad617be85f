import { isAnybody, learnerOf } from "../ownership/learner.js";
import { join, reconcile } from "../state/reconcile.js";
import { noteSent, withoutSent } from "./sending/sent-words.js";

/** @typedef {import("../device/journal.js").Journal} Journal */
/** @typedef {import("../lms/keeper.js").Remembered} Remembered */
/** @typedef {import("../ownership/ownership.js").Ownership} Ownership */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */
/** @typedef {import("./ports.js").Ports} Ports */

/**
 * What there is to say of the state that the LMS gave back. `none`: there is none; `sound`; `cut`: what this device sent
 * last, and only its beginning; `ours`: the same, damaged in some other way, so that nothing is lost; `damaged`: it
 * cannot be read, and this device may not know what was in it.
 *
 * @typedef {"none" | "sound" | "cut" | "ours" | "damaged"} GivenBack
 *
 * What a page begins with.
 *
 * @typedef {object} Opening
 * @property {Journal} journal of this learner
 * @property {GivenBack} givenBack
 * @property {Snapshot | null} lms what the LMS remembers; null when it cannot be read
 * @property {Snapshot | null} device what this device remembers
 * @property {Snapshot} kept both, as far as this attempt begins with them
 * @property {Snapshot} snapshot the same, with what was done before it was known whose work this is
 */

/**
 * @param {Remembered} said what the LMS says at the launch
 * @param {Ports} ports
 * @param {Ownership} ownership keeps apart what is of an earlier attempt
 * @param {Snapshot | null} early what was done before
 * @returns {Opening}
 */
export function opening(said, ports, ownership, early) {
  const journal = ports.journalOf(learnerOf(said));
  // What is kept for nobody is shown to nobody before she says that it is hers.
  if (isAnybody(said)) journal.keepApart();
  const device = journal.read();
  const lms = said.data === "" ? null : ports.decode(said.data);
  const givenBack = lms ? "sound" : faultOf(said.data, device?.taken);
  const read = givenBack === "damaged" ? (ports.salvage?.(said.data) ?? null) : lms;
  // Words that may have lost their end do not stand for those that are here: both are kept.
  const kept = ownership.begin(journal, said, reconcile(read, givenBack === "damaged" ? withoutSent(device) : device));
  if (givenBack === "damaged") ownership.damage(said.data);
  // What is only looked at stands as it was left, also where she pressed something before that was known.
  const snapshot = early === null || said.mode !== "normal" ? kept : join(early, kept);
  snapshot.seed ||= ports.seedFor?.(said.learner) ?? 0;
  noteSent(snapshot, read);
  // What she chose on this device is newer than what she told the LMS in some other course.
  if (device === null && said.captions !== null) snapshot.preferences = { ...snapshot.preferences, captions: said.captions };
  return { journal, givenBack, lms, device, kept, snapshot };
}

/**
 * @param {string} data a state that cannot be read
 * @param {import("../state/snapshot.js").Taken} [taken] what the LMS took last from this device
 * @returns {GivenBack}
 */
function faultOf(data, taken) {
  if (data === "") return "none";
  if (!taken || !data.startsWith(taken.head)) return "damaged";
  return data.length < taken.length ? "cut" : "ours";
}

/**
 * @param {Snapshot} snapshot
 * @returns {Map<string, number>} places of interactions in the LMS, by item; also of questions that are no more
 */
export function placesOf({ items, dormant }) {
  /** @type {[string, number][]} */
  const places = [...items].map(([id, { index }]) => [id, index]);
  for (const { key, index } of dormant.items) places.push([`#${key}`, index]);
  return new Map(places.filter(([, index]) => index >= 0));
}
