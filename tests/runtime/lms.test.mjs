import assert from "node:assert/strict";
import { test } from "node:test";
import { choiceShape, identifiersOf, interactionShape } from "../../templates/runtime/lms/ids.js";
import { connectScorm } from "../../templates/runtime/lms/scorm.js";
import { scorm12 } from "../../templates/runtime/lms/scorm12.js";
import { scorm2004 } from "../../templates/runtime/lms/scorm2004.js";
import { timeinterval, timeOfDay, timespan, timestamp } from "../../templates/runtime/lms/time.js";
import { emptyPacked, encodePacked } from "../../templates/runtime/state/suspend-data/codec.js";
import { StrictLms } from "./fakes/strict-lms.mjs";

const EDITIONS = [scorm12, scorm2004];
const WHICH = ["1.2", "2004"];

function connected(which, given) {
  const lms = new StrictLms(which, given);
  const keeper = connectScorm(lms.window, EDITIONS);
  const remembered = keeper.remembered();
  return { lms, keeper, remembered };
}

function entry(own = {}) {
  return {
    encode: () => ({ text: "X1.state", whole: true }),
    location: "module-one",
    summary: { standing: { completion: "incomplete", success: "unknown" }, score: -1, measure: 0.255 },
    seconds: 309.5,
    captions: true,
    ...own,
  };
}

/** What both editions call a type of interaction. */
const typesOf = (type) => ({ scorm12: type === "long-fill-in" ? "fill-in" : type, scorm2004: type });

function note(own = {}) {
  return {
    item: "what-is-ethical",
    types: typesOf("choice"),
    choices: ["partnership-work", "power", "learning"],
    response: ["partnership-work", "learning"],
    correct: ["partnership-work", "learning"],
    right: true,
    seconds: 5.1,
    at: new Date(Date.UTC(2026, 10, 23, 14, 2, 9, 123)),
    description: "What does ethical\n innovation prioritise?",
    ...own,
  };
}

const STANDING = {
  passed: { completion: "completed", success: "passed" },
  completed: { completion: "completed", success: "unknown" },
  incomplete: { completion: "incomplete", success: "unknown" },
};

test("durations have the form of each edition, two decimals, and never days", () => {
  assert.equal(timespan(309.5), "0000:05:09.50");
  assert.equal(timespan(0.05), "0000:00:00.05");
  assert.equal(timespan(59.999), "0000:01:00.00");
  assert.equal(timespan(100 * 3600), "0100:00:00.00");
  assert.equal(timeinterval(309.5), "PT0H5M9.50S");
  assert.equal(timeinterval(30 * 3600), "PT30H0M0.00S");
  for (const broken of [-5, Number.NaN, Number.POSITIVE_INFINITY, 1e12]) {
    assert.match(timespan(broken), /^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/);
    assert.match(timeinterval(broken), /^PT\d+H\d+M\d+\.\d\dS$/);
  }
});

test("times of day and timestamps are those that Moodle and scorm-again take", () => {
  const date = new Date(2026, 10, 3, 9, 5, 1);
  assert.equal(timeOfDay(date), "09:05:01");
  assert.equal(timestamp(new Date(Date.UTC(2026, 10, 23, 10, 0, 0, 123))), "2026-11-23T10:00:00.00Z");
  assert.equal(timestamp(new Date(Date.UTC(2040, 0, 1))), "");
  assert.equal(timestamp(new Date(Date.UTC(1960, 0, 1))), "");
});

test("interaction ids have the form that every LMS takes, and each item its own", () => {
  const ids = ["a", "1", "9-lives", "what-is-it", "what_is_it", "what-is--it", "ends-", "-", "ŵ", "x".repeat(300)];
  const made = identifiersOf(ids, interactionShape);
  for (const id of made.values()) {
    assert.match(id, /^[A-Za-z][A-Za-z0-9_]*[A-Za-z0-9]$/);
    assert.ok(id.length >= 2 && id.length <= 60, id);
  }
  assert.equal(new Set(made.values()).size, ids.length);
  assert.equal(made.get("what_is_it"), "what_is_it");
  assert.equal(identifiersOf(["what-is-it"], interactionShape).get("what-is-it"), "what_is_it");
});

test("identifiers do not depend on the order of the questions", () => {
  const ids = ["a-b", "a_b", "a--b", "c"];
  const forwards = identifiersOf(ids, choiceShape);
  const backwards = identifiersOf([...ids].reverse(), choiceShape);
  for (const id of ids) assert.equal(forwards.get(id), backwards.get(id));
});

for (const which of WHICH) {
  const name = (in12, in2004) => (which === "1.2" ? in12 : in2004);
  const status = name("cmi.core.lesson_status", "cmi.completion_status");

  test(`${which}: the first words are the status and exit, committed at once`, () => {
    const { lms, keeper } = connected(which);
    assert.equal(keeper.begin(STANDING.incomplete), "done");
    assert.deepEqual(lms.calls("set"), [`${status} = incomplete`, `${name("cmi.core.exit", "cmi.exit")} = suspend`]);
    assert.equal(lms.calls("commit").length, 1);
    assert.equal(lms.stored[status], "incomplete");
  });

  test(`${which}: a status that the LMS holds is not written again, and never lowered`, () => {
    for (const held of ["completed", "COMPLETED", "incomplete", ...name(["passed", "failed"], [])]) {
      const { lms, keeper, remembered } = connected(which, { [status]: held });
      keeper.begin(STANDING.incomplete);
      keeper.save(entry());
      assert.deepEqual(lms.calls("set").filter((call) => call.startsWith(status)), [], held);
      assert.notEqual(remembered.standing.completion, "none");
    }
  });

  test(`${which}: words that mean nothing count as no status at all`, () => {
    for (const held of ["not attempted", "unknown", "", "banana", "null"]) {
      const { lms, keeper } = connected(which, { [status]: held });
      keeper.begin(STANDING.incomplete);
      assert.equal(lms.stored[status], "incomplete", held);
    }
  });

  test(`${which}: what is remembered of completion is said again to an LMS that has forgotten it`, () => {
    const { lms, keeper } = connected(which);
    keeper.begin(STANDING.completed);
    assert.equal(lms.stored[status], "completed");
  });

  test(`${which}: who has failed for good has failed, until she passes or is asked for no pass mark any more`, () => {
    const failed = { completion: "completed", success: "failed" };
    const success = (lms) => (which === "1.2" ? "" : lms.stored["cmi.success_status"]);
    const said = (lms) => [lms.stored[status], success(lms)];
    const save = (keeper, standing) => keeper.save(entry({ summary: { standing, score: 20, measure: 1 } }));
    const { lms, keeper } = connected(which);
    keeper.begin(STANDING.incomplete);
    save(keeper, failed);
    assert.deepEqual(said(lms), name(["failed", ""], ["completed", "failed"]));
    // A newer version gives her another attempt: what was reported stands until it bears fruit.
    const next = connected(which, lms.stored);
    next.keeper.begin(STANDING.incomplete);
    save(next.keeper, STANDING.incomplete);
    assert.deepEqual(said(next.lms), said(lms));
    save(next.keeper, STANDING.passed);
    assert.deepEqual(said(next.lms), name(["passed", ""], ["completed", "passed"]));
    const other = connected(which, lms.stored);
    save(other.keeper, STANDING.completed);
    assert.deepEqual(said(other.lms), name(["completed", ""], ["completed", "unknown"]));
    assert.deepEqual([...lms.refusals, ...next.lms.refusals, ...other.lms.refusals], []);
  });

  test(`${which}: state and score come before the status, and one commit after all`, () => {
    const { lms, keeper } = connected(which);
    keeper.begin(STANDING.incomplete);
    lms.log.length = 0;
    keeper.note(note());
    keeper.save(entry({ summary: { standing: STANDING.passed, score: 80, measure: 1 } }));
    assert.deepEqual(lms.refusals, []);
    const order = lms.log.filter(({ method }) => method !== "get").map(({ method, words }) => words[0] ?? method);
    const at = (element) => order.indexOf(element);
    assert.ok(at("cmi.interactions.0.id") < at("cmi.suspend_data"));
    assert.ok(at("cmi.suspend_data") < at(name("cmi.core.score.raw", "cmi.score.raw")));
    assert.ok(at(name("cmi.core.score.raw", "cmi.score.raw")) < at(status));
    assert.deepEqual(order.filter((method) => method === "commit"), ["commit"]);
    assert.equal(order.at(-1), "commit");
    assert.equal(lms.stored[name("cmi.core.score.raw", "cmi.score.raw")], "80");
    assert.equal(lms.stored[status], name("passed", "completed"));
    if (which === "2004") {
      assert.equal(lms.stored["cmi.success_status"], "passed");
      assert.equal(lms.stored["cmi.score.scaled"], "0.8");
      assert.equal(lms.stored["cmi.progress_measure"], "1");
    }
  });

  test(`${which}: a second save sends only what has changed`, () => {
    const { lms, keeper } = connected(which);
    keeper.begin(STANDING.incomplete);
    keeper.save(entry());
    lms.log.length = 0;
    keeper.save(entry({ location: "module-two" }));
    const location = name("cmi.core.lesson_location", "cmi.location");
    assert.deepEqual(lms.calls("set"), [`${location} = module-two`]);
  });

  test(`${which}: after a commit that failed all of it is sent again`, () => {
    const { lms, keeper } = connected(which);
    keeper.begin(STANDING.incomplete);
    lms.failing = 1;
    const all = entry({ summary: { standing: STANDING.completed, score: -1, measure: 1 } });
    assert.equal(keeper.save(all).outcome, "failed");
    lms.log.length = 0;
    assert.equal(keeper.save(all).outcome, "done");
    assert.ok(lms.calls("set").includes("cmi.suspend_data = X1.state"));
    assert.ok(lms.calls("set").includes(`${status} = completed`));
    assert.equal(lms.stored[status], "completed");
  });

  test(`${which}: no score at all is sent without a pass mark, and a score is never lowered`, () => {
    const raw = name("cmi.core.score.raw", "cmi.score.raw");
    const { lms, keeper } = connected(which);
    keeper.save(entry());
    assert.ok(!lms.calls("set").some((call) => call.includes("score")));
    const held = connected(which, { [raw]: "70" });
    held.keeper.save(entry({ summary: { standing: STANDING.incomplete, score: 60, measure: 0.5 } }));
    assert.ok(!held.lms.calls("set").some((call) => call.includes("score")));
    held.keeper.save(entry({ summary: { standing: STANDING.incomplete, score: 75, measure: 0.5 } }));
    assert.equal(held.lms.stored[raw], "75");
  });

  test(`${which}: suspend data that is refused is tried again with less`, () => {
    const limit = name(4096, 64000);
    const { lms, keeper } = connected(which);
    const limits = [];
    const encode = (most) => {
      limits.push(most);
      return limits.length === 1 ? { text: "x".repeat(limit + 1), whole: true } : { text: "x".repeat(50), whole: false };
    };
    assert.deepEqual(keeper.save(entry({ encode })), { outcome: "done", whole: false });
    assert.deepEqual(limits, [limit, limit]);
    assert.equal(lms.stored["cmi.suspend_data"].length, 50);
  });

  test(`${which}: an LMS that says yes and cuts the state is found out, and given what it can hold`, () => {
    const { lms, keeper } = connected(which);
    const set = name("LMSSetValue", "SetValue");
    const honest = lms.api[set];
    lms.api[set] = (element, value) => honest(element, element === "cmi.suspend_data" ? value.slice(0, 2500) : value);
    const encode = (most) => ({ text: "y".repeat(Math.min(3000, most)), whole: most >= 3000 });
    assert.deepEqual(keeper.save(entry({ encode })), { outcome: "done", whole: false });
    assert.equal(lms.stored["cmi.suspend_data"].length, 2500);
    const before = lms.calls("get").length;
    keeper.save(entry({ encode }));
    assert.equal(lms.calls("get").length, before, "and is not asked each time");
  });

  test(`${which}: an LMS that gives back what it held before is not taken for one that cuts`, () => {
    const { lms, keeper } = connected(which);
    const get = name("LMSGetValue", "GetValue");
    const kept = (stale) => {
      lms.api[get] = () => stale;
      const encode = (most) => ({ text: "z".repeat(Math.min(3000 + stale.length, most)), whole: true });
      return keeper.save(entry({ encode })).whole;
    };
    const older = encodePacked(emptyPacked(), 0);
    assert.deepEqual([kept(""), kept(older), kept(`${older}  `)], [true, true, true]);
    // Upper case, signs of HTML, the end of what there was before: nobody could go on with it on another device.
    assert.deepEqual([kept(older.toUpperCase().repeat(2)), kept(`x${older.replaceAll(".", "&#46;")}${older.slice(3)}`)], [false, false]);
    kept(older + " ".repeat(500));
    assert.equal(keeper.save(entry()).whole, true, "and is believed again once it gives back what can be read");
  });

  test(`${which}: a no without a reason is believed when the value was not kept`, () => {
    const { lms, keeper } = connected(which);
    const set = name("LMSSetValue", "SetValue");
    const honest = lms.api[set];
    lms.api[set] = (element, value) => (element.endsWith("location") ? "false" : honest(element, value));
    lms.api[name("LMSGetLastError", "GetLastError")] = () => "0";
    keeper.save(entry());
    const get = name("LMSGetValue", "GetValue");
    lms.api[get] = () => "somewhere-else";
    assert.equal(keeper.save(entry({ location: "module-two" })).outcome, "failed");
    lms.api[get] = () => "module-two";
    assert.equal(keeper.save(entry({ location: "module-two" })).outcome, "done");
  });

  test(`${which}: a session that was lost is looked for anew, where the LMS may have put a new API`, () => {
    const { lms, keeper } = connected(which);
    lms.api[name("LMSFinish", "Terminate")]("");
    const fresh = new StrictLms(which, lms.stored);
    lms.window[name("API", "API_1484_11")] = fresh.api;
    assert.equal(keeper.revive(), true);
    assert.equal(keeper.save(entry()).outcome, "done");
    assert.equal(fresh.stored["cmi.suspend_data"], "X1.state");
  });

  test(`${which}: a state that fits in no form leaves the bookmark and the status`, () => {
    const { lms, keeper } = connected(which);
    assert.deepEqual(keeper.save(entry({ encode: () => null })), { outcome: "done", whole: false });
    assert.equal(lms.stored["cmi.suspend_data"], undefined);
    assert.equal(lms.stored[name("cmi.core.lesson_location", "cmi.location")], "module-one");
  });

  test(`${which}: interactions are whole, in the words of the edition, and nothing is refused`, () => {
    const { lms, keeper } = connected(which);
    keeper.recall(new Map(), ["what-is-ethical", "so", "stages"]);
    assert.equal(keeper.note(note()), 0);
    const trueFalse = note({ item: "so", types: typesOf("true-false"), choices: ["true", "false"], response: ["false"], correct: ["true"], right: false });
    assert.equal(keeper.note(trueFalse), 1);
    const steps = ["wider-change", "designing", "mobilising"];
    assert.equal(keeper.note(note({ item: "stages", types: typesOf("sequencing"), choices: [...steps].reverse(), response: steps, correct: [...steps].reverse(), right: false })), 2);
    assert.deepEqual(lms.refusals, []);
    keeper.save(entry());
    const of = (place, field) => lms.stored[`cmi.interactions.${place}.${field}`];
    const response = name("student_response", "learner_response");
    assert.deepEqual([of(0, "id"), of(0, "type"), of(0, "result")], ["what_is_ethical", "choice", "correct"]);
    assert.equal(of(0, response), name("a,c", "partnership_work[,]learning"));
    assert.equal(of(0, "correct_responses.0.pattern"), name("a,c", "partnership_work[,]learning"));
    assert.equal(of(0, "latency"), name("0000:00:05.10", "PT0H0M5.10S"));
    assert.equal(of(1, response), name("f", "false"));
    assert.equal(of(1, "correct_responses.0.pattern"), name("t", "true"));
    assert.equal(of(1, "result"), name("wrong", "incorrect"));
    assert.equal(of(2, response), name("c,b,a", "wider_change[,]designing[,]mobilising"));
    if (which === "2004") {
      assert.equal(of(0, "timestamp"), "2026-11-23T14:02:09.00Z");
      assert.equal(of(0, "description"), "What does ethical innovation prioritise?");
    }
  });

  test(`${which}: pairs, words, numbers and places on a scale are told in the words of the edition`, () => {
    const { lms, keeper } = connected(which);
    keeper.recall(new Map(), ["people", "words", "minutes", "sure"]);
    const people = { item: "people", types: typesOf("matching"), choices: ["social-worker", "manager"], targets: ["families", "room-to-try"] };
    keeper.note(note({ ...people, response: ["manager.families", "social-worker.room-to-try"], correct: ["social-worker.families", "manager.room-to-try"], right: false }));
    const words = { item: "words", types: typesOf("fill-in"), choices: [], correct: ["trust", "time"], language: "en-GB-oxendict" };
    keeper.note(note({ ...words, response: ["{Trust", "a[,]b  c"], right: false }));
    keeper.note(note({ item: "minutes", types: typesOf("numeric"), choices: [], response: ["20.50000001"], correct: ["20", "18", "22"] }));
    keeper.note(note({ item: "sure", types: typesOf("likert"), choices: ["not-at-all", "a-little", "very"], response: ["very"], correct: [], right: false }));
    keeper.save(entry());
    assert.deepEqual(lms.refusals, []);
    const of = (place, field) => lms.stored[`cmi.interactions.${place}.${field}`];
    const told = (place) => [of(place, "type"), of(place, name("student_response", "learner_response")), of(place, "correct_responses.0.pattern"), of(place, "result")];
    assert.deepEqual(told(0), [
      "matching",
      name("b.1,a.2", "manager[.]families[,]social_worker[.]room_to_try"),
      name("a.1,b.2", "social_worker[.]families[,]manager[.]room_to_try"),
      name("wrong", "incorrect"),
    ]);
    assert.deepEqual(told(1), [
      "fill-in",
      name("{Trust; a[,]b c", "{lang=en-GB} {Trust[,]a[, ]b c"),
      name("trust; time", "trust[,]time"),
      name("wrong", "incorrect"),
    ]);
    assert.deepEqual(told(2), ["numeric", name("20.50000001", "20.5000000"), name("20", "18[:]22"), "correct"]);
    assert.deepEqual(told(3), ["likert", name("3", "s3"), undefined, "neutral"]);
  });

  test(`${which}: long words in many gaps are told as far as the edition has room`, () => {
    const { lms, keeper } = connected(which);
    const response = Array.from({ length: 12 }, (_, place) => `{${place}${"word ".repeat(60)}😀`);
    keeper.note(note({ types: typesOf("fill-in"), choices: [], response, correct: response }));
    assert.deepEqual(lms.refusals, []);
    keeper.note(note({ item: "twice", types: typesOf("fill-in"), choices: [], response: ["trust", "trust"], correct: ["trust", "trust"] }));
    keeper.save(entry());
    assert.equal(lms.stored["cmi.interactions.1.correct_responses.0.pattern"], name("trust; trust", undefined));
  });

  test(`${which}: trying again updates the record, in this session and in the next`, () => {
    const { lms, keeper } = connected(which);
    keeper.recall(new Map(), ["what-is-ethical"]);
    keeper.note(note({ right: false, response: ["power"] }));
    assert.equal(keeper.note(note()), 0);
    keeper.save(entry());
    assert.equal(lms.stored["cmi.interactions.0.result"], "correct");
    const next = connected(which, lms.stored);
    next.keeper.recall(new Map([["what-is-ethical", 0]]), ["what-is-ethical", "other"]);
    assert.equal(next.keeper.note(note({ right: false, response: ["power"] })), 0);
    assert.equal(next.keeper.note(note({ item: "other" })), 1);
    assert.deepEqual(next.lms.refusals, []);
  });

  test(`${which}: an LMS that has fewer interactions than we remember begins anew, without a gap`, () => {
    const { lms, keeper } = connected(which);
    keeper.recall(new Map([["what-is-ethical", 4], ["other", 7]]), ["what-is-ethical", "other"]);
    assert.equal(keeper.note(note()), 0);
    assert.equal(keeper.note(note({ item: "other" })), 1);
    assert.deepEqual(lms.refusals, []);
  });

  test(`${which}: an LMS holds as many interactions as there are questions, however often each was answered`, () => {
    const items = ["what-is-ethical", "so", "stages", "new-one"];
    const { lms, keeper } = connected(which);
    keeper.recall(new Map(), items);
    const places = ["what-is-ethical", "so", "stages"].map((item) => keeper.note(note({ item })));
    keeper.save(entry());
    assert.deepEqual(places, [0, 1, 2]);
    const next = connected(which, lms.stored);
    next.keeper.recall(new Map(["what-is-ethical", "so", "stages"].map((item, place) => [item, place])), items);
    assert.equal(next.keeper.note(note()), 0, "what is answered again stays where it is");
    assert.equal(next.keeper.note(note({ item: "new-one" })), 3, "and what is new takes the place of none");
    next.keeper.save(entry());
    const ids = Object.entries(next.lms.stored).filter(([element]) => /^cmi\.interactions\.\d+\.id$/.test(element));
    assert.deepEqual(ids.map(([, id]) => id), ["what_is_ethical", "so", "stages", "new_one"]);
    assert.deepEqual(next.lms.refusals, []);
  });

  test(`${which}: an LMS that has as many interactions as the place that we remember has begun anew`, () => {
    const given = { "cmi.interactions.0.id": "of_another_attempt", "cmi.interactions.0.type": "choice" };
    const { lms, keeper } = connected(which, given);
    // The one at place 1 is not there: so the one at place 0 is not ours either.
    keeper.recall(new Map([["what-is-ethical", 0], ["other", 1]]), ["what-is-ethical", "other"]);
    assert.equal(keeper.note(note()), 1);
    keeper.save(entry());
    assert.equal(lms.stored["cmi.interactions.0.id"], "of_another_attempt");
  });

  test(`${which}: where an LMS cannot count its interactions, the places that we remember are free of others`, () => {
    const { lms, keeper } = connected(which, { "cmi.interactions.0.id": "what_is_ethical" });
    const get = which === "1.2" ? "LMSGetValue" : "GetValue";
    const answer = lms.api[get];
    lms.api[get] = (element) => (element === "cmi.interactions._count" ? "" : answer(element));
    keeper.recall(new Map([["what-is-ethical", 0]]), ["what-is-ethical", "other"]);
    assert.equal(keeper.note(note({ item: "other" })), 1);
    assert.equal(keeper.note(note()), 0);
  });

  test(`${which}: an LMS without interactions is asked once, and the save succeeds`, () => {
    const { lms, keeper } = connected(which);
    lms.interactions = false;
    assert.equal(keeper.note(note()), -1);
    assert.equal(keeper.note(note({ item: "other" })), -1);
    assert.equal(lms.calls("set").length, 1);
    assert.equal(keeper.save(entry()).outcome, "done");
  });

  test(`${which}: a long or strange question is described in one line of 250 characters`, () => {
    const { lms, keeper } = connected(which);
    for (const [at, description] of [`{${"long ".repeat(90)}`, `${"x".repeat(249)}😀`, "\n", ""].entries()) {
      keeper.note(note({ item: `q-${at}`, description }));
    }
    assert.deepEqual(lms.refusals, []);
  });

  test(`${which}: a description says its language, but for English, which the standard takes it for`, () => {
    const { lms, keeper } = connected(which);
    keeper.recall(new Map(), []);
    keeper.begin(STANDING.incomplete);
    const languages = { "": "", en: "", "en-GB": "", cy: "{lang=cy}", "zh-Hant-TW": "{lang=zh-Hant}", "es-419": "{lang=es}" };
    Object.keys(languages).forEach((language, at) => keeper.note(note({ item: `q-${at}`, description: "{Pam?", language })));
    keeper.note(note({ item: "long", description: "ŵ".repeat(400), language: "cy" }));
    const objectives = [{ module: "m", title: "Croeso", language: "cy", standing: STANDING.incomplete, score: -1, measure: 0 }];
    keeper.save(entry({ summary: { ...entry().summary, objectives } }));
    assert.deepEqual(lms.refusals, []);
    const sent = Object.values(languages).map((_, at) => lms.stored[`cmi.interactions.${at}.description`]);
    assert.deepEqual(sent, Object.values(languages).map((sign) => name(undefined, `${sign}Pam?`)));
    assert.equal(lms.stored["cmi.interactions.6.description"]?.length, name(undefined, 250));
    assert.equal(lms.stored["cmi.objectives.0.description"], name(undefined, "{lang=cy}Croeso"));
  });

  test(`${which}: the pass mark of the LMS is read as percent`, () => {
    const element = name("cmi.student_data.mastery_score", "cmi.scaled_passing_score");
    assert.equal(connected(which, { [element]: name("70", "0.7") }).remembered.passMark, 70);
    for (const none of ["", "abc", name("-1", "-0.5"), name("101", "1.5")]) {
      assert.equal(connected(which, { [element]: none }).remembered.passMark, null, none);
    }
  });

  test(`${which}: mode is review only when the LMS says so`, () => {
    const element = name("cmi.core.lesson_mode", "cmi.mode");
    assert.equal(connected(which, { [element]: "Review" }).remembered.mode, "review");
    assert.equal(connected(which, { [element]: "browse" }).remembered.mode, "browse");
    for (const other of ["", "normal", "banana"]) assert.equal(connected(which, { [element]: other }).remembered.mode, "normal");
  });

  test(`${which}: a window that dies throws nothing at us, and a save says that it failed`, () => {
    const { lms, keeper } = connected(which);
    lms.dead = true;
    assert.equal(keeper.save(entry()).outcome, "failed");
    assert.equal(keeper.note(note()), -1);
    assert.equal(keeper.begin(STANDING.incomplete), "failed");
    keeper.end();
  });

  test(`${which}: a window that is closed may still answer, and is not believed`, () => {
    const { lms, keeper } = connected(which);
    lms.window.closed = true;
    assert.equal(keeper.save(entry()).outcome, "gone");
    assert.equal(lms.calls("commit").length, 0);
  });

  test(`${which}: after the end the LMS says so, and a lost session can be opened again`, () => {
    const { lms, keeper } = connected(which);
    lms.api[name("LMSFinish", "Terminate")]("");
    assert.equal(keeper.save(entry()).outcome, name("lost", "ended"));
    assert.equal(keeper.revive(), true);
    assert.equal(keeper.save(entry()).outcome, "done");
  });

  test(`${which}: every way of saying yes counts, and no answer without an error too, but a no is a no`, () => {
    for (const yes of ["true", true, 1, "1", "TRUE"]) assert.equal(saidBy(which, yes, "101"), "done", String(yes));
    assert.equal(saidBy(which, "false", "0"), "failed");
    assert.equal(saidBy(which, undefined, 0), "done");
    for (const no of ["false", false, "", null]) assert.equal(saidBy(which, no, "101"), "failed", String(no));
    assert.equal(saidBy(which, "false", "banana"), "failed");
  });

  test(`${which}: a session that is open already is gone on with, a general failure is not`, () => {
    const lms = new StrictLms(which);
    assert.ok(connectScorm(lms.window, EDITIONS));
    assert.ok(connectScorm(lms.window, EDITIONS), "already initialised");
    const broken = new StrictLms(which);
    broken.api[name("LMSInitialize", "Initialize")] = () => "false";
    assert.equal(connectScorm(broken.window, EDITIONS), null);
  });
}

/** What becomes of a save when every call is answered so. */
function saidBy(which, answer, error) {
  const lms = new StrictLms(which);
  const keeper = connectScorm(lms.window, EDITIONS);
  keeper.remembered();
  const prefix = which === "1.2" ? "LMS" : "";
  for (const method of ["SetValue", "Commit"]) lms.api[prefix + method] = () => answer;
  lms.api[`${prefix}GetLastError`] = () => error;
  return keeper.save(entry()).outcome;
}

test("2004: an interaction of another question is not written over, and one whose id is not given back is ours", () => {
  for (const [held, place] of [["of_another", 1], ["", 0]]) {
    const { lms, keeper } = connected("2004", { "cmi.interactions.0.id": held || "what_is_ethical", "cmi.interactions.0.type": "choice" });
    const answer = lms.api.GetValue;
    if (held === "") lms.api.GetValue = (element) => (element === "cmi.interactions.0.id" ? "" : answer(element));
    keeper.recall(new Map([["what-is-ethical", 0]]), ["what-is-ethical"]);
    assert.equal(keeper.note(note()), place, held);
  }
});

test("SCORM 2004 keeps score and completion apart from what 1.2 says in one word", () => {
  const { lms, keeper } = connected("1.2", { "cmi.core.lesson_status": "failed" });
  keeper.begin(STANDING.incomplete);
  assert.equal(lms.stored["cmi.core.lesson_status"], "failed");
  keeper.save(entry({ summary: { standing: STANDING.passed, score: 90, measure: 1 } }));
  assert.equal(lms.stored["cmi.core.lesson_status"], "passed");
});

for (const which of WHICH) {
  test(`the weight of a question is said where it has one, in ${which}`, () => {
    const { lms, keeper } = connected(which);
    keeper.recall(new Map(), ["what-is-ethical", "who-helps"]);
    keeper.note(note({ weight: 3 }));
    keeper.note(note({ item: "who-helps", weight: 0 }));
    keeper.save(entry());
    assert.deepEqual(lms.refusals, []);
    assert.equal(lms.stored["cmi.interactions.0.weighting"], "3");
    assert.equal(lms.stored["cmi.interactions.1.weighting"], undefined);
  });
}

for (const which of WHICH) {
  const name = (in12, in2004) => (which === "1.2" ? in12 : in2004);
  const objective = (own = {}) => ({ module: "what-is-ethical", title: "What is ethical?", standing: STANDING.incomplete, score: -1, measure: 0.5, ...own });
  const save = (keeper, ...objectives) => keeper.save(entry({ summary: { ...entry().summary, objectives } }));
  const told = (lms, place = 0) =>
    Object.fromEntries(Object.entries(lms.stored).filter(([element]) => element.startsWith(`cmi.objectives.${place}.`)).map(([element, value]) => [element.slice(17), value]));

  test(`${which}: each module that was opened is an objective, with its own id and in the words of the edition`, () => {
    const { lms, keeper } = connected(which);
    keeper.recall(new Map(), []);
    keeper.begin(STANDING.incomplete);
    save(keeper, objective(), objective({ module: "framework", title: " {two}\nlines", standing: STANDING.passed, score: 75, measure: 1 }));
    assert.deepEqual(lms.refusals, []);
    assert.deepEqual(told(lms), name(
      { id: "obj_what_is_ethical", status: "incomplete" },
      { id: "obj_what_is_ethical", completion_status: "incomplete", progress_measure: "0.5", description: "What is ethical?" },
    ));
    assert.deepEqual(told(lms, 1), name(
      { id: "obj_framework", status: "passed", "score.raw": "75" },
      { id: "obj_framework", completion_status: "completed", success_status: "passed", progress_measure: "1", description: "two} lines" },
    ));
    const [first] = lms.calls("set").filter((call) => call.startsWith("cmi.objectives.1"));
    assert.equal(first, "cmi.objectives.1.id = obj_framework");
  });

  test(`${which}: an objective is found again in the next session, wherever it stands, and never lowered`, () => {
    const one = connected(which);
    one.keeper.recall(new Map(), []);
    save(one.keeper, objective({ module: "a" }), objective({ standing: STANDING.passed, score: 80, measure: 1 }));
    const { lms, keeper } = connected(which, one.lms.stored);
    keeper.recall(new Map(), []);
    save(keeper, objective({ score: 20 }), objective({ module: "framework" }));
    assert.deepEqual(lms.refusals, []);
    assert.equal(lms.stored["cmi.objectives.1.score.raw"], name("80", undefined));
    assert.equal(lms.stored[name("cmi.objectives.1.status", "cmi.objectives.1.success_status")], "passed");
    assert.equal(lms.stored["cmi.objectives.2.id"], "obj_framework");
    assert.equal(lms.calls("set").filter((call) => call.endsWith("id = obj_what_is_ethical")).length, 0);
    assert.deepEqual(lms.calls("get").filter((call) => call.startsWith("cmi.objectives.2")), [], "it is not asked for one that it does not have");
  });

  test(`${which}: what has not changed is not said again, and an LMS without objectives is asked once`, () => {
    const { lms, keeper } = connected(which);
    keeper.recall(new Map(), []);
    save(keeper, objective());
    const before = lms.calls("set").length;
    save(keeper, objective());
    assert.deepEqual(lms.calls("set").slice(before).filter((call) => call.includes("objectives")), []);
    const without = connected(which);
    without.lms.objectives = false;
    without.keeper.recall(new Map(), []);
    assert.equal(save(without.keeper, objective()).outcome, "done");
    save(without.keeper, objective({ measure: 1 }));
    assert.deepEqual(without.lms.log.filter(({ method, words }) => method !== "commit" && words[0]?.includes("objectives")).map(({ words }) => words[0]), ["cmi.objectives._children"]);
  });

  test(`${which}: after a commit that failed the LMS is asked which objectives it has`, () => {
    const { lms, keeper } = connected(which);
    keeper.recall(new Map(), []);
    lms.failing = 1;
    assert.equal(save(keeper, objective()).outcome, "failed");
    assert.equal(save(keeper, objective(), objective({ module: "a" })).outcome, "done");
    assert.deepEqual([told(lms).id, told(lms, 1).id], ["obj_what_is_ethical", "obj_a"]);
    assert.deepEqual(lms.refusals, []);
  });

  test(`${which}: an interaction names the objective of its module`, () => {
    const { lms, keeper } = connected(which);
    keeper.recall(new Map(), ["what-is-ethical"]);
    keeper.note(note({ module: "framework" }));
    keeper.save(entry());
    assert.equal(lms.stored["cmi.interactions.0.objectives.0.id"], "obj_framework");
    assert.deepEqual(lms.refusals, []);
  });
}

test("2004: scorm-again takes a description with a language", async () => {
  const { Scorm2004API } = await import("scorm-again/scorm2004");
  const given = new Scorm2004API({ logLevel: 5 });
  given.Initialize("");
  const title = "Beth sy'n helpu? ".repeat(20);
  const sent = scorm2004.interaction({ ...note({ description: title, language: "cy-GB" }) }, "q_1").question;
  for (const [element, value] of sent) {
    assert.equal(given.SetValue(`cmi.interactions.0.${element}`, value), "true", `${element}: ${given.GetLastError()}`);
  }
  assert.match(given.GetValue("cmi.interactions.0.description"), /^\{lang=cy-GB\}Beth sy'n helpu\? Beth/);
});
