import { holdStill } from "../../runtime/page/read-only.js";
import { focusOn } from "../../runtime/page/route.js";

/** @typedef {import("../../runtime/page/announcer.js").Announce} Announce */
/** @typedef {import("../../runtime/session/save-kind.js").SaveStatus} SaveStatus */
/** @typedef {import("../../runtime/page/strings.js").Strings} Strings */
/** @typedef {Pick<import("../../runtime/session/session.js").Session, "takeOver" | "goOn" | "beginAgain">} Choosing */

/** @type {Partial<Record<SaveStatus["asks"], string>>} what the first button says, where it is not to go on */
const FIRST = { elsewhere: "notice.continue-here", damaged: "notice.seen", "damaged-unkept": "notice.seen", ended: "notice.seen", gone: "notice.seen", failed: "notice.seen" };

/**
 * What the learner is asked about her work, above the page.
 * @param {Document} page
 * @param {Strings} strings
 * @param {Announce} announce
 * @param {Choosing} session
 * @returns {(status: Pick<SaveStatus, "asks" | "askedOf">) => void}
 */
export function notice(page, strings, announce, session) {
  const place = /** @type {HTMLElement} */ (page.querySelector("[data-notice]"));
  const words = /** @type {HTMLElement} */ (place.querySelector("[data-notice-words]"));
  const [first, second] = /** @type {[HTMLElement, HTMLElement]} */ (/** @type {unknown} */ (place.querySelectorAll("button")));
  /** @type {SaveStatus["asks"]} */
  let asked = "";
  /** @type {number | undefined} */
  let askedOf;
  const decide = (/** @type {() => void} */ act) => {
    // The button goes with the notice: the focus goes on to the page.
    focusOn(page.querySelector("[data-current] h1"));
    act();
  };
  first.addEventListener("click", () => decide(() => (asked === "elsewhere" ? session.takeOver() : session.goOn())));
  second.addEventListener("click", () => decide(() => session.beginAgain()));
  return ({ asks, askedOf: of }) => {
    if (asks === asked && of?.getTime() === askedOf) return;
    asked = asks;
    askedOf = of?.getTime();
    place.hidden = asks === "";
    const busy = page.activeElement;
    page.documentElement.dataset["still"] = asks;
    holdStill(page);
    if (asks === "") return;
    const record = asks === "looking" && page.querySelector("[data-record]");
    const more = [record ? strings.text("notice.looking-record") : "", of ? strings.text("notice.changed", { time: strings.moment(of) }) : ""];
    words.textContent = [strings.text(`notice.${asks}`), ...more].filter(Boolean).join(" ");
    first.textContent = strings.text(FIRST[asks] ?? "notice.go-on");
    const choice = /** @type {HTMLElement} */ (first.parentElement);
    choice.hidden = asks === "looking";
    second.hidden = asks !== "earlier" && asks !== "unclaimed";
    second.textContent = strings.text(asks === "unclaimed" ? "notice.not-mine" : "notice.begin-again");
    // Who was about to answer would else stand on a button that is no more.
    if (asks === "elsewhere" && busy?.closest("[data-item]")) words.focus();
    else announce(words.textContent);
  };
}
