import { isConfined } from "../../runtime/device/frames.js";
import { languageOf } from "../../runtime/page/strings.js";
import { on } from "../../runtime/languages/listening.js";

/** Milliseconds after which a new tab would have taken the focus. */
const OPENS_WITHIN = 1000;

/**
 * In a frame that forbids new windows a link to another site does nothing, and the browser says nothing: its address is put
 * behind it, to be copied. What a frame of another site forbids cannot be seen; there the focus tells that nothing opened.
 * @param {Window} window
 * @param {import("../../runtime/page/strings.js").Strings} strings
 * @param {import("../../runtime/page/announcer.js").Announce} announce
 */
export function showAddresses(window, strings, announce) {
  const { document } = window;
  const confined = isConfined(window, "allow-popups");
  if (!confined && (window === window.parent || window.frameElement)) return;
  /** @type {WeakSet<Element>} */
  const shown = new WeakSet();
  const show = (/** @type {HTMLAnchorElement} */ link) => {
    const words = ` ${strings.text("link.address", { address: link.href })}`;
    announce(words);
    if (shown.has(link)) return;
    shown.add(link);
    const note = Object.assign(document.createElement("span"), { textContent: words, dir: "auto" });
    if (languageOf(link) !== strings.language) note.lang = strings.language;
    link.after(note);
  };
  on(document, "click", ({ target, ctrlKey, metaKey, shiftKey }) => {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (target).closest("a[target=_blank]"));
    if (!link) return;
    if (confined) show(link);
    else if (!ctrlKey && !metaKey && !shiftKey) setTimeout(() => document.hasFocus() && show(link), OPENS_WITHIN);
  });
}
