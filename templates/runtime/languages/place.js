/**
 * Where the learner is in the page, to be found again when it is made anew in another language.
 * @param {Document} page
 * @returns {() => void} brings her back there
 */
export function placeIn(page) {
  const focused = /** @type {HTMLTextAreaElement} */ (page.activeElement ?? page.body);
  const { selectionStart, selectionEnd, id } = focused;
  const group = focused.closest("[id]")?.id ?? "";
  const focusable = () => /** @type {HTMLElement[]} */ ([...(page.getElementById(group) ?? page.body).querySelectorAll("a, button, input, select, textarea, summary, [tabindex]")]);
  const at = focusable().indexOf(focused);
  const top = [...page.querySelectorAll("[data-current] [id]")].find((one) => one.getBoundingClientRect().bottom > 0);
  const before = top?.getBoundingClientRect().top;
  const scrolled = scrollY > 0;
  const fields = () => /** @type {NodeListOf<HTMLInputElement>} */ (page.querySelectorAll("[data-current] [data-date] input, [data-current] [data-name]"));
  const written = [...fields()].map(({ value }) => value);
  return () => {
    // Half a date, and the name for a certificate, are kept nowhere else.
    fields().forEach((field, place) => (field.value ||= /** @type {string} */ (written[place])));
    const again = /** @type {HTMLTextAreaElement | null | undefined} */ (id ? page.getElementById(id) : focusable()[at]);
    again?.focus({ preventScroll: true });
    if (selectionStart !== null) again?.setSelectionRange?.(selectionStart, selectionEnd);
    const there = top && page.getElementById(top.id);
    if (scrolled && there) scrollBy(0, there.getBoundingClientRect().top - /** @type {number} */ (before));
  };
}
