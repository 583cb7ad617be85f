/** A ZIP file byte by byte, as APPNOTE 6.3 has it: what a program reads that is stricter than the usual ones. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { zip } from "../../../templates/runtime/record/zip.js";

const hex = (bytes) => Buffer.from(bytes).toString("hex");
const bytes = (text) => new TextEncoder().encode(text);
const name = (text) => hex(bytes(text));
/** Version, flags, method and time of each entry; checksum and sizes; length of its name, and of what stands behind it. */
const facts = (sum, size, path) => "1400" + "0000" + "0000" + "0000" + "2100" + sum + size + size + path + "0000";

test("each entry, the directory of all, and the end", () => {
  const made = hex(zip([{ name: "a.txt", bytes: bytes("hello") }, { name: "ŵ", bytes: bytes("") }]));
  const first = "504b0304" + facts("86a61036", "05000000", "0500") + name("a.txt") + name("hello");
  const second = "504b0304" + facts("00000000", "00000000", "0200") + name("ŵ");
  const directory =
    "504b01021400" + facts("86a61036", "05000000", "0500") + "0000" + "00000000" + "00000000" + "00000000" + name("a.txt") +
    "504b01021400" + facts("00000000", "00000000", "0200") + "0000" + "00000000" + "00000000" + "28000000" + name("ŵ");
  const end = "504b0506" + "0000" + "0000" + "0200" + "0200" + "63000000" + "48000000" + "0000";
  assert.equal(made, first + second + directory + end);
});

test("sizes and places beyond 64 kilobytes are written whole", () => {
  const large = new Uint8Array(70_000);
  const made = Buffer.from(zip([{ name: "a", bytes: large }, { name: "b", bytes: bytes("x") }]));
  assert.equal(made.readUInt32LE(18), 70_000);
  const end = made.length - 22;
  assert.deepEqual([made.readUInt16LE(end + 10), made.readUInt32LE(end + 16)], [2, 30 + 1 + 70_000 + 30 + 1 + 1]);
  const directory = made.readUInt32LE(end + 16);
  assert.equal(made.readUInt32LE(directory + 47 + 42), 30 + 1 + 70_000);
});
