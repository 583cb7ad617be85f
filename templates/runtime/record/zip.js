import { crc32OfBytes } from "../state/crc32.js";

/**
 * @typedef {object} Entry
 * @property {string} name with forward slashes, ASCII
 * @property {Uint8Array} bytes
 */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** 1 January 1980, the first day that the format knows: the learner's clock is nobody's business. */
const DAY = 0x21;

/**
 * A zip archive (APPNOTE 6.3, 4.3), its entries stored as they are: a record is a few kilobytes, and the browsers'
 * own deflate would make all of it asynchronous.
 * @param {readonly Entry[]} entries in the order in which they are to be read
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function zip(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const path = new TextEncoder().encode(name);
    const sizes = [crc32OfBytes(bytes), bytes.length, bytes.length].map(long);
    const facts = [...[VERSION, 0, 0, 0, DAY].map(short), ...sizes, short(path.length), short(0)];
    const local = joined([long(LOCAL), ...facts, path, bytes]);
    directory.push(joined([long(CENTRAL), short(VERSION), ...facts, short(0), long(0), long(0), long(offset), path]));
    parts.push(local);
    offset += local.length;
  }
  const central = joined(directory);
  const counts = [0, 0, entries.length, entries.length].map(short);
  return joined([...parts, central, long(END), ...counts, long(central.length), long(offset), short(0)]);
}

/** @type {(parts: readonly Iterable<number>[]) => Uint8Array<ArrayBuffer>} */
const joined = (parts) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** @type {(value: number) => number[]} two bytes, the lower one first; a byte array takes the lowest eight bits of each */
const short = (value) => [value, value >>> 8];

/** @type {(value: number) => number[]} four bytes, the lowest first */
const long = (value) => [...short(value), ...short(value >>> 16)];
