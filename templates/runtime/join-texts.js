/**
 * @param {string} older
 * @param {string} newer
 * @returns {string} both, one below the other, when neither holds the other
 */
export function joinTexts(older, newer) {
  if (newer.includes(older)) return newer;
  if (older.includes(newer)) return older;
  return `${older}\n\n${newer}`;
}
