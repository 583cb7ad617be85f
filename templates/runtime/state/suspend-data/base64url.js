/**
 * Bytes in the alphabet A-Z a-z 0-9 - _ : `+`, `/` and `=` are altered by LMSs that form-encode (RFC 4648, 5).
 * @param {ArrayLike<number>} bytes
 * @returns {string}
 */
export function toBase64url(bytes) {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 1) binary += String.fromCharCode(bytes[at] ?? 0);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * @param {string} text
 * @returns {Uint8Array | null} null when a character is not of the alphabet
 */
export function fromBase64url(text) {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
