import { PREVIEW } from "../runtime/contract.js";

/**
 * The server's news of the course folder.
 *
 * @typedef {object} Edition
 * @property {string} shown fingerprint of the course that it serves; "" while there is none
 * @property {"clean" | "warnings" | "errors" | "problem"} state of the folder now
 * @property {string} summary the same in words
 * @property {string} html the findings as a list
 *
 * @typedef {object} Listener
 * @property {(edition: Edition) => void} edition the newest one, at once and whenever there is another
 * @property {() => void} lost the server went away; it is looked for until it is back
 */

const AGAIN = 1000;

/**
 * Listens to the server until the page goes away.
 * @param {Listener} listener
 */
export function follow(listener) {
  const source = new EventSource(`${PREVIEW}events`);
  let leaving = false;
  const leave = () => {
    leaving = true;
    source.close();
  };
  window.addEventListener("pagehide", leave, { once: true });
  window.addEventListener("pageshow", ({ persisted }) => persisted && leaving && follow(listener), { once: true });
  source.addEventListener("edition", (event) => listener.edition(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    if (leaving) return;
    listener.lost();
    // A browser tries again by itself after a broken line, but not after an answer that it did not expect.
    if (source.readyState === EventSource.CLOSED) window.setTimeout(() => follow(listener), AGAIN);
  });
}
