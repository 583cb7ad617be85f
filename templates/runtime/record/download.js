/** Some browsers begin to read a moment after the press. */
const AWHILE = 60_000;

/**
 * Gives the learner a file. Nothing leaves the page: the file is made of what is in it. Whether a place that shows the
 * page allows downloads cannot always be known; the caller offers another way as well.
 * @param {Node} near where the link stands for the moment of its press
 * @param {string} name
 * @param {string} type media type
 * @param {string | Uint8Array<ArrayBuffer>} content
 * @returns {boolean} whether it may have been stopped
 */
export function offerFile(near, name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.hidden = true;
  near.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), AWHILE);
  return "confined" in document.documentElement.dataset;
}
