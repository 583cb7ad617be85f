/** @typedef {import("../../../runtime/page/workbench.js").Workbench} Workbench */

/**
 * What completion asks of a film, with the buttons of whoever has read its transcript or watched it elsewhere.
 * @param {HTMLElement} figure
 * @param {Workbench["learning"]} learning
 * @param {(key: string) => string} words of the interface
 * @returns {() => void} says that it was seen, once it was
 */
export function neededOf(figure, learning, words) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement | null} */ (figure.querySelector(`[data-film-${name}]`));
  const id = figure.dataset["film"] ?? "";
  for (const name of ["read", "elsewhere"]) {
    part(name)?.addEventListener("click", () => {
      learning.reach(id);
      tell();
    });
  }
  return tell;

  function tell() {
    const line = part("needed");
    if (!line || learning.recordOf(id).state !== "answered") return;
    line.textContent = words("seen");
    for (const button of [part("read"), part("elsewhere")]) {
      if (button && button === document.activeElement) line.focus();
      button?.remove();
    }
  }
}

/**
 * A film at a streaming service: a link, and the service's own player once the learner has asked for it. Before that
 * nothing is loaded from there. From the disk the players of services refuse to play, so there the link alone is left.
 * @param {HTMLElement} figure
 */
export function awayOf(figure) {
  const place = /** @type {HTMLElement | null} */ (figure.querySelector("[data-film-frame]"));
  const button = place?.querySelector("button");
  if (!place || !button || window.location.protocol === "file:") return;
  place.hidden = false;
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    Object.assign(frame, { src: place.dataset["filmFrame"], title: button.dataset["title"], className: "film__frame" });
    frame.allow = "fullscreen; encrypted-media; picture-in-picture";
    place.replaceChildren(frame);
    frame.focus();
  });
}
