import { LARGEST_SEED } from "../contract.js";
import { hash32 } from "../state/hash.js";

/**
 * @param {string} learner id that the LMS gave, or "" when there is none
 * @returns {number} 1 to `LARGEST_SEED`: the same for a learner wherever she goes on, or by chance, to be kept with her work
 */
export function seedFor(learner) {
  return 1 + (hash32(learner || String(Math.random())) % LARGEST_SEED);
}

/**
 * An order of a learner's own, the same each time. The builder makes one for paper, which is the same for all.
 * @param {readonly string[]} ids
 * @param {string} name of what is put in order
 * @param {number} seed
 * @param {readonly string[]} [avoided] never this order: it would be the right one
 * @returns {string[]}
 */
export function ownOrder(ids, name, seed, avoided = ids) {
  const chance = (/** @type {string} */ id) => hash32(`${name}/${id}`, seed);
  const mixed = [...ids].sort((one, other) => chance(one) - chance(other));
  if (mixed.join() === avoided.join()) mixed.push(...mixed.splice(0, 1));
  return mixed;
}

/**
 * @param {Element} list
 * @param {readonly string[]} ids of its children; those that it does not have are passed over
 * @param {(child: Element) => string | undefined} idOf
 */
export function arrange(list, ids, idOf) {
  const children = new Map([...list.children].map((child) => [idOf(child), child]));
  for (const id of ids) {
    const child = children.get(id);
    if (child) list.append(child);
  }
}
