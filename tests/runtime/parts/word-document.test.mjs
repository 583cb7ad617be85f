/** The Word document part by part, as `word-document.txt` holds it; `SNAPSHOTS=write` writes it afresh. Read what it wrote. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { docx } from "../../../templates/runtime/record/docx.js";

const HELD = new URL("word-document.txt", import.meta.url);
const PAPER = {
  title: 'A & B <"c">',
  language: "cy",
  blocks: [
    { kind: "heading", level: 1, words: "First" },
    { kind: "words", words: "One\nTwo\u0001" },
    { kind: "words", words: "Quiet", quiet: true },
    { kind: "heading", level: 2, words: { words: "نعم", language: "ar" } },
    { kind: "words", words: "5 نعم and" },
    { kind: "words", words: "and نعم" },
    { kind: "table", head: ["What", "When", "Who"], rows: [["a", ["b ", { words: "oui", language: "fr" }], ""], ["נעם", "2", "so"]] },
  ],
};

/** The files of a ZIP in which nothing is packed, by their names. */
function* filesOf(bytes) {
  const zip = Buffer.from(bytes);
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [size, name] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26)];
    const begin = at + 30 + name;
    yield [zip.toString("utf8", at + 30, begin), zip.toString("utf8", begin, begin + size)];
    at = begin + size;
  }
}

test("each part of the Word document is what was read and approved", () => {
  const made = [...filesOf(docx(PAPER))].map(([name, xml]) => `%% ${name}\n${xml.replace(/></g, ">\n<")}\n`).join("");
  if (process.env.SNAPSHOTS === "write") writeFileSync(HELD, made);
  assert.equal(made, readFileSync(HELD, "utf8"));
});
