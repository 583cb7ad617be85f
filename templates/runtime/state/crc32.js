/** @type {number[]} */
const TABLE = [];

/** @returns {number[]} */
function table() {
  for (let byte = 0; TABLE.length < 256; byte += 1) {
    let remainder = byte;
    for (let bit = 0; bit < 8; bit += 1) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
    TABLE.push(remainder >>> 0);
  }
  return TABLE;
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
 * @param {Uint8Array} bytes
 * @returns {number} 0 to 2^32 - 1
 */
export function crc32OfBytes(bytes) {
  const entries = table();
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (entries[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
