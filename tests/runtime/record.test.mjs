import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyPortfolio, joinPortfolios, readPortfolio, writePortfolio } from "../../templates/runtime/state/portfolio.js";
import { calendar, isDate } from "../../templates/runtime/record/calendar.js";
import { certificatePaper, recordPaper } from "../../templates/runtime/record/document.js";
import { plainText } from "../../templates/runtime/record/text.js";
import { zip } from "../../templates/runtime/record/zip.js";
import { Strings } from "../../templates/runtime/page/strings.js";
import { catalogue } from "./fakes/catalogue.mjs";

const strings = new Strings(catalogue, "en-GB");
const NOW = new Date("2026-11-23T14:02:00");
const NOTHING = {
  course: "Sample",
  language: "en-GB",
  now: NOW,
  reflections: [],
  notes: [],
  goals: [],
  peer: "",
  form: null,
  progress: "",
  modules: [],
  questions: [],
};

function goal(more) {
  return { id: "goal-1", words: "Ask earlier", by: "", stage: "", review: "", ...more };
}

function unfolded(file) {
  return file.replaceAll("\r\n ", "").split("\r\n");
}

test("a zip names each entry twice, with its length and checksum", () => {
  const bytes = zip([{ name: "a.txt", bytes: new TextEncoder().encode("123456789") }]);
  const view = new DataView(bytes.buffer);
  assert.equal(view.getUint32(0, true), 0x04034b50);
  assert.equal(view.getUint32(14, true), 0xcbf43926, "the check value of CRC-32");
  assert.equal(view.getUint32(bytes.length - 22, true), 0x06054b50);
  assert.equal(view.getUint16(bytes.length - 12, true), 1);
  assert.equal(view.getUint32(view.getUint32(bytes.length - 6, true), true), 0x02014b50);
});

test("a record without anything in it says where it comes from, and has no empty parts", () => {
  const text = plainText(recordPaper(NOTHING, strings));
  assert.equal(text, "My record of learning\n=====================\n\nFrom the course “Sample”. Made on 23 November 2026.\n");
});

test("a certificate says how far she came before anything is opened too, and her name stands where the page begins", () => {
  const empty = certificatePaper({ ...NOTHING, progress: "0 of 3 modules done." }, strings, "مريم");
  assert.deepEqual(empty.blocks[0], { kind: "heading", level: 1, words: ["مريم"] }, "without a direction of its own");
  const lines = plainText(empty).split("\n").filter(Boolean);
  assert.equal(lines.filter((line) => line === "0 of 3 modules done.").length, 1);
  const begun = certificatePaper({ ...NOTHING, progress: "1 of 3 modules done.", modules: [{ title: "Welcome", days: [NOW], seconds: 90 }] }, strings, " ");
  assert.equal(plainText(begun).split("1 of 3 modules done.").length, 2);
  assert.equal(begun.blocks.filter(({ kind, level }) => kind === "heading" && level === 1).length, 1, "no heading for a name that is not there");
});

test("a record has every word in it, in the order of the page", () => {
  const visit = { title: "Welcome", days: [NOW, NOW], seconds: 90 };
  const text = plainText(
    recordPaper(
      {
        ...NOTHING,
        form: { title: "CPD", about: "As of 2023.", asked: [{ ask: "What did you learn?", answer: ["To ask."] }, { ask: "Impact?", answer: [] }] },
        reflections: [{ title: "What helps?", language: "", text: "Time.\r\n\r\nAnd trust." }],
        notes: [
          { title: "Welcome", note: "Ask the team.", passages: [{ words: "“takes time”", lost: true, note: "Whose?" }, { words: "“trust”", lost: false, note: "" }] },
          { title: "Next", note: "", passages: [{ words: "“a door”", lost: false, note: "" }] },
        ],
        goals: [goal({ by: "2027-03-01", stage: "on-the-way", review: "Slowly." })],
        peer: "2027-01-05",
        progress: "1 of 2 modules opened.",
        modules: [visit, { title: "Next", days: [NOW, new Date("2026-12-02T09:00:00")], seconds: 20 }, { title: "Elsewhere", days: [], seconds: 0 }],
        questions: [{ title: "Which?", outcome: "Correct" }],
      },
      strings,
    ),
  );
  const order = [
    "CPD\n---", "As of 2023.", "What did you learn?", "To ask.", "Impact?", "Nothing written yet.",
    "My reflections\n", "What helps?", "Time.", "And trust.",
    "My notes\n", "Welcome", "Ask the team.", "“takes time”", "These words are no longer in the text.", "Whose?", "“trust”", "Next", "“a door”",
    "My goals\n", "Goal 1", "Ask earlier", "By 1 March 2027.", "On the way.", "Slowly.", "To talk over with somebody on 5 January 2027.",
    "What I worked through\n", "1 of 2 modules opened.", "Welcome", "When: 23 November 2026\n", "Time: 2 minutes", "When: 23 November 2026 to 2 December 2026", "Time: Under a minute", "Elsewhere",
    "My answers\n", "Which?", "Outcome: Correct",
  ];
  let at = 0;
  for (const words of order) {
    const found = text.indexOf(words, at);
    assert.ok(found >= at, words);
    at = found + words.length;
  }
});

test("a calendar has a day for each date, and none for a date that is not whole", () => {
  const days = [
    { id: "one@sample", date: "2027-03-01", words: "Ask earlier; and listen, too\nReally", about: "Sample" },
    { id: "two@sample", date: "2027-02-30", words: "Never", about: "Sample" },
    { id: "three@sample", date: "", words: "Never", about: "Sample" },
  ];
  const lines = unfolded(calendar(days, new Date("2026-11-23T14:02:09Z")));
  assert.equal(lines.filter((line) => line === "BEGIN:VEVENT").length, 1);
  assert.ok(lines.includes("DTSTART;VALUE=DATE:20270301"));
  assert.ok(lines.includes("SUMMARY:Ask earlier\\; and listen\\, too\\nReally"));
  assert.ok(lines.includes("DTSTAMP:20261123T140209Z"));
  assert.ok(isDate("2028-02-29") && !isDate("2027-02-29") && !isDate("1 March"));
});

test("no line of a calendar is longer than 75 octets, and no character is cut in two", () => {
  const words = "Gwrando ar blant a theuluoedd – ŵyneb yn wyneb 🌱 ".repeat(20).trim();
  const file = calendar([{ id: "x", date: "2027-03-01", words, about: "" }], NOW);
  for (const line of file.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.ok(unfolded(file).includes(`SUMMARY:${words}`));
});

test("what a learner put into the record is found again as it was", () => {
  const portfolio = emptyPortfolio();
  portfolio.visits.set("welcome", { first: 1000, last: 2000, seconds: 30 });
  portfolio.goals.push(goal({ by: "2027-03-01", stage: "reached", review: "With help." }));
  portfolio.peer = "2027-01-05";
  portfolio.form.set("learnt", ["To ask."]).set("parts", ["4.2", "4.6"]);
  portfolio.later.add("what-helps");
  portfolio.left.add("goals");
  assert.deepEqual(readPortfolio(JSON.parse(JSON.stringify(writePortfolio(portfolio)))), portfolio);
});

test("whatever lies in the storage is read without a fall", () => {
  for (const raw of [undefined, null, 7, "x", [], { visits: {}, goals: 3, form: [["a"], 4, ["b", "c"]], later: [1], left: null }]) {
    const { visits, goals, peer } = readPortfolio(raw);
    assert.deepEqual([visits.size, goals.length, peer], [0, 0, ""]);
  }
  const { goals } = readPortfolio({ goals: [null, { words: 1, stage: "won" }] });
  assert.deepEqual(goals, [goal({ id: "goal-0", words: "" }), goal({ words: "" })]);
});

test("of two records neither loses a goal or a word", () => {
  const newer = readPortfolio({ goals: [goal({ words: "Newer" })], form: [["a", ["1"]]], visits: [["m", { first: 5, last: 9, seconds: 3 }]] });
  const older = readPortfolio({
    goals: [goal({ words: "Older" }), goal({ id: "goal-2" })],
    form: [["a", ["0"]], ["b", ["2"]]],
    visits: [["m", { first: 1, last: 2, seconds: 7 }]],
    peer: "2027-01-05",
  });
  const joined = joinPortfolios(newer, older);
  assert.deepEqual(joined.goals.map(({ words }) => words), ["Older\n\nNewer", "Ask earlier"]);
  assert.deepEqual([...joined.form], [["a", ["1", "0"]], ["b", ["2"]]]);
  assert.deepEqual(joined.visits.get("m"), { first: 1, last: 9, seconds: 7 });
  assert.equal(joined.peer, "2027-01-05");
});
