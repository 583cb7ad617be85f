import { OUTDATED } from "../contract.js";
import { holds } from "./basis.js";

/** @typedef {import("../course.js").Item} Item */
/** @typedef {import("../state/snapshot.js").ItemRecord} ItemRecord */
/** @typedef {import("../state/snapshot.js").Snapshot} Snapshot */

/**
 * Answers to questions that have changed since stay, as `answered`: something else is right now, or an option that was
 * chosen is gone or says something else. What was achieved with them (modules done, completion, the best score) is no
 * part of this and stays.
 * @param {Snapshot} snapshot
 * @param {ReadonlyMap<string, Item>} items of the course as it is now
 */
export function markOutdated(snapshot, items) {
  for (const [id, record] of snapshot.items) {
    const item = items.get(id);
    if (!item || item.privacy !== undefined) continue;
    const choices = item.choices();
    if (record.draft !== null) record.draft = choices === null || holds(record.drafted ?? 0, item.element, record.draft) ? known(record.draft, choices) : null;
    if (record.state === "unanswered") continue;
    const left = known(record.response, choices);
    if (item.still(record.response) && holds(record.basis, item.element, record.response) && left.length === record.response.length) continue;
    Object.assign(record, { state: "answered", response: left, basis: OUTDATED });
  }
}

/** @type {(response: string[], choices: string[] | null) => string[]} */
const known = (response, choices) => (choices === null ? response : response.filter((id) => choices.includes(id)));
