import assert from "node:assert/strict";
import { test } from "node:test";
import { readJournal, writeJournal } from "../../../templates/runtime/state/journal-text.js";
import { joinPortfolios } from "../../../templates/runtime/state/portfolio.js";
import { emptySnapshot } from "../../../templates/runtime/state/snapshot.js";

const passage = (words, note = "", before = "") => ({ module: "one", block: "one--title", words, before, after: "", note });

/** A portfolio with these notes and passages. */
function portfolioOf(notes, passages) {
  return { ...emptySnapshot().portfolio, notes: new Map(notes), passages };
}

test("notes and passages are found again in the journal", () => {
  const portfolio = portfolioOf([["one", "Ask."]], [passage("takes time", "Why?", "Trust ")]);
  const read = readJournal(writeJournal({ ...emptySnapshot(), portfolio })).portfolio;
  assert.deepEqual([[...read.notes], read.passages], [[...portfolio.notes], portfolio.passages]);
});

test("a journal without them is as an older version wrote it, and one of an older version is read", () => {
  const { portfolio } = JSON.parse(writeJournal(emptySnapshot()));
  assert.deepEqual(Object.keys(portfolio), ["visits", "goals", "peer", "form", "later", "left"]);
  const read = readJournal(writeJournal(emptySnapshot())).portfolio;
  assert.deepEqual([read.notes.size, read.passages], [0, []]);
});

test("what is unsound in them is left out, and the rest is read", () => {
  const raw = JSON.parse(writeJournal(emptySnapshot()));
  Object.assign(raw.portfolio, { notes: [["one", "Ask."], 3, [4, "no"]], passages: [null, 7, { words: "" }, { words: "kept", note: 5 }] });
  const { notes, passages } = readJournal(JSON.stringify(raw)).portfolio;
  assert.deepEqual([...notes], [["one", "Ask."]]);
  assert.deepEqual(passages, [{ module: "", block: "", words: "kept", before: "", after: "", note: "" }]);
});

test("of two copies no note and no passage is lost, and none is there twice", () => {
  const newer = portfolioOf([["one", "New."]], [passage("takes time", "Mine."), passage("risk", "", "One ")]);
  const older = portfolioOf([["one", "Old."], ["two", "Two."]], [passage("takes time", "Theirs."), passage("risk", "", "Another ")]);
  const { notes, passages } = joinPortfolios(newer, older);
  assert.deepEqual([...notes], [["one", "Old.\n\nNew."], ["two", "Two."]]);
  assert.deepEqual(passages.map(({ before, words, note }) => `${before}${words}: ${note}`), ["takes time: Theirs.\n\nMine.", "One risk: ", "Another risk: "]);
});
