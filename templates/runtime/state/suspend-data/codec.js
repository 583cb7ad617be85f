import { FILM_STEP, SCHEMA, SCHEMA_WITH_BASES, SCHEMA_WITH_SEED, SCHEMA_WITH_TEXTS } from "../../contract.js";
import { fromBase64url, toBase64url } from "./base64url.js";
import { ByteReader, ByteWriter } from "./bytes.js";
import { crc32 } from "../crc32.js";
import { packProse, unpackProse } from "./prose.js";
import { ITEM_STATES } from "../snapshot.js";

/** @typedef {import("../snapshot.js").Packed} Packed */
/** @typedef {import("../snapshot.js").PackedItem} PackedItem */
/** @typedef {import("../snapshot.js").PackedProse} PackedProse */

/**
 * The saved state as text, for suspend data:
 *
 *     X1.<step><checksum>.<payload>[.<prose>]
 *
 * `step`: how far down the ladder it was cut, one digit. `checksum`: CRC-32 of all but itself in six characters.
 * `prose`: words of reflections, when there are any (see `prose.js`): for each its key, a line break, the words, a NUL.
 * `payload`: varints in base64url:
 *
 *     schema, fingerprint, counter, current + 1 (0: none), flags, [score], [seed]
 *     number of modules, then for each: (key - key before) * 2 + done
 *     number of items,   then for each: key - key before, head, [basis], [credit], [attempts], [index],
 *                        [number of choices, choices],
 *                        [number of texts, then for each: number of characters, code points]
 *     number of films,   then for each: key, seconds / 5
 *     [number of drafts, then for each: as an item with a basis]
 *     [how the page is to look]
 *
 *     flags: 1 completed, 2 passed, 4 has a score, 8 has a credit for every answer that is partly right,
 *            16 has bases, which schema 3 always has, 32 has drafts, 64 says how the page is to look, in any schema: who does
 *            not know of these stops before
 *     head:  state (0 to 7), 8 has attempts, 16 has an index, 32 has choices, 64 has texts
 *
 * Modules and items are sorted by key, so that differences are small. Never change what a schema number means: 2 is 1
 * with texts, 3 is 2 with the basis of every item, 4 is 3 with a seed and perhaps credits. Each is written only where it is needed, so that a course without
 * them is read by every version.
 */
const FORM = /X1\.([0-9])([\w-]{6})\.([\w-]+(?:\.[\w-]+)?)/;
const PARTLY = "partly-correct";

/**
 * @param {Packed} packed
 * @param {number} step
 * @returns {string}
 */
export function encodePacked(packed, step) {
  const writer = new ByteWriter();
  const { seed = 0, drafts = [], reading } = packed;
  const credits = packed.items.some(({ credit = 0 }) => credit > 0);
  const bases = packed.items.some(({ basis = 0 }) => basis > 0);
  const schema = seed > 0 || credits ? SCHEMA_WITH_SEED : bases ? SCHEMA_WITH_BASES : packed.items.some(hasTexts) ? SCHEMA_WITH_TEXTS : SCHEMA;
  writer.number(schema);
  writer.number(packed.fingerprint);
  writer.number(packed.counter);
  writer.number(packed.current + 1);
  writer.number((packed.completed ? 1 : 0) + (packed.passed ? 2 : 0) + (packed.score >= 0 ? 4 : 0) + (drafts.length > 0 ? 32 : 0) + (reading === undefined ? 0 : 64) + (schema < SCHEMA_WITH_SEED ? 0 : (credits ? 8 : 0) + (bases ? 16 : 0)));
  if (packed.score >= 0) writer.number(packed.score);
  if (schema === SCHEMA_WITH_SEED) writer.number(seed);
  writeSorted(writer, packed.modules, (module, gap) => writer.number(gap * 2 + (module.done ? 1 : 0)));
  writeSorted(writer, packed.items, (item, gap) => {
    writer.number(gap);
    writeItem(writer, item, bases, credits);
  });
  writer.number(packed.films.length);
  for (const film of packed.films) {
    writer.number(film.key);
    writer.number(film.seconds / FILM_STEP);
  }
  if (drafts.length > 0) writeSorted(writer, drafts, (draft, gap) => (writer.number(gap), writeItem(writer, draft, true, false)));
  if (reading !== undefined) writer.number(reading);
  const payload = toBase64url(writer.bytes()) + encodeProse(packed.prose ?? []);
  return `X1.${step}${checksum(`${step}.${payload}`)}.${payload}`;
}

/**
 * @param {string} text anything that an LMS may give back
 * @returns {Packed | null} null for whatever is not a whole and sound state; never throws
 */
export function decodePacked(text) {
  const [, step, sum, payload] = FORM.exec(text) ?? [];
  if (step === undefined || payload === undefined || sum !== checksum(`${step}.${payload}`)) return null;
  const [state = "", prose = ""] = payload.split(".");
  const bytes = fromBase64url(state);
  try {
    const packed = emptyPacked();
    if (!bytes || !readPacked(new ByteReader(bytes), packed)) return null;
    return prose === "" ? packed : { ...packed, prose: proseOf(unpackProse(prose) ?? "") };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** @type {string[]} the last words and what they came to: packing takes longer than all else */
let lastProse = ["", ""];

/**
 * @param {PackedProse[]} prose
 * @returns {string}
 */
function encodeProse(prose) {
  if (prose.length === 0) return "";
  const text = prose.map((entry) => `${entry.key}\n${entry.text.replaceAll("\0", "")}\0`).join("");
  if (lastProse[0] !== text) lastProse = [text, `.${packProse(text)}`];
  return lastProse[1] ?? "";
}

/**
 * @param {string} text
 * @returns {PackedProse[]}
 */
export function proseOf(text) {
  return text.split("\0").slice(0, -1).map((entry) => {
    const [key = "", ...lines] = entry.split("\n");
    return { key: Number(key), text: lines.join("\n") };
  });
}

/** @type {(text: string) => string} six characters */
export function checksum(text) {
  const sum = crc32(text);
  return toBase64url([sum >>> 24, (sum >>> 16) & 0xff, (sum >>> 8) & 0xff, sum & 0xff]);
}

/**
 * @template {{key: number}} T
 * @param {ByteWriter} writer
 * @param {T[]} entries
 * @param {(entry: T, gap: number) => void} write
 */
function writeSorted(writer, entries, write) {
  const sorted = [...entries].sort((one, other) => one.key - other.key);
  writer.number(sorted.length);
  let before = 0;
  for (const entry of sorted) {
    write(entry, entry.key - before);
    before = entry.key;
  }
}

/**
 * @param {ByteWriter} writer
 * @param {PackedItem} item
 * @param {boolean} bases
 * @param {boolean} credits
 */
function writeItem(writer, item, bases, credits) {
  const { attempts, index, choices } = item;
  const parts = (attempts > 0 ? 8 : 0) + (index >= 0 ? 16 : 0) + (choices.length > 0 ? 32 : 0);
  writer.number(ITEM_STATES.indexOf(item.state) + parts + (hasTexts(item) ? 64 : 0));
  if (bases) writer.number(item.basis ?? 0);
  if (credits && item.state === PARTLY) writer.number(item.credit ?? 0);
  if (attempts > 0) writer.number(attempts);
  if (index >= 0) writer.number(index);
  if (choices.length > 0) {
    writer.number(choices.length);
    for (const choice of choices) writer.number(choice);
  }
  if (hasTexts(item)) writeTexts(writer, item.texts ?? []);
}

/** @type {(item: PackedItem) => boolean} */
const hasTexts = ({ texts = [] }) => texts.length > 0;

/**
 * @param {ByteWriter} writer
 * @param {string[]} texts
 */
function writeTexts(writer, texts) {
  writer.number(texts.length);
  for (const text of texts) {
    const characters = [...text];
    writer.number(characters.length);
    for (const character of characters) writer.number(character.codePointAt(0) ?? 0);
  }
}

/** @returns {Packed} */
export function emptyPacked() {
  return { fingerprint: 0, counter: 0, current: -1, completed: false, passed: false, score: -1, modules: [], items: [], films: [] };
}

/**
 * Throws a RangeError at the end of what can be read; what was read before is in `packed` by then.
 * @param {ByteReader} reader
 * @param {Packed} packed
 * @returns {boolean} false for a schema of which nothing is known
 */
export function readPacked(reader, packed) {
  const schema = reader.number();
  if (schema < SCHEMA || schema > SCHEMA_WITH_SEED) return false;
  packed.fingerprint = reader.number();
  packed.counter = reader.number();
  packed.current = reader.number() - 1;
  const flags = reader.number();
  packed.completed = (flags & 1) !== 0;
  packed.passed = (flags & 2) !== 0;
  packed.score = flags & 4 ? reader.number() : -1;
  packed.seed = schema === SCHEMA_WITH_SEED ? reader.number() : 0;
  let before = 0;
  times(reader.number(), packed.modules, () => {
    const entry = reader.number();
    before += Math.floor(entry / 2);
    return { key: before, done: entry % 2 === 1 };
  });
  before = 0;
  times(reader.number(), packed.items, () => {
    before += reader.number();
    return readItem(reader, before, schema === SCHEMA_WITH_SEED ? flags : schema === SCHEMA_WITH_BASES ? 16 : 0, schema > SCHEMA);
  });
  times(reader.number(), packed.films, () => ({ key: reader.number(), seconds: reader.number() * FILM_STEP }));
  before = 0;
  if (flags & 32) times(reader.number(), (packed.drafts = []), () => readItem(reader, (before += reader.number()), 16, true));
  if (flags & 64) packed.reading = reader.number();
  return true;
}

/**
 * @param {ByteReader} reader
 * @param {number} key
 * @param {number} flags 8: has credits, 16: has bases
 * @param {boolean} texts
 * @returns {PackedItem}
 */
function readItem(reader, key, flags, texts) {
  const head = reader.number();
  const state = ITEM_STATES[head & 7];
  if (state === undefined) throw new RangeError("no such state");
  const basis = flags & 16 ? reader.number() : 0;
  const credit = flags & 8 && state === PARTLY ? reader.number() : 0;
  const attempts = head & 8 ? reader.number() : 0;
  const index = head & 16 ? reader.number() : -1;
  const choices = head & 32 ? times(reader.number(), [], () => reader.number()) : [];
  if (!texts || (head & 64) === 0) return { key, state, choices, attempts, index, basis, credit };
  return { key, state, choices, attempts, index, basis, credit, texts: times(reader.number(), [], () => readText(reader)) };
}

/** @type {(reader: ByteReader) => string} */
const readText = (reader) => String.fromCodePoint(...times(reader.number(), [], () => reader.number()));

/**
 * @template T
 * @param {number} count
 * @param {T[]} list grows by so many
 * @param {() => T} read
 * @returns {T[]}
 */
function times(count, list, read) {
  for (let time = 0; time < count; time += 1) list.push(read());
  return list;
}
