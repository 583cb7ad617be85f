import { FILM_STEP, FIRST_BASIS, LAST_BASIS, LONGEST_GAP, MOST_ATTEMPTS, MOST_NUMBERED_ATTEMPTS, OUTDATED } from "../../contract.js";
import { hash32 } from "../hash.js";
import { choiceKeys, isSeen } from "./keys.js";
import { emptyRecord, emptySnapshot } from "../snapshot.js";

/** @typedef {import("../snapshot.js").Snapshot} Snapshot */
/** @typedef {import("../snapshot.js").Packed} Packed */
/** @typedef {import("../snapshot.js").PackedItem} PackedItem */
/** @typedef {import("../snapshot.js").ItemRecord} ItemRecord */
/** @typedef {import("./keys.js").Keys} Keys */

/**
 * The ids of the course that is being played.
 *
 * @typedef {object} Names
 * @property {Keys} modules
 * @property {Keys} items
 * @property {Keys} films
 * @property {(item: string) => string[] | null} choicesOf ids of the options of a question, in any order; null when an
 *   answer to it is words
 * @property {(item: string) => boolean} limited whether its attempts are numbered
 * @property {(item: string) => boolean} [drawn] whether it is one of several of which a learner is given some: then it
 *   is kept that she was, also before she answers
 * @property {() => number} fingerprint
 */

/**
 * Leaves out the words of reflections, unless the LMS might keep them when they were written, and all else that stays on the device.
 * @param {Snapshot} snapshot
 * @param {Names} names
 * @returns {Packed}
 */
export function pack(snapshot, names) {
  const { dormant } = snapshot;
  const known = (/** @type {Keys} */ keys, /** @type {string} */ id) => keys.idOf(keys.keyOf(id)) === id;
  const modules = [...snapshot.modules].filter(([id]) => known(names.modules, id));
  const items = [...snapshot.items].filter(([id, record]) => known(names.items, id) && isKept(id, record, names));
  const films = [...snapshot.films].filter(([id, seconds]) => known(names.films, id) && (seconds >= FILM_STEP || isSeen(id)));
  const drafts = [...snapshot.items].filter(([id, { draft }]) => draft !== null && known(names.items, id));
  const prose = items.map(([id, { text, sent, lms = "" }]) => ({ key: names.items.keyOf(id), text: sent ? text : lms })).filter(({ text }) => text);
  return {
    fingerprint: names.fingerprint(),
    counter: snapshot.counter,
    current: known(names.modules, snapshot.current) ? names.modules.keyOf(snapshot.current) : -1,
    completed: snapshot.completed,
    passed: snapshot.passed,
    score: snapshot.score,
    seed: snapshot.seed,
    modules: [
      ...modules.map(([id, state]) => ({ key: names.modules.keyOf(id), done: state === "done" })),
      ...dormant.modules,
    ],
    items: [...items.map(([id, record]) => packItem(id, record, names)), ...dormant.items],
    films: [
      ...films.reverse().map(([id, seconds]) => ({ key: names.films.keyOf(id), seconds: toStep(seconds) })),
      ...dormant.films,
    ],
    ...(snapshot.preferences.reading === undefined ? {} : { reading: snapshot.preferences.reading }),
    drafts: drafts.map(([id, { draft, drafted }]) => packItem(id, { ...emptyRecord(), response: draft ?? [], basis: drafted ?? idsBasis(draft, names.choicesOf(id)) }, names)),
    prose: [...prose, ...(dormant.prose ?? [])],
  };
}

/** @type {(id: string, record: ItemRecord, names: Names) => boolean} attempts are used up also by an answer that was taken back */
const isKept = (id, { state, attempts }, names) => state !== "unanswered" || attempts > 0 || (names.drawn?.(id) ?? false);

/** @type {(seconds: number) => number} */
const toStep = (seconds) => Math.floor(seconds / FILM_STEP) * FILM_STEP;

/**
 * @param {string} id
 * @param {ItemRecord} record
 * @param {Names} names
 * @returns {PackedItem}
 */
function packItem(id, record, names) {
  const { state, index, basis, credit, response } = record;
  const limited = names.limited(id);
  const attempts = Math.min(record.attempts, limited ? MOST_NUMBERED_ATTEMPTS : MOST_ATTEMPTS);
  const packed = { key: names.items.keyOf(id), state, attempts, index, basis, credit, limited };
  const choices = names.choicesOf(id);
  if (choices === null) return { ...packed, choices: [], texts: response.map((text) => text.slice(0, LONGEST_GAP)) };
  return { ...packed, choices: response.map(choiceKeys(choices).keyOf) };
}

/**
 * @param {Packed} packed
 * @param {Names} names
 * @returns {Snapshot}
 */
export function unpack(packed, names) {
  const snapshot = emptySnapshot();
  const { counter, completed, passed, score, seed = 0 } = packed;
  Object.assign(snapshot, { counter, completed, passed, score, seed });
  snapshot.current = names.modules.idOf(packed.current) ?? "";
  if (packed.reading !== undefined) snapshot.preferences.reading = packed.reading;
  for (const module of packed.modules) {
    const id = names.modules.idOf(module.key);
    if (id === null) snapshot.dormant.modules.push(module);
    else snapshot.modules.set(id, module.done ? "done" : "started");
  }
  for (const item of packed.items) {
    const id = names.items.idOf(item.key);
    if (id === null) snapshot.dormant.items.push(item);
    else snapshot.items.set(id, unpackItem(id, item, names));
  }
  for (const film of [...packed.films].reverse()) {
    const id = names.films.idOf(film.key);
    if (id === null) snapshot.dormant.films.unshift(film);
    else snapshot.films.set(id, film.seconds);
  }
  for (const entry of packed.prose ?? []) {
    const id = names.items.idOf(entry.key);
    if (id === null) snapshot.dormant.prose = [...(snapshot.dormant.prose ?? []), entry];
    else snapshot.items.set(id, { ...(snapshot.items.get(id) ?? emptyRecord()), state: "answered", text: entry.text, sent: 1 });
  }
  for (const entry of packed.drafts ?? []) {
    const id = names.items.idOf(entry.key);
    if (id === null) continue;
    const { response: draft } = unpackItem(id, entry, names);
    const basis = entry.basis === idsBasis(draft, names.choicesOf(id)) ? 0 : entry.basis;
    snapshot.items.set(id, { ...(snapshot.items.get(id) ?? emptyRecord()), draft, ...(basis ? { drafted: basis } : {}) });
  }
  return snapshot;
}

/**
 * What a draft rests on whose ids say its words. The key of an option that is gone may be that of a new one: then this differs.
 * @param {string[] | null} draft
 * @param {string[] | null} choices null where an answer is words, which stand there themselves
 * @returns {number} 2 to 16383; 0 for words
 */
function idsBasis(draft, choices) {
  return choices && draft ? FIRST_BASIS + (draft.reduce((sum, id) => sum + hash32(id, 2), 0) % (LAST_BASIS + 1 - FIRST_BASIS)) : 0;
}

/**
 * An answer of which a part is not among the options any more comes back without that part, and as outdated.
 * @param {string} id
 * @param {PackedItem} item
 * @param {Names} names
 * @returns {ItemRecord}
 */
function unpackItem(id, item, names) {
  const { state, attempts, index, credit = 0, texts = [] } = item;
  const choices = names.choicesOf(id);
  const keys = choiceKeys(item.choices.length > 0 ? (choices ?? []) : []);
  const chosen = item.choices.map(keys.idOf).filter((choice) => choice !== null);
  const response = choices === null ? texts : chosen;
  const basis = response.length < item.choices.length + texts.length ? OUTDATED : (item.basis ?? 0);
  return { ...emptyRecord(), state, response, attempts, index, basis, credit };
}
