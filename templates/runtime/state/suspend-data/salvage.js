import { fromBase64url } from "./base64url.js";
import { ByteReader } from "./bytes.js";
import { checksum, decodePacked, emptyPacked, proseOf, readPacked } from "./codec.js";
import { wrongByte } from "../crc32.js";
import { unpackProse } from "./prose.js";

/** @typedef {import("../snapshot.js").Packed} Packed */

/** Head, checksum, and whatever follows. */
const HEAD = "X1.";
const CUT = /^X1\.[0-9][A-Za-z0-9_-]{6}\.([A-Za-z0-9_-]*)(?:\.([A-Za-z0-9_-]*))?$/;
const SUM = 6;

/**
 * What can be read for certain of a state that is not sound: all of it when one character is wrong, which its checksum
 * tells; its beginning when its end is missing. Of anything else nothing can be told from what is wrong.
 * @param {string} text
 * @returns {Packed | null}
 */
export function salvage(text) {
  return decodePacked(text) ?? decodePacked(mended(text)) ?? readCut(text);
}

/**
 * @param {string} text
 * @returns {string} the same with one character put right, when it is one that is wrong
 */
function mended(text) {
  const step = text.slice(HEAD.length, HEAD.length + 1);
  const sum = text.slice(HEAD.length + 1, HEAD.length + 1 + SUM);
  const payload = text.slice(HEAD.length + 1 + SUM + 1);
  const right = checksum(`${step}.${payload}`);
  // It may be the checksum itself that is wrong, or what stands around it.
  const [stored, wrong] = [fromBase64url(sum), [...right].filter((character, place) => character !== sum[place])];
  if (wrong.length <= 1 || stored?.length !== 4) return `${HEAD}${step}${right}.${payload}`;
  const bytes = Uint8Array.from(`${step}.${payload}`, (character) => character.charCodeAt(0));
  const found = wrongByte(bytes, new DataView(stored.buffer).getUint32(0));
  if (found) bytes[found.at] = found.byte;
  const body = new TextDecoder().decode(bytes);
  return `${HEAD}${body.slice(0, 1)}${sum}${body.slice(1)}`;
}

/**
 * @param {string} text
 * @returns {Packed | null}
 */
function readCut(text) {
  const [, state = "", prose] = CUT.exec(text) ?? [];
  const packed = emptyPacked();
  if (!readAll(packed, state)) return packed.counter > 0 ? packed : null;
  if (prose === undefined) return null;
  const entries = proseOf(`${unpackProse(whole(prose), true) ?? ""}\0`);
  return { ...packed, prose: entries.filter((entry) => entry.key > 0 && entry.text !== "") };
}

/**
 * @param {Packed} packed takes what can be read
 * @param {string} state
 * @returns {boolean} whether nothing is missing
 */
function readAll(packed, state) {
  try {
    return readPacked(new ByteReader(fromBase64url(whole(state)) ?? []), packed);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** @type {(text: string) => string} base64url of whole bytes */
const whole = (text) => (text.length % 4 === 1 ? text.slice(0, -1) : text);
