/**
 * One film is heard at a time: one that begins stops all others, and a page that is shown those of every other page.
 * @param {Document} document
 * @returns {(place: Element) => void} stops every film outside of a place
 */
export function hushFilms(document) {
  const hush = (/** @type {Element} */ place) => {
    for (const film of /** @type {NodeListOf<HTMLMediaElement>} */ (document.querySelectorAll("video, audio"))) if (!place.contains(film)) film.pause();
  };
  // A film with sign language plays beside its own.
  document.addEventListener("play", ({ target }) => target instanceof Element && hush(target.closest("figure") ?? target), true);
  return hush;
}
