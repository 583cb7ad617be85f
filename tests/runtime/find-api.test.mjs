import assert from "node:assert/strict";
import { test } from "node:test";
import { findApi, isAlone, windowsAround } from "../../templates/runtime/lms/find-api.js";
import { scorm12 } from "../../templates/runtime/lms/scorm12.js";
import { scorm2004 } from "../../templates/runtime/lms/scorm2004.js";
import { connectScorm } from "../../templates/runtime/lms/scorm.js";
import { StrictLms } from "./fakes/strict-lms.mjs";

const api12 = () => new StrictLms("1.2").api;

/** A window by itself, unless it is given others. */
function fakeWindow(own = {}) {
  const window = { closed: false, length: 0, opener: null, ...own };
  window.parent ??= window;
  return window;
}

/** A window of another origin: parent and opener can be reached, and nothing else. */
function foreignWindow(reachable = {}) {
  const window = new Proxy(fakeWindow(reachable), {
    get(target, name) {
      if (["parent", "opener", "length", "closed"].includes(name) || /^\d+$/.test(String(name))) {
        return name === "parent" && target.parent === target ? window : target[name];
      }
      throw new DOMException("Blocked a frame with origin", "SecurityError");
    },
  });
  return window;
}

const found = (start) => findApi(start, scorm12.api)?.api ?? null;

test("the API is found in the page itself, in a parent and in a parent's parent", () => {
  const api = api12();
  assert.equal(found(fakeWindow({ API: api })), api);
  const parent = fakeWindow({ API: api });
  assert.equal(found(fakeWindow({ parent })), api);
  assert.equal(found(fakeWindow({ parent: fakeWindow({ parent }) })), api);
});

test("the nearest API wins", () => {
  const near = api12();
  const start = fakeWindow({ parent: fakeWindow({ API: near, parent: fakeWindow({ API: api12() }) }) });
  assert.equal(found(start), near);
});

test("a foreign window on the way does not end the search", () => {
  const api = api12();
  const top = fakeWindow({ API: api });
  assert.equal(found(fakeWindow({ parent: foreignWindow({ parent: top }) })), api);
  assert.equal(found(fakeWindow({ parent: foreignWindow(), opener: top })), api);
});

test("a window in which everything throws is passed over", () => {
  const hostile = new Proxy({}, { get() { throw new Error("no"); }, has() { throw new Error("no"); } });
  assert.equal(found(fakeWindow({ parent: hostile })), null);
  const api = api12();
  assert.equal(found(fakeWindow({ parent: hostile, opener: fakeWindow({ API: api }) })), api);
});

test("the API is found in the opener of an ancestor, and above that opener", () => {
  const api = api12();
  const opener = fakeWindow({ parent: fakeWindow({ API: api }) });
  assert.equal(found(fakeWindow({ parent: fakeWindow({ opener }) })), api);
});

test("the API is found in a frame beside ours, last of all", () => {
  const api = api12();
  const sibling = fakeWindow({ API: api });
  const parent = fakeWindow({ length: 2 });
  const start = fakeWindow({ parent });
  Object.assign(parent, { 0: start, 1: sibling });
  assert.equal(found(start), api);
  const better = api12();
  parent.opener = fakeWindow({ API: better });
  assert.equal(found(start), better);
});

test("windows that go round in a circle, or on for ever, end the search", () => {
  const one = fakeWindow();
  const other = fakeWindow({ parent: one });
  one.parent = other;
  assert.equal(found(one), null);
  let deep = fakeWindow({ API: api12() });
  for (let hop = 0; hop < 11; hop += 1) deep = fakeWindow({ parent: deep });
  assert.equal(found(deep), null, "eleven windows up is too far");
  assert.equal(found(fakeWindow({ parent: { get parent() { return fakeWindow(); } } })), null);
});

test("something called API that lacks a method is not an API", () => {
  for (const missing of ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit"]) {
    const api = { ...api12(), [missing]: undefined };
    const right = api12();
    assert.equal(found(fakeWindow({ API: api })), null, missing);
    assert.equal(found(fakeWindow({ API: api, parent: fakeWindow({ API: right }) })), right, missing);
  }
  for (const strange of ["text", 1, null, {}, [], fakeWindow()]) assert.equal(found(fakeWindow({ API: strange })), null);
});

test("an LMS that calls its last method LMSTerminate, or has none, is taken all the same", () => {
  const { LMSFinish, ...api } = api12();
  assert.equal(found(fakeWindow({ API: api })), api);
  assert.equal(found(fakeWindow({ API: { ...api, LMSTerminate: LMSFinish } }))?.LMSTerminate, LMSFinish);
});

test("the edition of the package comes first, and the other is better than none", () => {
  const first = new StrictLms("1.2");
  const second = new StrictLms("2004");
  const both = fakeWindow({ ...first.window, ...second.window, parent: undefined });
  connectScorm(both, [scorm2004, scorm12]);
  assert.deepEqual([first.calls("initialize").length, second.calls("initialize").length], [0, 1]);
  const far = new StrictLms("2004");
  const near = new StrictLms("1.2");
  const above = fakeWindow({ API_1484_11: far.api });
  connectScorm(fakeWindow({ API: near.api, parent: above }), [scorm2004, scorm12]);
  assert.deepEqual([near.calls("initialize").length, far.calls("initialize").length], [0, 1]);
  const only = new StrictLms("1.2");
  assert.ok(connectScorm(only.window, [scorm2004, scorm12]));
  assert.equal(only.calls("initialize").length, 1);
});

test("a page is alone when no other window is near", () => {
  assert.equal(isAlone(fakeWindow()), true);
  assert.equal(isAlone(fakeWindow({ parent: foreignWindow() })), false);
  assert.equal(isAlone(fakeWindow({ opener: foreignWindow() })), false);
  assert.equal(windowsAround(fakeWindow()).length, 1);
});
