import { askFirst, leadTo, showProblem } from "../../runtime/page/problem.js";

/** @typedef {import("../../runtime/page/workbench.js").Workbench} Workbench */

/** @type {import("../../runtime/page/workbench.js").Kind} */
export const handIn = { open };

/**
 * The end of a module whose answers are handed in together: what is still open, the one button, how it went, and what
 * counts when something was changed since.
 * @param {HTMLElement} section
 * @param {Workbench} bench
 * @returns {() => void}
 */
function open(section, bench) {
  const { strings, learning, device } = bench;
  const page = section.closest("[data-page]");
  const status = section.querySelector("[data-status]");
  const forms = () => /** @type {HTMLElement[]} */ ([...(page?.querySelectorAll("[data-held]:not([data-undrawn])") ?? [])]);

  section.querySelector("[data-hand-in]")?.addEventListener("click", ({ currentTarget }) => {
    const open = forms().filter(({ dataset }) => dataset["state"] === "unanswered");
    for (const form of open) form.dispatchEvent(new Event("left-open"));
    refuse(open);
    if (open.length > 0) return;
    const detail = forms().some(({ dataset }) => dataset["state"] === "answered");
    const final = detail && forms().every(({ dataset }) => dataset["attempts"] === "1");
    if (final) askFirst(/** @type {HTMLElement} */ (currentTarget), bench, () => handedIn(detail));
    else handedIn(detail);
  });
  page?.addEventListener("input", () => {
    section.querySelector("[data-sure]")?.remove();
    const before = status?.textContent;
    tell();
    if (before !== status?.textContent) bench.announce(status?.textContent ?? "");
  });
  tell();
  return tell;

  /**
   * The focus goes to the heading of the list that leads to each question; how it went is said once.
   * @param {boolean} changed since it was handed in last
   */
  function handedIn(changed) {
    for (const form of forms()) form.dispatchEvent(new CustomEvent("hand-in", { detail: changed }));
    tell();
    /** @type {HTMLElement | null} */ (section.querySelector("h2"))?.focus();
    bench.announce(status?.textContent ?? "");
  }

  /**
   * The error at the head, with the part of the list that is still open; each leads to its first field.
   * @param {HTMLElement[]} open none take it back
   */
  function refuse(open) {
    const list = /** @type {Element} */ (section.querySelector(":scope > ul")?.cloneNode(true));
    for (const link of list.querySelectorAll("a")) {
      const form = open.find(({ id }) => link.hash === `#${id}`);
      if (form) leadTo(link, form.querySelector("input, select"));
      else link.parentElement?.remove();
    }
    bench.title.mark(section.id, open.length > 0);
    showProblem(section, open.length > 0 ? strings.spelled("hand-in.open", open.length) : "", null, list);
  }

  /** How it went, and what next; once something was changed, what counts. */
  function tell() {
    const all = forms();
    const states = all.map(({ dataset }) => dataset["state"] ?? "");
    if (!states.includes("unanswered")) refuse([]);
    const waits = states.some((state) => /answered/.test(state));
    const attempts = (/** @type {HTMLElement} */ { id }) => learning.recordOf(id).attempts;
    const stage = (section.dataset["stage"] = !waits ? "after" : all.some(attempts) ? "changed" : "before");
    const again = all.filter((form) => !(attempts(form) >= Number(form.dataset["attempts"])));
    const left = [...again, ...all].map((form) => form.querySelector("[data-attempts-left]")?.textContent).find(Boolean);
    const right = states.filter((state) => state === "correct").length;
    const how = strings.plural(`hand-in.${stage}`, states.length, { right });
    const next = !waits && again[0] && right < states.length && !device.looking && section.dataset["again"];
    const told = stage === "before" ? "" : [how, left, next].filter(Boolean).join(" ");
    if (status && status.textContent !== told) status.textContent = told;
  }
}
