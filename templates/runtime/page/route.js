import { elementOf } from "../later.js";
import { Places } from "../places.js";
import { on } from "../languages/listening.js";

/**
 * Shows one page of the course at a time: the one that the address names after `#`.
 *
 * @typedef {object} RouteEvents
 * @property {(page: HTMLElement) => void} shown a page is shown, before the focus moves to it
 */

const COVER = "cover";

export class Route {
  #window;
  #page;
  #events;
  /** @type {HTMLElement | null} */
  #current = null;
  /** @type {Map<string, Element>} links of the contents list, by page */
  #links;
  /** @type {Element | undefined} */
  #link;
  /** True until the learner has gone anywhere. */
  untouched = true;
  /** Where she was in each step of the browser's history. */
  #places;

  /**
   * @param {Window} window
   * @param {RouteEvents} events
   */
  constructor(window, events) {
    this.#window = window;
    this.#page = window.document;
    this.#events = events;
    this.#places = new Places(window);
    const links = [...this.#page.querySelectorAll("[data-contents]")];
    this.#links = new Map(links.map((link) => [link.getAttribute("data-contents") ?? "", link]));
  }

  /**
   * The first page: what the address names, else the bookmark, else the cover.
   * @param {string} bookmark id of a module, or "" to begin at the cover
   * @param {string} [shown] id of the page that is shown already, in another language
   */
  start(bookmark, shown) {
    on(this.#window, "popstate", () => this.#goBack());
    on(this.#window, "hashchange", () => this.#follow());
    on(this.#page, "click", (event) => this.#press(event));
    const still = shown && this.#page.getElementById(shown);
    if (still) return this.#show(still);
    const named = this.#targetOf(this.#hash);
    const target = named ?? this.#targetOf(bookmark) ?? this.#page.getElementById(COVER);
    this.#show(target?.closest("[data-page]") ?? null);
    // The browser puts a reloaded page back to where it was scrolled: a focus moved to the heading would not be there.
    const again = named && this.#window.history.state;
    this.#places.begin();
    if (again) return;
    // Chromium goes to the fragment of the address in its first frame, and takes the focus away: a heading that had it before was heard twice.
    this.#window.requestAnimationFrame(() => {
      if (!this.untouched) return;
      // What an LMS gave back late may have led elsewhere.
      const now = this.#targetOf(this.#hash);
      if (now) this.#arrive(now);
      else this.resume(bookmark);
    });
  }

  /**
   * Goes to where the learner was, without a step more in the browser's history.
   * @param {string} bookmark
   * @returns {boolean} false when there is no such page
   */
  resume(bookmark) {
    const target = bookmark === "" ? null : this.#targetOf(bookmark);
    if (!target) return false;
    try {
      this.#window.history.replaceState(this.#window.history.state, "", `#${encodeURIComponent(bookmark)}`);
    } catch {
      // A page without an address of its own (srcdoc) has no history; the page is shown all the same.
    }
    this.#arrive(target);
    return true;
  }

  get #hash() {
    return idIn(this.#window.location.hash);
  }

  /**
   * Back and Forward: to the place and the focus that she left there. The browser tells it twice: before it scrolls, which
   * wants the page to be there, and after it, when it has taken the focus away.
   * @returns {boolean} false in a new step of the history
   */
  #goBack() {
    const place = this.#places.arrived();
    const page = place && this.#targetOf(this.#hash)?.closest("[data-page]");
    if (!page) return false;
    this.untouched = false;
    this.#show(page);
    this.#window.scrollTo(0, place.top);
    place.focus?.focus({ preventScroll: true });
    return true;
  }

  #follow() {
    if (!this.#goBack()) this.#go();
  }

  /** To what the address names. */
  #go() {
    this.#places.begin();
    this.untouched = false;
    const element = elementOf(this.#page, this.#hash);
    const outside = element && !element.closest("[data-page], [data-answers]");
    // The content, the contents list: parts of every page, to which the browser has moved already.
    if (outside && this.#current) return;
    const target = this.#targetOf(this.#hash) ?? this.#page.getElementById(COVER);
    if (target) this.#arrive(target);
  }

  /**
   * @param {string} id
   * @returns {HTMLElement | null} null when it is on no page
   */
  #targetOf(id) {
    const answered = id.startsWith("answer-") ? id.slice("answer-".length) : id;
    const element = elementOf(this.#page, answered);
    // What another learner is asked, or what waits for other modules, is not shown; the module is, in which it stands.
    // Of a story only the scene is shown where she stands: a link to another leads to the story.
    const story = element?.closest("[data-scene]:not([data-now])")?.closest("[data-item]");
    const seen = element?.closest("[data-undrawn], [data-waits]")?.closest("[data-page]") ?? story ?? element;
    return seen?.closest("[data-page]") ? /** @type {HTMLElement} */ (seen) : null;
  }

  /** @param {HTMLElement} target a page, or a place on one */
  #arrive(target) {
    const page = /** @type {HTMLElement} */ (target.closest("[data-page]"));
    this.#show(page);
    if (target === page) {
      this.#window.scrollTo(0, 0);
      focusOn(page.querySelector("h1"));
    } else {
      goTo(target);
    }
  }

  /** @param {Element | null} page */
  #show(page) {
    if (!(page instanceof HTMLElement) || page === this.#current) return;
    this.#current?.removeAttribute("data-current");
    page.setAttribute("data-current", "");
    // Also at the root: for `:has(.cover[data-current])` a browser draws the whole document again with each part that it reads.
    this.#page.documentElement.dataset["shown"] = page.dataset["page"];
    this.#current = page;
    this.#link?.removeAttribute("aria-current");
    this.#link = this.#links.get(page.dataset["page"] ?? "");
    this.#link?.setAttribute("aria-current", "page");
    this.#events.shown(page);
  }

  /** @param {MouseEvent} event */
  #press(event) {
    const link = /** @type {Element} */ (event.target).closest('a[href^="#"]');
    if (!(link instanceof HTMLAnchorElement) || isForBrowser(event)) return;
    const id = idIn(link.hash);
    this.#places.leave(link);
    const element = this.#page.getElementById(id);
    if (element && !element.closest("[data-page], [data-answers]")) {
      // The address keeps the module: a reload must not lose it to `#main`.
      event.preventDefault();
      focusOn(element);
    } else if (id === this.#hash) {
      event.preventDefault();
      this.#go();
    }
  }
}

/**
 * @param {string} hash
 * @returns {string}
 */
function idIn(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/** @type {(event: MouseEvent) => boolean} */
export const isForBrowser = (event) => event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey;

/** @param {HTMLElement} target a place on the page that is shown */
export function goTo(target) {
  // What is closed takes no focus; not every browser opens it for the address.
  for (let place = target.closest("details"); place; place = place.parentElement?.closest("details") ?? null) place.open = true;
  target.scrollIntoView();
  focusOn(target);
}

/** @param {Element | null} element */
export function focusOn(element) {
  if (!(element instanceof HTMLElement)) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}
