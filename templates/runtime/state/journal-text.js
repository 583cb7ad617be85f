import { fieldsOf, pairsIn, parse, textIn, textsIn, wholeIn } from "./fields.js";
import { readPortfolio, writePortfolio } from "./portfolio.js";
import { readNote, writeNote } from "./kept-note.js";
import { emptyRecord, emptySnapshot, ITEM_STATES } from "./snapshot.js";

/** @typedef {import("./snapshot.js").Snapshot} Snapshot */
/** @typedef {import("./snapshot.js").ItemRecord} ItemRecord */

const FORMAT = 1;

/**
 * @param {Snapshot} snapshot
 * @param {number} [serial]
 * @returns {string}
 */
export function writeJournal(snapshot, serial) {
  const { counter, current, completed, passed, score, seed, preferences, taken } = snapshot;
  const modules = Object.fromEntries(snapshot.modules);
  const items = Object.fromEntries([...snapshot.items].map(([id, record]) => [id, shortRecord(record)]));
  const films = [...snapshot.films];
  const whole = { format: FORMAT, serial, counter, current, completed, passed, score, seed, preferences, taken, modules, items, films };
  return JSON.stringify({ ...whole, portfolio: writePortfolio(snapshot.portfolio) });
}

/**
 * Without what is as in an empty record.
 * @param {ItemRecord} record
 */
function shortRecord(record) {
  /** @type {Record<string, unknown>} */
  const empty = { ...emptyRecord() };
  return Object.fromEntries(
    Object.entries({ ...record, ...writeNote(record) }).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(empty[name])),
  );
}

/**
 * @param {string} text anything at all: other pages share the storage
 * @returns {Snapshot | null} what of it is sound; null when nothing is; never throws
 */
export function readJournal(text) {
  const raw = parse(text);
  if (raw["format"] !== FORMAT) return null;
  const snapshot = emptySnapshot();
  snapshot.counter = wholeIn(raw["counter"], 0);
  snapshot.current = textIn(raw["current"]);
  snapshot.completed = raw["completed"] === true;
  snapshot.passed = raw["passed"] === true;
  snapshot.score = wholeIn(raw["score"], -1);
  snapshot.seed = wholeIn(raw["seed"], 0);
  for (const [id, state] of Object.entries(fieldsOf(raw["modules"]))) {
    snapshot.modules.set(id, state === "done" ? "done" : "started");
  }
  for (const [id, record] of Object.entries(fieldsOf(raw["items"]))) {
    snapshot.items.set(id, readRecord(id, fieldsOf(record)));
  }
  for (const [film, seconds] of pairsIn(raw["films"])) snapshot.films.set(film, Math.max(0, Number(seconds) || 0));
  const taken = fieldsOf(raw["taken"]);
  if (typeof taken["head"] === "string") snapshot.taken = { head: taken["head"], length: wholeIn(taken["length"], 0) };
  snapshot.portfolio = readPortfolio(raw["portfolio"]);
  const preferences = fieldsOf(raw["preferences"]);
  snapshot.preferences.captions = preferences["captions"] !== false;
  snapshot.preferences.speed = Math.min(4, Math.max(0.25, Number(preferences["speed"]) || 1));
  if (Number.isSafeInteger(preferences["reading"])) snapshot.preferences.reading = Number(preferences["reading"]);
  if (typeof preferences["language"] === "string") snapshot.preferences.language = preferences["language"];
  const look = Object.entries(fieldsOf(preferences["look"])).filter(([, value]) => typeof value === "string");
  if (look.length > 0) snapshot.preferences.look = /** @type {Record<string, string>} */ (Object.fromEntries(look));
  return snapshot;
}

/**
 * @param {string} id
 * @param {Record<string, unknown>} raw
 * @returns {ItemRecord}
 */
function readRecord(id, raw) {
  const record = emptyRecord();
  record.state = ITEM_STATES.find((state) => state === raw["state"]) ?? "unanswered";
  record.response = textsIn(raw["response"]);
  record.draft = Array.isArray(raw["draft"]) ? textsIn(raw["draft"]) : null;
  record.attempts = wholeIn(raw["attempts"], 0);
  record.index = wholeIn(raw["index"], -1);
  record.basis = wholeIn(raw["basis"], 0);
  record.credit = wholeIn(raw["credit"], 0);
  if (Number.isSafeInteger(raw["drafted"])) record.drafted = Number(raw["drafted"]);
  if (Number.isSafeInteger(raw["sent"])) record.sent = Number(raw["sent"]);
  if (raw["joined"] === true) record.joined = true;
  record.text = textIn(raw["text"]);
  if (raw["noted"] === true) record.noted = true;
  return Object.assign(record, readNote(id, raw["note"], record.text));
}

/** @type {(text: string | null) => number} */
export const serialOf = (text) => wholeIn(parse(text)["serial"], 0);
