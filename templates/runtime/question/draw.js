import { hash32 } from "../state/hash.js";
import { emptyRecord } from "../state/snapshot.js";

/** @typedef {import("../state/snapshot.js").ItemRecord} ItemRecord */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */

/**
 * Gives each module that draws, and each bank over all modules, the questions of this learner: those that she has been
 * given before, as long as they are there, and others by chance until there are enough. What she was given is in the
 * snapshot, answered or not. Without script, and on paper, all of them are on the page.
 * @param {import("../course.js").Course} course
 * @param {Snapshot} snapshot
 */
export function drawQuestions({ modules, items, banks = {} }, snapshot) {
  const scored = (/** @type {string} */ id) => items.get(id)?.scored ?? false;
  const all = modules.flatMap((module) => module.all).filter(scored);
  const ofBank = (/** @type {string} */ bank) => all.filter((id) => items.get(id)?.element.dataset["bank"] === bank);
  const lots = [
    ...modules.filter(({ draw }) => draw > 0).map((module) => ({ draw: module.draw, from: module.all.filter(scored) })),
    ...Object.entries(banks).map(([bank, draw]) => ({ draw, from: ofBank(bank) })),
  ];
  const undrawn = new Set(lots.flatMap(({ draw, from }) => leftOut(from, draw, snapshot)));
  for (const id of lots.flatMap(({ from }) => from)) {
    items.get(id)?.element.toggleAttribute("data-undrawn", undrawn.has(id));
    if (undrawn.has(id)) snapshot.items.delete(id);
    else if (snapshot.seed > 0 && !snapshot.items.has(id)) snapshot.items.set(id, emptyRecord());
  }
  for (const module of modules) {
    module.asked = module.all.filter((id) => !undrawn.has(id));
    module.scored = module.asked.filter(scored);
  }
}

/** @type {(from: string[], draw: number, snapshot: Snapshot) => string[]} ids of the questions that this learner is not given */
function leftOut(from, draw, { items, seed }) {
  const claim = (/** @type {string} */ id) => claimOf(items.get(id));
  const line = from.sort((one, other) => claim(one) - claim(other) || hash32(one, seed) - hash32(other, seed));
  return line.filter((id, place) => place >= draw && claim(id) > 0);
}

/** @type {(record: ItemRecord | undefined) => number} 0: it was worked on and stays, 1: it was given before, 2: neither */
function claimOf(record) {
  if (record === undefined) return 2;
  return record.state === "unanswered" && record.attempts === 0 && record.draft === null ? 1 : 0;
}
