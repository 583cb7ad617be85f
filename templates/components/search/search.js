import { unfold } from "../../runtime/later.js";
import { goTo, isForBrowser } from "../../runtime/page/route.js";
import { around, passagesOf } from "./passages.js";

/** @typedef {import("./passages.js").Found} Found */
/** @typedef {import("./passages.js").Passage} Passage */
/** @typedef {import("../../runtime/page/strings.js").Strings} Strings */

/** So many are listed of each page, and of all. */
const ON_A_PAGE = 3;
const PAGES = 20;
/** She has stopped typing. */
const PAUSE = 700;

/**
 * The search in the whole course. What is found are links, in groups by page.
 * @param {Document} page
 * @param {Strings} strings
 * @param {import("../../runtime/page/announcer.js").Announce} announce
 * @param {import("../../runtime/device/clock.js").Clock} clock
 */
export function search(page, strings, announce, clock) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (page.querySelector(`[data-search-${name}]`));
  const field = /** @type {HTMLInputElement} */ (part("field"));
  const [count, results] = [part("count"), part("results")];
  /** @type {ReturnType<typeof passagesOf> | undefined} */
  let find;
  let callOff = () => {};

  field.addEventListener("input", () => {
    callOff();
    find ??= passagesOf(unfold(page).querySelectorAll('[data-module], [data-page="glossary"]'));
    const found = find(field.value);
    const total = found.reduce((sum, { passages }) => sum + passages.length, 0);
    const words = field.value.trim().length < 2 ? "" : strings.plural("search.count", total);
    count.textContent = words;
    results.replaceChildren(...found.slice(0, PAGES).map((one) => group(one, field.value)));
    callOff = clock.later(() => announce(words), PAUSE);
  });

  /** @type {(found: Found, query: string) => HTMLElement} */
  function group({ page: on, passages }, query) {
    const item = make("li", "search__page", ...strings.quote(on.querySelector("h1, h2")));
    const list = make("ul", "search__list");
    list.append(...passages.slice(0, ON_A_PAGE).map((passage) => make("li", "", linkTo(on, passage, query))));
    item.append(list);
    return item;
  }

  /** @type {(on: HTMLElement, passage: Passage, query: string) => HTMLElement} */
  function linkTo(on, passage, query) {
    const [before, itself, behind] = around(passage, query);
    const link = strings.speakAs(/** @type {HTMLAnchorElement} */ (make("a", "search__link", before, make("mark", "search__found", itself), behind)), passage.place);
    const named = passage.place.closest("[id]");
    link.href = `#${encodeURIComponent((on.contains(named) ? named : on)?.id ?? "")}`;
    link.addEventListener("click", (event) => {
      if (isForBrowser(event)) return;
      const arrive = () => show(passage.place);
      // After the route, which goes to what the address names.
      if (link.hash === window.location.hash) clock.later(arrive, 0);
      else window.addEventListener("hashchange", arrive, { once: true });
    });
    return link;
  }

  /** @param {Element} place */
  function show(place) {
    for (const other of page.querySelectorAll("[data-sought]")) other.removeAttribute("data-sought");
    place.setAttribute("data-sought", "");
    goTo(/** @type {HTMLElement} */ (place));
  }

  /** @type {(name: string, part: string, ...words: (string | Node)[]) => HTMLElement} */
  function make(name, part, ...words) {
    const element = Object.assign(page.createElement(name), { className: part });
    element.append(...words);
    return element;
  }
}
