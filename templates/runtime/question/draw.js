import { hash32 } from "../state/hash.js";
import { emptyRecord } from "../state/snapshot.js";

/** @typedef {import("../state/snapshot.js").ItemRecord} ItemRecord */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */

/**
 * Gives each module that draws the questions of this learner: those that she has been given before, as long as they
 * are there, and others by chance until there are enough. What she was given is in the snapshot, answered or not.
 * Without script, and on paper, all of them are on the page.
 * @param {import("../course.js").Course} course
 * @param {Snapshot} snapshot
 */
export function drawQuestions({ modules, items }, snapshot) {
  const { seed } = snapshot;
  for (const module of modules) {
    if (module.draw === 0) continue;
    const from = module.all.filter((id) => items.get(id)?.scored);
    const claim = (/** @type {string} */ id) => claimOf(snapshot.items.get(id));
    const line = from.sort((one, other) => claim(one) - claim(other) || hash32(one, seed) - hash32(other, seed));
    const drawn = new Set(line.filter((id, place) => place < module.draw || claim(id) === 0));
    for (const id of from) {
      items.get(id)?.element.toggleAttribute("data-undrawn", !drawn.has(id));
      if (!drawn.has(id)) snapshot.items.delete(id);
      else if (seed > 0 && !snapshot.items.has(id)) snapshot.items.set(id, emptyRecord());
    }
    const has = (/** @type {string} */ id) => drawn.has(id) || !items.get(id)?.scored;
    module.asked = module.all.filter(has);
    module.scored = module.asked.filter((id) => drawn.has(id));
  }
}

/** @type {(record: ItemRecord | undefined) => number} 0: it was worked on and stays, 1: it was given before, 2: neither */
function claimOf(record) {
  if (record === undefined) return 2;
  return record.state === "unanswered" && record.attempts === 0 && record.draft === null ? 1 : 0;
}
