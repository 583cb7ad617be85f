/**
 * Where the learner is in the page, to be found again when it is made anew in another language.
 * @param {Document} page
 * @returns {() => void} brings her back there
 */
export function placeIn(page) {
  const { activeElement: focused, defaultView: window } = page;
  const shown = () => page.querySelector("[data-current]");
  const named = (/** @type {Element | null} */ element) => element?.closest("[id]")?.id ?? "";
  const around = (/** @type {string} */ id) => page.getElementById(id) ?? page.body;
  const group = named(focused);
  const focusable = () => /** @type {HTMLElement[]} */ ([...around(group).querySelectorAll("a, button, input, select, textarea, summary, [tabindex]")]);
  const at = focusable().findIndex((one) => one === focused);
  const itself = focused?.id;
  const { selectionStart: from = null, selectionEnd: to = null } = /** @type {Partial<HTMLTextAreaElement>} */ (focused ?? {});
  const top = [...(shown()?.querySelectorAll("[id]") ?? [])].find((one) => one.getBoundingClientRect().bottom > 0);
  const before = top?.getBoundingClientRect().top ?? 0;
  const scrolled = (window?.scrollY ?? 0) > 0;
  return () => {
    const again = itself ? page.getElementById(itself) : focusable()[at];
    again?.focus({ preventScroll: true });
    if (from !== null && again && "setSelectionRange" in again) /** @type {HTMLTextAreaElement} */ (again).setSelectionRange(from, to);
    const there = top && page.getElementById(top.id);
    if (scrolled && there) window?.scrollBy(0, there.getBoundingClientRect().top - before);
  };
}
