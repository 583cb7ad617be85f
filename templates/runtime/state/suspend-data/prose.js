import { fromBase64url, toBase64url } from "./base64url.js";

/**
 * Learners' words in as few characters as suspend data has room for. Each bit is foretold from the letters before it,
 * by several contexts whose opinions are weighed by how right they have been, and written by an arithmetic coder. It
 * is done at once, which the browser's own CompressionStream is not: a page that goes away cannot wait.
 *
 * Only + - * / and whole numbers decide anything, since these are the same in every browser, and Math.log is not.
 * Never change a number or a word of this file: what was written with it could not be read again.
 */
const PRIMER =
  "the and of to a in that is for it with as on be are this was have not by from at or an they we which their you can " +
  "will would there what when about more has been were who how our people children young families social work worker " +
  "practice team support because think learning understanding relationship risk approach. I think that we could " +
  "try to make sure that the voice of the child is heard. In my organisation, there has been a change in how " +
  "practitioners and managers work with partners. It is important to reflect on what I have learned, and I want to " +
  "discuss this in supervision. This means that I need time and resources to try something different. However, it " +
  "might also be difficult to do so at first, although some of us are already doing it.\n\n";

const ORDERS = 6;
const SLOTS = 2 ** 16;
/** After so many sightings a context changes its mind no more slowly. */
const SETTLED = 60;
const RATE = 0.02;

/**
 * @param {number} x above 0
 * @returns {number} natural logarithm
 */
function ln(x) {
  let rest = x;
  let sum = 0;
  for (; rest > 1.4; rest /= 2) sum += 0.6931471805599453;
  for (; rest < 0.7; rest *= 2) sum -= 0.6931471805599453;
  const z = (rest - 1) / (rest + 1);
  let power = 2 * z;
  for (let term = 1; term < 24; term += 2) {
    sum += power / term;
    power *= z * z;
  }
  return sum;
}

/**
 * @param {number} x
 * @returns {number} 1 / (1 + e^-x), between 1 and 4095 of 4096
 */
function squash(x) {
  const bounded = Math.max(-8.5, Math.min(8.5, x));
  let power = 1 - bounded / 1024 + (bounded * bounded) / 2097152;
  for (let time = 0; time < 10; time += 1) power *= power;
  return Math.max(1, Math.floor(4096 / (1 + power)));
}

/** What is foretold of the next bit, learning as it goes. */
class Model {
  #chances = new Uint16Array(ORDERS * SLOTS).fill(32768);
  #seen = new Uint8Array(ORDERS * SLOTS);
  #weights = new Float64Array(ORDERS * (ORDERS + 1)).fill(0.35);
  #inputs = new Float64Array(ORDERS);
  #places = new Int32Array(ORDERS);
  #hashes = new Int32Array(ORDERS);
  #set = 0;
  #partial = 1;
  #word = 0;
  /** @type {number[]} */
  #past = [0, 0, 0, 0, 0];
  /** @type {Float64Array} */
  static #stretched = new Float64Array(0);
  #chance = 2048;

  constructor() {
    if (Model.#stretched.length === 0) {
      Model.#stretched = Float64Array.from({ length: 4096 }, (_, p) => ln((p + 0.5) / (4095.5 - p)));
    }
    this.#foretell();
  }

  /** @returns {number} how likely a 1 is, of 4096 */
  get chance() {
    return this.#chance;
  }

  /** @param {number} bit what came */
  learn(bit) {
    const error = (bit * 4096 - this.#chance) / 4096;
    for (let order = 0; order < ORDERS; order += 1) {
      const place = /** @type {number} */ (this.#places[order]);
      const weight = this.#set * ORDERS + order;
      const input = /** @type {number} */ (this.#inputs[order]);
      this.#weights[weight] = /** @type {number} */ (this.#weights[weight]) + RATE * error * input;
      const chance = /** @type {number} */ (this.#chances[place]);
      const seen = /** @type {number} */ (this.#seen[place]);
      this.#chances[place] = chance + Math.trunc((bit * 65535 - chance) / (seen + 1.6));
      if (seen < SETTLED) this.#seen[place] = seen + 1;
    }
    this.#partial = this.#partial * 2 + bit;
    if (this.#partial > 255) this.#byte(this.#partial - 256);
    this.#foretell();
  }

  /** @param {number} byte */
  #byte(byte) {
    this.#partial = 1;
    this.#past = [byte, ...this.#past.slice(0, 4)];
    const letter = (byte | 32) >= 97 && (byte | 32) <= 122;
    this.#word = letter ? Math.imul(this.#word + (byte | 32), 0x2f0b4c47) : byte > 127 ? this.#word + byte : 0;
    let hash = 0;
    for (let order = 1; order < ORDERS - 1; order += 1) {
      hash = Math.imul(hash ^ /** @type {number} */ (this.#past[order - 1]), 0x01000193) + order;
      this.#hashes[order] = hash;
    }
    this.#hashes[ORDERS - 1] = this.#word ^ 0x5bd1e995;
  }

  #foretell() {
    let sum = 0;
    let known = 0;
    for (let order = 0; order < ORDERS; order += 1) {
      let hash = Math.imul(/** @type {number} */ (this.#hashes[order]) ^ Math.imul(this.#partial, 0x9e3779b1), 0x85ebca6b);
      hash ^= hash >>> 15;
      const place = order * SLOTS + (Math.imul(hash, 0x7feb352d) >>> 16);
      this.#places[order] = place;
      if (order < ORDERS - 1 && this.#seen[place] !== 0) known = order + 1;
      const chance = /** @type {number} */ (this.#chances[place]);
      this.#inputs[order] = /** @type {number} */ (Model.#stretched[chance >>> 4]);
    }
    this.#set = known;
    for (let order = 0; order < ORDERS; order += 1) {
      sum += /** @type {number} */ (this.#inputs[order]) * /** @type {number} */ (this.#weights[known * ORDERS + order]);
    }
    this.#chance = squash(sum);
  }
}

/** @returns {Model} one that knows a little English, which does little harm to other languages */
function primed() {
  const model = new Model();
  for (const byte of new TextEncoder().encode(PRIMER)) {
    for (let place = 7; place >= 0; place -= 1) model.learn((byte >> place) & 1);
  }
  return model;
}

/**
 * @param {string} text
 * @returns {string} base64url
 */
export function packProse(text) {
  const model = primed();
  const bytes = new TextEncoder().encode(text);
  /** @type {number[]} */
  const out = [];
  let low = 0;
  let high = 0xffffffff;
  const write = (/** @type {number} */ bit) => {
    const middle = low + Math.floor(((high - low) * model.chance) / 4096);
    if (bit) high = middle;
    else low = middle + 1;
    model.learn(bit);
    while (Math.floor(low / 2 ** 24) === Math.floor(high / 2 ** 24)) {
      out.push(Math.floor(high / 2 ** 24));
      low = (low % 2 ** 24) * 256;
      high = (high % 2 ** 24) * 256 + 255;
    }
  };
  const size = [bytes.length & 255, (bytes.length >> 8) & 255, bytes.length >> 16];
  for (const byte of bytes) for (let place = 7; place >= 0; place -= 1) write((byte >> place) & 1);
  out.push(Math.floor(high / 2 ** 24), Math.floor(high / 2 ** 16) & 255);
  return toBase64url([...size, ...out]);
}

/**
 * @param {string} packed
 * @param {boolean} [cut] whether its end may be missing: then only what is certain without it is given
 * @returns {string | null} null for what is no packed prose
 */
export function unpackProse(packed, cut = false) {
  const bytes = fromBase64url(packed);
  if (bytes === null || bytes.length < 3) return null;
  const length = (bytes[0] ?? 0) + (bytes[1] ?? 0) * 256 + (bytes[2] ?? 0) * 65536;
  const model = primed();
  let at = 3;
  const next = () => bytes[at++] ?? 0;
  let low = 0;
  let high = 0xffffffff;
  let code = 0;
  for (let time = 0; time < 4; time += 1) code = code * 256 + next();
  const read = () => {
    const middle = low + Math.floor(((high - low) * model.chance) / 4096);
    const bit = code <= middle ? 1 : 0;
    if (bit) high = middle;
    else low = middle + 1;
    model.learn(bit);
    while (Math.floor(low / 2 ** 24) === Math.floor(high / 2 ** 24)) {
      low = (low % 2 ** 24) * 256;
      high = (high % 2 ** 24) * 256 + 255;
      code = (code % 2 ** 24) * 256 + next();
    }
    return bit;
  };
  const out = new Uint8Array(length);
  for (let byte = 0; byte < length; byte += 1) {
    if (at > bytes.length + 4) return null;
    let value = 0;
    for (let place = 0; place < 8; place += 1) value = value * 2 + read();
    if (cut && at > bytes.length) return new TextDecoder().decode(out.subarray(0, byte)).replace(/\uFFFD$/, "");
    out[byte] = value;
  }
  return new TextDecoder().decode(out);
}
