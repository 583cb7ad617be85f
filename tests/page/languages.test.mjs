import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import { languagesOf } from "../../templates/runtime/languages/languages.js";
import { StrictLms } from "../runtime/fakes/strict-lms.mjs";
import { Device } from "./page.mjs";

/** The sample, in which all is written by hand, and a course with one of everything. */
const COURSES = {
  languages: { tags: ["en-GB", "cy", "ar"], pages: ["#the-door", "#the-talk", "#cover", "#record"], written: ["permission", "consent", "ganiatâd", "الإذن", "30", "٣٠", "no idea"] },
  translated: { tags: ["en-GB", "cy", "ar", "uk"], pages: ["#one", "#two", "#record", "#record", "#cover"], written: ["zengz 80", "ŵgairŵ 81", "كلمةظ 20", "٢٠", "1", "2026", "no"] },
};

/** Chance that can be had again: the same numbers for the same seed. */
function chance(seed) {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

const switchTo = (page, tag) => page.press(page.document.querySelector(`[data-languages] a[lang="${tag}"]`));

/** What was written and chosen in a part of the page. */
const fieldsIn = (part) => [...part.querySelectorAll("input, select, textarea:not([data-copy])")];
const given = ({ type, value, checked }) => (/radio|checkbox/.test(type) ? `${value} ${checked}` : value);

/** What is there of all answers, in no language: ids, marks and what was written; in the record of learning, all of it. */
const standing = ({ document }) => [
  ...[...document.querySelectorAll("[data-current] [data-item]")].map((item) => [
    item.dataset.item,
    item.dataset.state,
    item.hasAttribute("data-undrawn"),
    fieldsIn(item).map(given),
  ]),
  ...[...document.querySelectorAll("[data-current][data-record]")].map((record) => fieldsIn(record).map(given)),
];

const bar = ({ document }) => [document.querySelector("[data-bar]")?.value, document.querySelector("[data-current]")?.id];

/** One thing that a learner does, by ids; the same whatever language it is done in. */
async function act(page, roll, { pages, written }) {
  const what = roll(10);
  if (what < 2) return page.go(pages[roll(pages.length)]);
  const [word, place, which] = [written[roll(7)], roll(4), roll(1000)];
  const record = page.document.querySelector("[data-current][data-record]");
  if (record) return recordAct(page, record, what, word, which);
  const items = [...page.document.querySelectorAll("[data-current] [data-item]:not([data-undrawn])")].sort((one, other) => (one.id < other.id ? -1 : 1));
  if (items.length === 0) return page.go(pages[roll(2)]);
  const item = items[roll(items.length)];
  const check = item.querySelector("[data-check]");
  if (what < 5 && check) return page.press(check);
  const fields = fieldsIn(item).sort((one, other) => (`${one.name} ${one.value}` < `${other.name} ${other.value}` ? -1 : 1));
  const field = fields[which % fields.length];
  if (!field) return undefined;
  if (field.type === "radio" || field.type === "checkbox") return page.press(field);
  if (field.localName === "select") return page.write(field, [...field.options].map(({ value }) => value).sort()[place % field.options.length]);
  return page.write(field, word);
}

/** One thing that she does in her record: writes, chooses, sets herself a goal or takes one away. */
async function recordAct(page, record, what, word, which) {
  const goals = [...record.querySelectorAll("[data-goal-add], [data-goal-remove]")];
  if (what < 4) return page.press(goals[which % goals.length]);
  const fields = fieldsIn(record).filter((field) => !field.closest("[data-step='device']"));
  const field = fields[which % fields.length];
  if (field.type === "radio" || field.type === "checkbox") return page.press(field);
  const dated = field.closest("[data-date]");
  return page.write(field, dated ? ["7", "3", "2026"][[...dated.querySelectorAll("input")].indexOf(field)] : word);
}

/** Its own script comes when the record is shown. */
const bringRecord = (page) => page.document.querySelector("[data-current][data-record]:not([data-record='open'])") && page.load("record");

/** What she takes along, in the first language; how long she was there is no part of it. */
async function takenAlong(page) {
  await switchTo(page, "en-GB");
  await page.go("#record");
  await bringRecord(page);
  page.files.length = 0;
  await page.press(page.document.querySelector("[data-text]"));
  return (await page.files[0].text()).split("\n").filter((line) => !/^ {2}Time:/.test(line));
}

/** A life, and what was seen after each act. With `switches`, the learner goes to and fro between languages meanwhile. */
async function live(seed, switches, name) {
  const course = COURSES[name];
  const lms = new StrictLms("2004");
  const device = new Device();
  let page = await device.open(`${name}/scorm2004`, { still: false, lms, hash: course.pages[0] });
  const [roll, turn] = [chance(seed), chance(seed + 1000)];
  const seen = [];
  for (let step = 0; step < ACTS; step += 1) {
    if (switches && turn(2) === 0) {
      const before = [standing(page), bar(page)];
      await switchTo(page, course.tags[turn(course.tags.length)]);
      await bringRecord(page);
      assert.deepEqual([standing(page), bar(page)], before, `seed ${seed}, step ${step}: a switch changed something`);
    }
    await act(page, roll, course);
    await bringRecord(page);
    seen.push([standing(page), bar(page)]);
  }
  const taken = await takenAlong(page);
  await page.pass(5000);
  await page.close();
  const stored = Object.entries(lms.stored).filter(([element]) => !/suspend_data|description|time|latency|preference/.test(element));
  assert.deepEqual(lms.refusals, []);
  const room = lms.stored["cmi.suspend_data"].length;
  if (LIVES === 0) return { seen, taken, stored, room };
  page = await device.open(`${name}/scorm2004`, { still: false, lms: new StrictLms("2004", lms.stored), hash: course.pages[1] });
  return { seen, taken, stored, room, again: standing(page) };
}

/** A short life in every run; long ones when somebody asks for them (`SATCHEL_LIVES=50`). */
const LIVES = Number(process.env.SATCHEL_LIVES ?? 0);
const ACTS = LIVES > 0 ? 20 : 7;

/** Of the course with everything, which takes long, no more than two. */
const LENGTHS = { languages: LIVES || 1, translated: Math.min(LIVES, 2) };

for (const [name, length] of Object.entries(LENGTHS)) {
  for (const seed of Array.from({ length }, (_, place) => place + 1)) {
    test(`a life with switches between languages loses nothing and scores the same: ${name}, seed ${seed}`, async () => {
      const [alone, switched] = [await live(seed, false, name), await live(seed, true, name)];
      for (const [step, one] of alone.seen.entries()) assert.deepEqual(switched.seen[step], one, `seed ${seed}, act ${step}`);
      assert.deepEqual(switched.taken, alone.taken);
      assert.deepEqual(switched.stored, alone.stored);
      assert.deepEqual(switched.again, alone.again);
      // What counts the saves may take a character more; nothing else does.
      assert.ok(switched.room <= alone.room + 2, `seed ${seed}: ${switched.room} characters, and ${alone.room} in one language`);
    });
  }
}

test("a switch keeps a half-written reflection, a choice that is not checked, the page and the focus", async () => {
  const page = await new Device().open("languages/web", { still: false, hash: "#the-door" });
  await page.write(page.item("a-door").querySelector("textarea"), "I rang twice, and");
  const option = page.item("first-words").querySelector('input[value="name"]');
  await page.press(option);
  page.told.length = 0;
  await switchTo(page, "cy");
  assert.equal(page.document.documentElement.lang, "cy");
  assert.equal(page.document.querySelector("[data-current]").id, "the-door");
  assert.equal(page.document.title, "Wrth y drws - Yr ymweliad cyntaf");
  assert.equal(page.item("a-door").querySelector("textarea").value, "I rang twice, and");
  assert.ok(page.item("first-words").querySelector('input[value="name"]').checked);
  assert.equal(page.document.activeElement.textContent, "Cymraeg");
  assert.equal(page.document.activeElement.getAttribute("aria-current"), "true");
  assert.deepEqual(page.told, ["says: Iaith: Cymraeg"]);
  await page.press(page.item("first-words").querySelector("[data-check]"));
  assert.match(page.item("first-words").textContent, /Mae pwy bynnag sy’n agor y drws/);
  await switchTo(page, "ar");
  assert.equal(page.document.documentElement.dir, "rtl");
  assert.equal(page.item("first-words").dataset.state, "correct");
  assert.match(page.item("first-words").textContent, /من يفتح الباب/);
  await switchTo(page, "en-GB");
  assert.equal(page.document.documentElement.dir, "ltr");
  assert.match(page.item("first-words").textContent, /Whoever opens the door wants to know/);
});

test("1.2: the course begins in the language that the LMS knows, and tells it another choice", async () => {
  const lms = new StrictLms("1.2", { "cmi.student_preference.language": "cy_GB" });
  const page = await new Device().open("languages/scorm12", { still: false, lms });
  assert.equal(page.document.documentElement.lang, "cy");
  await switchTo(page, "ar");
  await page.go("#the-door");
  await page.pass(5000);
  assert.equal(lms.stored["cmi.student_preference.language"], "ar");
});

test("1.2: an LMS may call a language by its name", async () => {
  for (const [called, tag] of [["Cymraeg", "cy"], ["Arabic", "ar"], ["English", "en-GB"], ["WELSH", "cy"], ["Klingon", "en-GB"]]) {
    const lms = new StrictLms("1.2", { "cmi.student_preference.language": called });
    const page = await new Device().open("languages/scorm12", { still: false, lms });
    assert.equal(page.document.documentElement.lang, tag, called);
    await page.close();
  }
});

test("a language of the switch opens by itself: at its address, where she was, whatever she or the LMS chose before", async () => {
  const device = new Device();
  const open = (hash, lms) => device.open("languages/scorm12", { still: false, lms, hash });
  const lms = new StrictLms("1.2");
  const first = await open("#the-talk", lms);
  const links = Object.fromEntries([...first.document.querySelectorAll("[data-languages] a")].map((link) => [link.lang, link.getAttribute("href")]));
  const pressed = (keys) => {
    const press = new first.window.MouseEvent("click", { bubbles: true, cancelable: true, ...keys });
    first.document.querySelector('[data-languages] a[lang="cy"]').dispatchEvent(press);
    return press;
  };
  for (const key of ["ctrlKey", "metaKey", "shiftKey"]) {
    assert.equal(pressed({ [key]: true }).defaultPrevented, false, key);
    assert.equal(first.document.documentElement.lang, "en-GB", key);
  }
  assert.equal(pressed({}).defaultPrevented, true);
  await first.pass(5000);
  await first.close();
  for (const [tag, link] of Object.entries(links)) {
    const page = await open(link.slice(link.indexOf("#")), new StrictLms("1.2", { ...lms.stored }));
    assert.equal(page.document.documentElement.lang, tag);
    assert.equal(page.document.querySelector("[data-current]").id, "the-talk", link);
    assert.doesNotMatch(page.window.location.hash, /\//, "a reload would bring it back after another choice");
    await page.pass(5000);
    await page.close();
    const again = await open("#the-talk", new StrictLms("1.2", { ...lms.stored }));
    assert.equal(again.document.documentElement.lang, tag, "it is her choice");
    await switchTo(again, "ar");
    assert.equal(again.document.documentElement.lang, "ar");
    await again.close();
  }
});

test("without an LMS too; an address that names no language of the course is none", async () => {
  const device = new Device();
  await (await device.open("languages/web", { still: false, hash: "#the-talk" })).close();
  for (const [hash, tag, id] of [["#/ar", "ar", "the-talk"], ["#l1-./cy", "cy", "the-talk"], ["#/xx", "cy", "the-talk"], ["#/", "cy", "cover"], ["#the-door", "cy", "the-door"]]) {
    const page = await device.open("languages/web", { still: false, hash });
    assert.deepEqual([page.document.documentElement.lang, page.document.querySelector("[data-current]").id], [tag, id], hash);
    await page.close();
  }
});

test("2004: so does this; an LMS receives what is right in the language of the source, and a description in that of the answer", async () => {
  const lms = new StrictLms("2004", { "cmi.learner_preference.language": "cy-GB" });
  const page = await new Device().open("languages/scorm2004", { still: false, lms, hash: "#the-talk" });
  assert.equal(page.document.documentElement.lang, "cy");
  await page.write(page.item("one-word").querySelector("input"), "consent");
  await page.press(page.item("one-word").querySelector("[data-check]"));
  for (const tag of ["en-GB", "ar"]) {
    await switchTo(page, tag);
    assert.equal(page.item("one-word").dataset.state, "correct", tag);
  }
  await page.pass(5000);
  const told = Object.fromEntries(Object.entries(lms.stored).filter(([element]) => /interactions\.2\.(id|desc|result|correct)/.test(element)));
  assert.deepEqual(told, {
    "cmi.interactions.2.id": "one_word",
    "cmi.interactions.2.correct_responses.0.pattern": "permission",
    "cmi.interactions.2.description": "{lang=cy}Un gair",
    "cmi.interactions.2.result": "correct",
  });
  await page.close();
  const elsewhere = await new Device().open("languages/scorm2004", { still: false, lms: new StrictLms("2004", lms.stored) });
  assert.equal(elsewhere.document.documentElement.lang, "ar");
});

test("without an LMS the browser's languages choose, and then the learner", async () => {
  const device = new Device();
  const before = (window) => Object.defineProperty(window.navigator, "languages", { configurable: true, value: ["so", "cy-GB", "en"] });
  const page = await device.open("languages/web", { still: false, before });
  assert.equal(page.document.documentElement.lang, "cy");
  await switchTo(page, "ar");
  await page.close();
  const later = await device.open("languages/web", { still: false, before });
  assert.equal(later.document.documentElement.lang, "ar");
});

test("who asks for a language in a script reads that script, and any other one rather than none", () => {
  const { document } = new Window();
  document.documentElement.lang = "en-GB";
  const there = ["zh-Hans", "zh-Hant", "sr-Latn", "uz-Arab", "pa", "ar", "cy"];
  const others = there.map((tag) => `<div lang="${tag}" data-called="${tag.toLowerCase()}${tag === "cy" ? "/cymraeg/welsh" : ""}"><article><noscript></noscript></article></div>`);
  document.body.innerHTML = `<div data-other-languages data-called="en-gb/english">${others.join("")}</div>`;
  const languages = languagesOf(document);
  const asked = { "zh-TW": "zh-Hant", "zh-HK": "zh-Hant", "zh-CN": "zh-Hans", zh: "zh-Hans", "sr-RS": "sr-Latn", "uz-AF": "uz-Arab", uz: "uz-Arab" };
  const more = { "pa-PK": "pa", "ar-EG": "ar", AR: "ar", cy_GB: "cy", "cy_GB.UTF-8": "cy", "en-US": "en-GB", so: undefined, "": undefined, "?": undefined };
  const names = { Welsh: "cy", "CYMRAEG": "cy", english: "en-GB", cym: "cy", wel: "cy", eng: "en-GB", "en_us": "en-GB", Cym: "cy", wels: undefined, ish: undefined };
  for (const [tag, lang] of Object.entries({ ...asked, ...more, ...names })) assert.equal(languages.find([tag])?.lang, lang, tag);
});

test("a highlight in one language is not lost in another", async () => {
  const page = await new Device().open("languages/web", { still: false, hash: "#the-door" });
  const part = (name) => page.document.querySelector(`[data-current] [data-my-notes] [data-${name}]`);
  const list = part("sentences");
  list.open = true;
  list.dispatchEvent(new page.window.Event("toggle"));
  await page.pass();
  await page.press(list.querySelector("input"));
  assert.equal(page.document.querySelectorAll("[data-current] mark").length, 1);
  await switchTo(page, "cy");
  assert.equal(page.document.querySelectorAll("[data-current] mark").length, 0);
  const passage = page.document.querySelector("[data-current] [data-passage]");
  assert.equal(passage.querySelector("a").lang, "en-GB");
  assert.match(passage.textContent, /Nid yw’r geiriau hyn yn y testun yn yr iaith hon/);
  await switchTo(page, "en-GB");
  assert.equal(page.document.querySelectorAll("[data-current] mark").length, 1);
});

test("half a date is there in the next language, and the record's script is asked for once", async () => {
  const page = await new Device().open("languages/web", { still: false, hash: "#record" });
  await bringRecord(page);
  const days = () => [...page.document.querySelectorAll("[data-peer] input")];
  await page.write(days()[1], "3");
  await page.press(page.document.querySelector("[data-goal-add]"));
  const goal = () => page.document.querySelector("[data-goal] [data-date] input");
  await page.write(goal(), "٧");
  for (const tag of ["cy", "ar", "en-GB"]) {
    await switchTo(page, tag);
    assert.equal(page.document.querySelector("[data-record]").dataset.record, "open");
    assert.deepEqual([goal().value, ...days().map(({ value }) => value)], ["٧", "", "3", ""], tag);
  }
  assert.equal([...page.document.querySelectorAll("script")].filter(({ src }) => src.includes("record")).length, 1);
});

test("what was chosen in the form is ticked in every language, and taken along in that of the page; the name for the certificate stays", { skip: LIVES === 0 }, async () => {
  const device = new Device();
  const open = async () => {
    const page = await device.open("translated/web", { still: false, hash: "#record" });
    await bringRecord(page);
    return page;
  };
  let page = await open();
  const boxes = () => [...page.document.querySelectorAll("[data-asked] :checked")];
  const labels = () => boxes().map(({ labels: [label] }) => label.textContent.trim());
  await switchTo(page, "uk");
  await page.press(page.document.querySelector("[data-asked=one] input"));
  for (const box of page.document.querySelectorAll("[data-asked=domains] input")) await page.press(box);
  const chosen = labels();
  assert.equal(chosen.length, 3);
  const name = () => page.document.querySelector("[data-name]");
  await page.write(name(), "Оксана");
  await switchTo(page, "ar");
  await switchTo(page, "uk");
  assert.equal(name().value, "Оксана");
  await page.close();
  page = await open();
  assert.deepEqual(labels(), chosen, "on the next day");
  for (const [tag, word] of [["cy", "ŵgairŵ"], ["ar", "كلمةظ"], ["en-GB", "zengz"]]) {
    await switchTo(page, tag);
    assert.deepEqual(labels().map((label) => label.split(" ")[0]), [word, word, word]);
    page.files.length = 0;
    await page.press(page.document.querySelector("[data-text]"));
    const text = await page.files[0].text();
    for (const label of labels()) assert.ok(text.includes(`\n${label}\n`), label);
    assert.doesNotMatch(text, /словощ/);
  }
  await page.press(page.document.querySelector("[data-asked=domains] input"));
  assert.equal(boxes().length, 2);
  await switchTo(page, "uk");
  assert.deepEqual(labels(), [chosen[0], chosen[2]]);
});

test("a choice that an earlier version kept in the words of the page is still ticked there", { skip: LIVES === 0 }, async () => {
  const device = new Device();
  const open = async () => {
    const page = await device.open("translated/web", { still: false, hash: "#record" });
    if (page.document.documentElement.lang !== "uk") await switchTo(page, "uk");
    await bringRecord(page);
    return [page, ...page.document.querySelectorAll("[data-asked=domains] input")];
  };
  const [page, , chosen] = await open();
  await page.press(chosen);
  await page.close();
  const [, key, kept] = [...device.kept].flat().join("\n").match(/^(satchel:.*:device)\n(\{.*\})$/m);
  device.kept.set(key, kept.replace(`["${chosen.value}"]`, `["${chosen.labels[0].textContent.trim()}"]`));
  assert.notEqual(device.kept.get(key), kept);
  const [, first, second] = await open();
  assert.deepEqual([first.checked, second.checked], [false, true]);
});

test("an LMS that is found late chooses too, unless the learner has gone on", { skip: LIVES === 0 }, async () => {
  for (const [goes, tag] of [[false, "cy"], [true, "en-GB"]]) {
    const lms = new StrictLms("2004", { "cmi.learner_preference.language": "cy" });
    const page = await new Device().open("languages/scorm2004", { still: false });
    assert.equal(page.document.documentElement.lang, "en-GB");
    if (goes) await page.go("#the-talk");
    page.window.API_1484_11 = lms.api;
    await page.pass(10_000);
    assert.ok(lms.calls("initialize").length > 0);
    assert.equal(page.document.documentElement.lang, tag);
  }
});
