import { HASH_FIRST_MIX, HASH_PRIME, HASH_SECOND_MIX, HASH_START } from "../contract.js";

/**
 * FNV-1a over UTF-16 code units with a final mix, so that the low bits of near ids differ too. Not a secret.
 * @param {string} text
 * @param {number} [seed]
 * @returns {number} 0 to 2^32 - 1
 */
export function hash32(text, seed = 0) {
  let hash = HASH_START ^ seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), HASH_FIRST_MIX);
  hash = Math.imul(hash ^ (hash >>> 15), HASH_SECOND_MIX);
  return (hash ^ (hash >>> 16)) >>> 0;
}
