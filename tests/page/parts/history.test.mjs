/** Back and Forward, links within the page and addresses from outside: which page is shown, where, and what has the focus. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import { Places } from "../../../templates/runtime/places.js";
import { Route } from "../../../templates/runtime/page/route.js";

const BODY = `
<nav><a id="to-one" data-contents="one" href="#one">One</a><a id="to-two" data-contents="two" href="#two">Two</a></nav>
<a id="skip" href="#main">Skip</a><main id="main">
<section data-page="cover" id="cover"><h1>Cover</h1></section>
<section data-page="one" id="one"><h1>One</h1><a id="link" href="#place">to a place</a><a id="same" href="#one">again</a><a id="out" href="https://e.org/#one">out</a></section>
<section data-page="two" id="two"><h1>Two</h1><p id="place">Place</p><form id="q" data-item="q"></form><details><p id="in">In</p></details><div data-waits><p id="later">Later</p></div></section></main>
<section data-answers><p id="answer-q">A</p></section><p id="outside">Outside</p>`;

/** A window whose history, scroll and focus are told of. */
function opened(hash = "", { state = null, history: works = true } = {}) {
  const window = new Window({ url: `https://c.example/index.html${hash}` });
  const { document } = window;
  document.write(`<html><body>${BODY}</body></html>`);
  const steps = [{ state, url: hash }];
  let at = 0;
  const history = {
    get state() { return steps[at].state; },
    replaceState(state, _, url) {
      if (!works) throw new Error("no history");
      steps[at] = { state, url: url ?? steps[at].url };
      if (url) window.location.hash = url;
    },
  };
  const scrolled = [];
  const fake = { document, location: window.location, performance: { timeOrigin: 5 }, history, scrollY: 0, scrollTo: (_, top) => scrolled.push(top), requestAnimationFrame: (act) => (fake.frame = act), handlers: {}, addEventListener: (name, act) => (fake.handlers[name] = act), removeEventListener: (name) => delete fake.handlers[name] };
  const globals = { window: fake, document, Element: window.Element, HTMLElement: window.HTMLElement, HTMLAnchorElement: window.HTMLAnchorElement };
  for (const [name, value] of Object.entries(globals)) Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
  for (const one of document.querySelectorAll("*")) one.scrollIntoView = () => scrolled.push(one.id);
  const shown = [];
  const route = new Route(fake, { shown: (page) => shown.push(page.id) });
  /** The browser goes to a step: one before, one after, or a new one. */
  const go = (to, url) => {
    if (url !== undefined) {
      steps.splice(at + 1, steps.length, { state: null, url });
      at += 1;
    } else at += to;
    window.location.hash = steps[at].url;
    fake.handlers.popstate();
    const early = current()[0];
    fake.handlers.hashchange();
    return early;
  };
  const press = (id, own = {}) => document.getElementById(id).dispatchEvent(new window.MouseEvent("click", { bubbles: true, cancelable: true, ...own }));
  const focus = () => document.activeElement.id || document.activeElement.textContent;
  const current = () => [[...document.querySelectorAll("[data-current]")].map(({ id }) => id).join(), [...document.querySelectorAll("[aria-current]")].map(({ id }) => id).join()];
  /** The course is opened, and drawn for the first time. */
  const begin = (bookmark = "") => {
    route.start(bookmark);
    fake.frame?.();
  };
  return { route, begin, fake, steps, scrolled, shown, go, press, focus, current, document };
}

test("the first page is the one of the address, else of the bookmark, else the cover", () => {
  for (const [hash, bookmark, page, focus] of [["", "", "cover", ""], ["", "two", "two", "Two"], ["#one", "two", "one", "One"], ["#place", "", "two", "place"], ["#gone", "one", "one", "One"], ["#answer-q", "", "two", "q"], ["#later", "", "two", "Two"], ["#%E0%A4%A", "", "cover", ""]]) {
    const { begin, route, current, shown, focus: focused, steps } = opened(hash);
    begin(bookmark);
    assert.deepEqual([current()[0], shown, route.untouched], [page, [page], true], hash + bookmark);
    if (focus) assert.equal(focused(), focus, hash + bookmark);
    assert.equal(steps[0].state.step, "5-1");
    if (hash === "" && bookmark) assert.equal(steps[0].url, "#two", "a reload shows it again");
  }
});

test("a page that is loaded again stays where the browser puts it", () => {
  // Its step in the history has its name from before.
  const { begin, scrolled, current, focus } = opened("#place", { state: { step: "4-1" } });
  begin();
  assert.deepEqual([current()[0], scrolled, focus() === "place"], ["two", [], false]);
});

test("a step back and a step on lead to the place and the focus that she left there", () => {
  const { begin, route, fake, go, press, focus, current, scrolled } = opened("#one");
  begin();
  fake.scrollY = 120;
  press("link");
  go(0, "#place");
  assert.deepEqual([current(), focus(), route.untouched], [["two", "to-two"], "place", false]);
  fake.scrollY = 40;
  scrolled.length = 0;
  route.untouched = true;
  assert.equal(go(-1), "one", "the page is there before the browser scrolls");
  assert.equal(route.untouched, false);
  assert.deepEqual([current(), focus(), scrolled.at(-1)], [["one", "to-one"], "link", 120]);
  go(1);
  assert.deepEqual([current(), focus(), scrolled.at(-1)], [["two", "to-two"], "place", 40]);
});

test("a page has the focus at its head, and begins at its top", () => {
  const { begin, go, focus, scrolled, shown } = opened("#one");
  begin();
  scrolled.length = 0;
  go(0, "#two");
  assert.deepEqual([focus(), scrolled, shown], ["Two", [0], ["one", "two"]]);
  go(0, "#nowhere");
  assert.deepEqual([focus(), shown.at(-1)], ["Cover", "cover"]);
  go(0, "#outside");
  assert.deepEqual(shown.at(-1), "cover", "a part of every page, to which the browser moves by itself");
});

test("a link to a part of every page keeps the address, one to this page goes there again, and others are the browser's", () => {
  const { begin, press, focus, scrolled } = opened("#one");
  begin();
  assert.deepEqual([press("skip"), focus()], [false, "main"]);
  scrolled.length = 0;
  assert.deepEqual([press("same"), focus(), scrolled], [false, "One", [0]]);
  for (const own of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }]) assert.equal(press("skip", own), true);
  assert.deepEqual([press("link"), press("out"), press("to-two"), press("main")], [true, true, true, true]);
});

test("a page without an address of its own has no history, and is shown all the same", () => {
  const { begin, route, fake, current, press } = opened("", { history: false });
  assert.equal(route.resume("nowhere"), false);
  begin("two");
  assert.equal(current()[0], "two");
  press("link");
  fake.handlers.popstate();
  assert.equal(current()[0], "two");
});

test("the heading has the focus once, when the browser has gone to the address, and not when she has gone anywhere", () => {
  for (const [went, expected] of [[false, ["One"]], [true, ["Two"]]]) {
    const { route, fake, document, go, current } = opened("#one");
    const focused = [];
    document.addEventListener("focusin", ({ target }) => focused.push(target.textContent));
    route.start("");
    assert.deepEqual([current()[0], focused], ["one", []], "the page is there at once");
    if (went) go(0, "#two");
    fake.frame();
    assert.deepEqual(focused, expected);
  }
});

test("what an LMS gives back before the first frame leads on, and is not left again", () => {
  const { route, fake, current, focus } = opened("#one");
  route.start("");
  route.resume("two");
  fake.frame();
  assert.deepEqual([current()[0], focus()], ["two", "Two"]);
});

test("each step has its own place, and one that has a name keeps it", () => {
  const state = { value: { step: "mine" } };
  const window = { performance: { timeOrigin: 9 }, scrollY: 7, document: { activeElement: null }, history: { get state() { return state.value; }, replaceState: (value) => (state.value = value) } };
  const places = new Places(window);
  places.begin();
  assert.deepEqual(state.value, { step: "mine" });
  places.leave(null);
  for (const [odd, name] of [[null, "9-1"], ["words", "9-2"], [{}, "9-3"], [{ step: 5 }, "5"]]) {
    state.value = odd;
    places.begin();
    assert.deepEqual(state.value, { step: name });
  }
  assert.equal(places.arrived(), undefined, "she has not left it yet");
  state.value = { step: "mine" };
  assert.deepEqual(places.arrived(), { top: 7, focus: null });
});
