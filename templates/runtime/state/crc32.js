/** @type {(byte: number) => number} the remainder that one byte leaves */
function remainderOf(byte) {
  for (let bit = 0; bit < 8; bit += 1) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte >>> 0;
}

/**
 * CRC-32 (ISO 3309) of an ASCII text: finds any single changed character and any cut.
 * @param {string} text
 * @returns {number} 0 to 2^32 - 1
 */
export function crc32(text) {
  return crc32OfBytes(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}

/**
 * Where one wrong byte explains a checksum: what each byte would have been, from the last to the first.
 * @param {Uint8Array} bytes
 * @param {number} sum as it should be
 * @returns {{at: number, byte: number} | null} null when no single byte does
 */
export function wrongByte(bytes, sum) {
  const entries = Array.from({ length: 256 }, (_, byte) => remainderOf(byte));
  /** @type {number[]} */
  const byHighest = [];
  for (const [byte, entry] of entries.entries()) byHighest[entry >>> 24] = byte;
  // What differs in the checksum, taken back byte by byte to where it came from.
  let left = (crc32OfBytes(bytes) ^ sum) >>> 0;
  for (let at = bytes.length - 1; at >= 0; at -= 1) {
    const change = byHighest[left >>> 24] ?? 0;
    const entry = entries[change] ?? 0;
    if (entry === left) return { at, byte: (bytes[at] ?? 0) ^ change };
    left = (((left ^ entry) << 8) | change) >>> 0;
  }
  return null;
}

/**
 * @param {Uint8Array} bytes
 * @returns {number} 0 to 2^32 - 1
 */
export function crc32OfBytes(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ remainderOf((crc ^ byte) & 0xff);
  return (crc ^ 0xffffffff) >>> 0;
}
