/** What a session is given of the device, the course and the destination. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { devicePorts } from "../../../templates/runtime/device/device-ports.js";
import { STYLES } from "../../../templates/runtime/contract.js";
import { askServer } from "../../../templates/runtime/session/server-reach.js";
import { FakeStorage } from "../fakes/fake-course.mjs";

const window = { localStorage: new FakeStorage(), sessionStorage: new FakeStorage(), indexedDB: { open: () => ({}) } };
const destination = (own) => ({ place: "device", states: () => ({ encode: 1, decode: 2 }), connect: () => null, alone: () => true, reach: () => "reach", ...own });

/** A course with a question and reflections that are kept so. */
const course = (...privacies) => ({ id: "c", mixed: false, items: new Map([["q", { id: "q" }], ...privacies.map((privacy) => [privacy, { id: privacy, privacy }])]) });

test("which words a tutor reads, and whether there are some that stay on the device", () => {
  const facts = (...privacies) => {
    const { items, asked, reflections } = devicePorts(window, course(...privacies), destination());
    return [items, asked.map(({ id }) => id), reflections];
  };
  assert.deepEqual(facts(), [["q"], ["q"], false]);
  assert.deepEqual(facts("device"), [["q", "device"], ["q"], true]);
  assert.deepEqual(facts("lms-resume"), [["q", "lms-resume"], ["q"], false]);
  assert.deepEqual(facts("report", "device"), [["q", "report", "device"], ["q", "report"], true]);
});

test("an LMS is waited for where there may be one, and an order of one's own is made where the course mixes", () => {
  const patient = (place) => devicePorts(window, course(), destination({ place })).patient;
  assert.deepEqual(["no-lms", "device", "lms"].map(patient), [true, false, false]);
  assert.equal("seedFor" in devicePorts(window, course(), destination()), false);
  assert.equal(typeof devicePorts(window, { ...course(), mixed: true }, destination()).seedFor("ann"), "number");
  const { alone, encode, decode, reach, standby, journalOf } = devicePorts(window, course(), destination());
  assert.deepEqual([alone, encode, decode, reach, standby.place], [true, 1, 2, "reach", "device"]);
  assert.equal(journalOf("").key, "satchel:c:device");
});

test("the server is asked for the head of a file of ours, past every cache and to no other page; a page of no origin asks nothing", async () => {
  const asked = [];
  const window = (own) => ({ location: { protocol: "https:" }, origin: "https://lms.example", fetch: async (...words) => (asked.push(words), { ok: true }), ...own });
  await askServer(window())();
  assert.deepEqual(asked, [[STYLES, { method: "HEAD", cache: "no-store", redirect: "manual" }]]);
  await assert.rejects(askServer(window({ fetch: async () => ({ ok: false }) }))(), "it shows something else");
  for (const own of [{ location: { protocol: "file:" } }, { origin: "null" }]) await askServer(window(own))();
  assert.equal(asked.length, 1);
});
