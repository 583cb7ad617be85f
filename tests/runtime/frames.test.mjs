import assert from "node:assert/strict";
import { test } from "node:test";
import { isConfined } from "../../templates/runtime/device/frames.js";
import { showAddresses } from "../../templates/components/prose/blocked-links.js";

/** A window in a frame with such a `sandbox`, none when it is null, and around it the next. */
function framed(...sandboxes) {
  const top = { frameElement: null };
  top.parent = top;
  return sandboxes.reduceRight((parent, sandbox) => {
    const frameElement = { hasAttribute: () => sandbox !== null, sandbox: { contains: (word) => (sandbox ?? "").split(" ").includes(word) } };
    return { parent, frameElement };
  }, top);
}

/** The window of the page itself. */
const page = (outer, origin = "https://lms.example", protocol = "https:") => Object.assign(outer, { origin, location: { protocol } });

/** A frame of another site: what is around it can be named, and not be looked into. */
function foreign() {
  const parent = { get frameElement() { throw new DOMException("denied", "SecurityError"); } };
  parent.parent = {};
  return { parent, frameElement: null };
}

for (const [name, window, wanted] of [
  ["in a window of its own", page(framed()), false],
  ["in a plain frame", page(framed(null, null)), false],
  ["in a sandbox that allows them", page(framed("allow-scripts allow-downloads")), false],
  ["in a sandbox that does not", page(framed("allow-scripts allow-same-origin")), true],
  ["in a plain frame of such a sandbox", page(framed(null, "allow-scripts allow-same-origin")), true],
  ["in an empty sandbox further out", page(framed("allow-downloads", "")), true],
  ["in a frame of another site", page(foreign()), false],
  ["without an origin of its own", page(foreign(), "null"), true],
  ["opened by double click, which has none either", page(framed(), "null", "file:"), false],
]) {
  test(`whether files can be downloaded: ${name}`, () => assert.equal(isConfined(window), wanted));
}

/** A page with one link to another site, in such a frame: what is put behind the link when it is pressed, and is said. */
function pressing(window, { opens = false, keys = {} } = {}) {
  const behind = [];
  const said = [];
  let press;
  const document = {
    addEventListener: (_, act) => void (press = act),
    hasFocus: () => !opens,
    createElement: () => ({}),
  };
  const link = { href: "https://example.org/a", closest: () => link, after: ({ textContent }) => behind.push(textContent) };
  const strings = { language: "", text: (key, { address }) => `${key} ${address}` };
  showAddresses(Object.assign(window, { document }), strings, (words) => said.push(words));
  const press2 = () => press?.({ target: link, ctrlKey: false, ...keys });
  press2();
  press2();
  return { behind, said };
}

test("a link that a frame keeps from opening shows its address, once, and says it each time", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const words = " link.address https://example.org/a";
  for (const window of [page(framed("allow-scripts allow-same-origin")), page(foreign(), "null")]) {
    assert.deepEqual(pressing(window), { behind: [words], said: [words, words] });
  }
  for (const window of [page(framed()), page(framed(null)), page(framed("allow-popups"))]) {
    assert.deepEqual(pressing(window), { behind: [], said: [] });
  }
});

test("in a frame of another site the focus shows whether a link opened", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  for (const [how, times] of [[{}, 1], [{ opens: true }, 0], [{ keys: { ctrlKey: true } }, 0]]) {
    const { behind } = pressing(page(foreign()), how);
    assert.equal(behind.length, 0);
    t.mock.timers.tick(1000);
    assert.equal(behind.length, times, JSON.stringify(how));
  }
});
