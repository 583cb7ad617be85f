import { showProblem } from "../../runtime/problem.js";

/** @typedef {import("../../runtime/workbench.js").Workbench} Workbench */

/**
 * The end of a module whose answers are handed in together: what is still open, the one button, and how it went.
 * @param {HTMLElement} section
 * @param {Workbench} bench
 * @returns {() => void}
 */
export function handIn(section, bench) {
  const { strings, learning } = bench;
  const page = section.closest("[data-page]");
  const status = section.querySelector("[role=status]");
  const forms = () => /** @type {HTMLElement[]} */ ([...(page?.querySelectorAll("[data-held]:not([data-undrawn])") ?? [])]);
  const stateOf = (/** @type {HTMLElement} */ { id }) => learning.recordOf(id).state;

  section.querySelector("[data-hand-in]")?.addEventListener("click", () => {
    const open = forms().filter((form) => stateOf(form) === "unanswered");
    const count = open.length;
    const words = count > 0 ? strings.spelled("hand-in.open", count) : "";
    status?.removeAttribute("aria-live");
    refuse(words, open[0]?.querySelector("input, select"));
    if (count > 0) return;
    const before = status?.textContent ?? "";
    const detail = forms().some((form) => stateOf(form) === "answered");
    for (const form of forms()) form.dispatchEvent(new CustomEvent("hand-in", { detail }));
    tell();
    // A region in which nothing changes says nothing.
    if (before === status?.textContent) bench.announce(before);
  });
  page?.addEventListener("input", tell);
  // Nobody is told, on coming to the page, how it went the last time.
  status?.setAttribute("aria-live", "off");
  tell();
  return tell;

  /**
   * @param {string} words "" takes them back
   * @param {HTMLElement | null} [target]
   */
  function refuse(words, target) {
    bench.title.mark(section.id, words !== "");
    showProblem(section, words, target);
  }

  /** How it went; nothing while anything has yet to be handed in. */
  function tell() {
    const states = forms().map(stateOf);
    const whole = !states.some((state) => /answered/.test(state));
    const right = states.filter((state) => state === "correct").length;
    if (!states.includes("unanswered")) refuse("");
    const left = forms().map((form) => form.querySelector("[data-attempts-left]")?.textContent ?? "").find((words) => words !== "") ?? "";
    const told = `${whole ? strings.plural("hand-in.done", states.length, { right }) : ""} ${left}`.trim();
    if (status && status.textContent !== told) status.textContent = told;
  }
}
