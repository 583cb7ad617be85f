/**
 * FNV-1a over UTF-16 code units with a final mix, so that the low bits of near ids differ too. Not a secret.
 * @param {string} text
 * @param {number} [seed]
 * @returns {number} 0 to 2^32 - 1
 */
export function hash32(text, seed = 0) {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
