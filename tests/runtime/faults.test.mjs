import assert from "node:assert/strict";
import { test } from "node:test";
import { askServer, reachOf } from "../../templates/runtime/session/server-reach.js";
import { FakeClock } from "./fakes/fake-clock.mjs";
import { FakePage, FakeStorage } from "./fakes/fake-course.mjs";
import { StrictLms } from "./fakes/strict-lms.mjs";

/** What the lab (`tests/lms_faults`) has found, each in its smallest form. */
const LONG = Array.from({ length: 120 }, (_, place) => ((place + 7) ** 5).toString(36)).join(" ");
const TRAVELS = { travelling: ["reflection"] };
const DATA = "cmi.suspend_data";

/** The spare copy of a device, that outlives a page. */
class FakeSpare {
  kept = new Map();
  read = async (key) => this.kept.get(key) ?? null;
  write = (key, text) => void this.kept.set(key, text);
  remove = async (key) => void this.kept.delete(key);
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

for (const which of ["1.2", "2004"]) {
  test(`${which}: an LMS that cuts a short state is found out`, () => {
    const lms = new StrictLms(which);
    const set = which === "1.2" ? "LMSSetValue" : "SetValue";
    const honest = lms.api[set];
    lms.api[set] = (element, value) => honest(element, element === DATA ? value.slice(0, 255) : value);
    const page = new FakePage({ lms, ...TRAVELS });
    page.answer("q1", true);
    page.learning.write("reflection", LONG, "soon");
    page.settle();
    assert.equal(page.status, "lms-partly");
    const other = new FakePage({ lms: new StrictLms(which, lms.stored), ...TRAVELS });
    assert.equal(other.learning.recordOf("q1").state, "correct");
  });

  test(`${which}: a state that came back cut tells how much the LMS holds`, () => {
    const lms = new StrictLms(which);
    const page = new FakePage({ lms, ...TRAVELS });
    page.answer("q1", true);
    page.learning.write("reflection", LONG, "soon");
    page.settle();
    assert.equal(page.status, "lms");
    const cut = { ...lms.stored, [DATA]: lms.stored[DATA].slice(0, 300) };
    const next = new FakePage({ lms: new StrictLms(which, cut), storage: page.storage, ...TRAVELS });
    next.settle();
    assert.equal(next.status, "lms-partly");
    assert.equal(next.learning.recordOf("reflection").text, LONG);
    assert.ok(next.lms.stored[DATA].length <= 300);
    assert.equal(new FakePage({ lms: new StrictLms(which, next.lms.stored), ...TRAVELS }).learning.recordOf("q1").state, "correct");
  });

  test(`${which}: words that an LMS only says it has taken are not undone by the older ones that it has`, () => {
    const lms = new StrictLms(which);
    const page = new FakePage({ lms, ...TRAVELS });
    page.learning.write("reflection", "We asked.", "soon");
    page.settle();
    const before = { ...lms.stored };
    page.learning.write("reflection", "We asked. And then we listened.", "soon");
    page.settle();
    assert.equal(page.status, "lms");
    const next = new FakePage({ lms: new StrictLms(which, before), storage: page.storage, ...TRAVELS });
    assert.equal(next.learning.recordOf("reflection").text, "We asked. And then we listened.");
  });

  test(`${which}: an LMS without a call to finish keeps the record all the same`, () => {
    const lms = new StrictLms(which);
    delete lms.api[which === "1.2" ? "LMSFinish" : "Terminate"];
    const page = new FakePage({ lms });
    page.answer("q1", true);
    page.settle();
    page.session.close(false);
    assert.equal(page.status, "lms");
    assert.equal(new FakePage({ lms: new StrictLms(which, lms.stored) }).learning.recordOf("q1").state, "correct");
  });
}

test("a browser that was killed before it put all on the disk has the rest in the spare copy", async () => {
  const [storage, spare] = [new FakeStorage(), new FakeSpare()];
  const page = new FakePage({ place: "device", storage, spare });
  page.answer("q1", true);
  page.learning.write("reflection", "We asked. We liked it.");
  const onDisk = new Map(storage.values);
  page.learning.write("reflection", "We listened. We liked it.");
  page.answer("q2", false);
  storage.values = onDisk;

  const next = new FakePage({ place: "device", storage, spare });
  assert.equal(next.learning.recordOf("q2").state, "unanswered");
  await turn();
  assert.equal(next.late, 1);
  assert.equal(next.learning.recordOf("q2").state, "incorrect");
  assert.equal(next.learning.recordOf("reflection").text, "We listened. We liked it.");
  assert.equal(next.learning.recordOf("reflection").joined, undefined);

  const later = new FakePage({ place: "device", storage, spare });
  await turn();
  assert.equal(later.late, 0, "and is not asked for what is there already");
  assert.equal(later.learning.recordOf("q2").state, "incorrect");
});

test("what she wrote before the spare copy was read stays beside what it has", async () => {
  const [storage, spare] = [new FakeStorage(), new FakeSpare()];
  new FakePage({ place: "device", storage, spare }).learning.write("reflection", "Of before.");
  storage.values = new Map();
  const next = new FakePage({ place: "device", storage, spare });
  next.learning.write("reflection", "Of now.");
  await turn();
  assert.equal(next.learning.recordOf("reflection").text, "Of now.\n\nOf before.");
});

test("what was cleared, or kept only until the tab is closed, is in no spare copy", async () => {
  const [storage, spare] = [new FakeStorage(), new FakeSpare()];
  const page = new FakePage({ place: "device", storage, spare });
  page.learning.write("reflection", "Mine");
  assert.equal(spare.kept.size, 1);
  await page.session.clear();
  page.learning.write("reflection", "Mine again");
  assert.deepEqual([spare.kept.size, storage.values.has("satchel:sample:device")], [0, false]);
});

test("a spare copy from before what is there is not taken", async () => {
  const [storage, spare] = [new FakeStorage(), new FakeSpare()];
  new FakePage({ place: "device", storage, spare }).answer("q1", false);
  spare.write = () => {};
  new FakePage({ place: "device", storage, spare }).answer("q1", true);
  const next = new FakePage({ place: "device", storage, spare });
  await turn();
  assert.deepEqual([next.late, next.learning.recordOf("q1").state], [0, "correct"]);
});

test("a server that was asked not long ago is asked later, not never", async () => {
  const clock = new FakeClock();
  let asked = 0;
  const reach = reachOf(async () => void (asked += 1), clock);
  const told = [];
  const look = () => reach((there) => told.push(there));
  look();
  clock.advance(10_000);
  look();
  look();
  assert.equal(asked, 1);
  clock.advance(20_000);
  await turn();
  assert.deepEqual([asked, told], [2, [true, true]]);
});

test("a login page in the place of the course is no answer", async () => {
  const answers = [{ ok: true }, { ok: false, type: "opaqueredirect" }];
  const window = { location: { protocol: "https:" }, origin: "https://lms.example", fetch: async () => answers.shift() };
  const told = [];
  const reach = reachOf(askServer(window), new FakeClock());
  for (let time = 0; time < 2; time += 1) {
    reach((there) => told.push(there), true);
    await turn();
  }
  assert.deepEqual(told, [true, false]);
});

for (const which of ["1.2", "2004"]) {
  test(`${which}: an LMS that says no to a commit, and names no error, is not believed to have kept anything`, () => {
    const lms = new StrictLms(which);
    const page = new FakePage({ lms });
    page.settle();
    const commit = which === "1.2" ? "LMSCommit" : "Commit";
    const honest = lms.api[commit];
    lms.api[commit] = () => "false";
    page.answer("q1", true);
    page.settle();
    assert.equal(page.status, "failed");
    lms.api[commit] = honest;
    page.settle(60_000);
    assert.equal(page.status, "lms");
    assert.equal(new FakePage({ lms: new StrictLms(which, lms.stored) }).learning.recordOf("q1").state, "correct");
  });
}
