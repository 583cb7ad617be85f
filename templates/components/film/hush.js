import { on } from "../../runtime/languages/listening.js";

/**
 * One film is heard at a time: one that begins stops all others, and a page that is shown those of every other page.
 * @param {Document} document
 * @returns {(place: Element) => void} stops every film outside of a place
 */
export function hushFilms(document) {
  /** @type {Set<HTMLMediaElement>} those that have begun to play, so that nobody has to look through the course for them */
  const begun = new Set();
  const hush = (/** @type {Element} */ place) => {
    for (const film of begun) {
      if (place.contains(film)) continue;
      film.pause();
      begun.delete(film);
    }
  };
  // A film with sign language plays beside its own.
  on(
    document,
    "play",
    ({ target }) => {
      if (!(target instanceof HTMLMediaElement)) return;
      begun.add(target);
      hush(target.closest("figure") ?? target);
    },
    true,
  );
  return hush;
}
