/**
 * @param {string} words
 * @returns {string} with a capital and a full stop
 */
export const sentence = (words) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
