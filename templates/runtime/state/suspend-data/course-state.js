import { decodePacked } from "./codec.js";
import { hash32 } from "../hash.js";
import { courseKeys, filmKeys } from "./keys.js";
import { encodeWithin } from "./ladder.js";
import { pack, unpack } from "./pack.js";
import { salvage } from "./salvage.js";

/** @typedef {import("../../course.js").Course} Course */
/** @typedef {import("../snapshot.js").Packed} Packed */
/** @typedef {import("../snapshot.js").Snapshot} Snapshot */
/** @typedef {import("../../session/ports.js").Ports} Ports */
/** @typedef {import("./pack.js").Names} Names */

/**
 * The state of one course as text. The tables of its ids are made at first use.
 * @param {Course} course
 * @returns {Pick<Ports, "encode" | "decode" | "salvage">}
 */
export function courseStates(course) {
  /** @type {Names | undefined} */
  let made;
  const names = () => (made ??= namesOf(course));
  return {
    encode: (snapshot, limit) => encodeWithin(pack(snapshot, names()), limit, names().items.idOf),
    decode: (text) => unpacked(decodePacked(text)),
    salvage(text) {
      const snapshot = unpacked(salvage(text));
      // What names nothing of this course may be damaged in more ways than can be told.
      const { modules, items, films } = snapshot?.dormant ?? { modules: [], items: [], films: [] };
      return modules.length + items.length + films.length > 0 ? null : snapshot;
    },
  };

  /** @type {(packed: Packed | null) => Snapshot | null} */
  function unpacked(packed) {
    return packed && unpack(packed, names());
  }
}

/**
 * @param {Course} course
 * @returns {Names}
 */
function namesOf(course) {
  const modules = course.modules.map(({ id }) => id);
  const items = [...course.items.keys()];
  // All that are drawn from, before any is: `draw.js` leaves in a module what this learner has.
  const banked = new Set(course.modules.flatMap(({ draw, all }) => (draw > 0 ? all : [])));
  const fingerprint = hash32([course.version, ...modules, ...items].join("\n")) % 2 ** 16;
  return {
    modules: courseKeys(modules),
    // That a module was read, or a film watched, is kept as an answer is.
    items: courseKeys([...items, ...course.modules.flatMap(({ end = "", films = [] }) => [end, ...films]).filter(Boolean)]),
    films: filmKeys(course.films),
    choicesOf(item) {
      const known = course.items.get(item);
      return known ? known.choices() : [];
    },
    drawn: (item) => (banked.has(item) || course.items.get(item)?.element.dataset["bank"] !== undefined) && course.items.get(item)?.scored === true,
    limited: (item) => course.items.get(item)?.element.dataset["attempts"] !== undefined,
    fingerprint: () => fingerprint,
  };
}
