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

/**
 * @param {string} newer
 * @param {string} older
 * @returns {boolean} whether somebody may have written the newer one by changing the older: half of its words are still there
 */
export function isMadeOf(newer, older) {
  const words = older.split(/\s+/);
  const left = new Set(newer.split(/\s+/));
  return words.filter((word) => left.has(word)).length * 2 >= words.length;
}
