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
  snapshot.counter = whole(raw["counter"], 0);
  snapshot.current = typeof raw["current"] === "string" ? raw["current"] : "";
  snapshot.completed = raw["completed"] === true;
  snapshot.passed = raw["passed"] === true;
  snapshot.score = whole(raw["score"], -1);
  snapshot.seed = whole(raw["seed"], 0);
  for (const [id, state] of Object.entries(objectOf(raw["modules"]))) {
    snapshot.modules.set(id, state === "done" ? "done" : "started");
  }
  for (const [id, record] of Object.entries(objectOf(raw["items"]))) {
    snapshot.items.set(id, readRecord(id, objectOf(record)));
  }
  for (const film of Array.isArray(raw["films"]) ? raw["films"] : []) {
    if (!Array.isArray(film) || typeof film[0] !== "string") continue;
    snapshot.films.set(film[0], Math.max(0, Number(film[1]) || 0));
  }
  const taken = objectOf(raw["taken"]);
  if (typeof taken["head"] === "string") snapshot.taken = { head: taken["head"], length: whole(taken["length"], 0) };
  snapshot.portfolio = readPortfolio(raw["portfolio"]);
  const preferences = objectOf(raw["preferences"]);
  snapshot.preferences.captions = preferences["captions"] !== false;
  snapshot.preferences.speed = Math.min(4, Math.max(0.25, Number(preferences["speed"]) || 1));
  if (Number.isSafeInteger(preferences["reading"])) snapshot.preferences.reading = Number(preferences["reading"]);
  if (typeof preferences["language"] === "string") snapshot.preferences.language = preferences["language"];
  const look = Object.entries(objectOf(preferences["look"])).filter(([, value]) => typeof value === "string");
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
  record.response = texts(raw["response"]) ?? [];
  record.draft = texts(raw["draft"]);
  record.attempts = whole(raw["attempts"], 0);
  record.index = whole(raw["index"], -1);
  record.basis = whole(raw["basis"], 0);
  record.credit = whole(raw["credit"], 0);
  if (Number.isSafeInteger(raw["drafted"])) record.drafted = Number(raw["drafted"]);
  if (Number.isSafeInteger(raw["sent"])) record.sent = Number(raw["sent"]);
  if (raw["joined"] === true) record.joined = true;
  record.text = typeof raw["text"] === "string" ? raw["text"] : "";
  if (raw["noted"] === true) record.noted = true;
  return Object.assign(record, readNote(id, raw["note"], record.text));
}

/** @type {(text: string | null) => number} */
export const serialOf = (text) => whole(parse(text ?? "")["serial"], 0);

/**
 * @param {string} text
 * @returns {Record<string, unknown>}
 */
export function parse(text) {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return {};
  }
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
function objectOf(value) {
  return typeof value === "object" && value !== null ? /** @type {Record<string, unknown>} */ (value) : {};
}

/** @type {(value: unknown) => string[] | null} */
const texts = (value) => (Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : null);

/** @type {(value: unknown, otherwise: number) => number} */
const whole = (value, otherwise) => (Number.isSafeInteger(value) ? Number(value) : otherwise);
