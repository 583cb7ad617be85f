/** Growing bytes for the saved state: whole numbers as LEB128 varints, so that small ones take one byte. */
export class ByteWriter {
  /** @type {number[]} */
  #bytes = [];

  /**
   * Whole number from 0 to 2^53; written by arithmetic, because bit operators stop at 32 bits.
   * @param {number} value
   */
  number(value) {
    let rest = Math.max(0, Math.floor(value));
    while (rest > 127) {
      this.#bytes.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.#bytes.push(rest);
  }

  /** @returns {number[]} */
  bytes() {
    return this.#bytes;
  }
}

/** Reads what `ByteWriter` wrote; throws a RangeError at the end of the bytes, which the codec turns into null. */
export class ByteReader {
  #bytes;
  #at = 0;

  /** @param {ArrayLike<number>} bytes */
  constructor(bytes) {
    this.#bytes = bytes;
  }

  /** @returns {number} */
  number() {
    let value = 0;
    let unit = 1;
    for (;;) {
      if (this.#at >= this.#bytes.length || unit > 2 ** 49) throw new RangeError("state ends early");
      const byte = this.#bytes[this.#at++] ?? 0;
      value += (byte % 128) * unit;
      if (byte < 128) return value;
      unit *= 128;
    }
  }
}
