import assert from "node:assert/strict";
import { test } from "node:test";
import { isConfined } from "../../templates/runtime/device/frames.js";

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
