import assert from "node:assert/strict";
import { test } from "node:test";
import { readNumbers, scoreGaps, scoreNumber, scorePairs } from "../../templates/runtime/scoring.js";

test("each pair counts, and all of them make it right", () => {
  const correct = ["trust.enablers", "time.enablers", "fear.barriers"];
  assert.deepEqual(scorePairs([...correct].reverse(), correct), { state: "correct", right: 3, total: 3, extra: 0 });
  assert.equal(scorePairs(["trust.enablers", "time.barriers", "fear.barriers"], correct).state, "partly-correct");
  assert.equal(scorePairs(["trust.enablers", "time.barriers", "fear.barriers"], correct).right, 2);
  assert.equal(scorePairs(["trust.barriers", "time.barriers", "fear.enablers"], correct).state, "incorrect");
});

test("capitals, spaces and the shape of an apostrophe do not make a gap wrong", () => {
  const accepted = [["managers’ support", "support"]];
  for (const written of ["Managers' Support", "  managers’   support ", "MANAGERSʼ SUPPORT", "support", "Support"]) {
    assert.equal(scoreGaps([written], accepted).state, "correct", written);
  }
  for (const written of ["", " ", "managers support", "support.", "managers’ support and time"]) {
    assert.equal(scoreGaps([written], accepted).state, "incorrect", written);
  }
});

test("letters with accents are the same however they were typed", () => {
  assert.equal(scoreGaps(["ty\u0302"], [["tŷ"]]).state, "correct");
  assert.equal(scoreGaps(["STRASSE"], [["Straße"]]).state, "correct");
  assert.equal(scoreGaps(["ty"], [["tŷ"]]).state, "incorrect");
});

test("each gap has answers of its own", () => {
  const result = scoreGaps(["time", "trust"], [["trust"], ["time"]]);
  assert.deepEqual(result, { state: "incorrect", right: 0, total: 2, extra: 0 });
  assert.deepEqual(scoreGaps(["trust", "x"], [["trust"], ["time"]]), { state: "partly-correct", right: 1, total: 2, extra: 0 });
});

test("a number may have a comma or a point, a sign, spaces and a per cent", () => {
  assert.deepEqual(readNumbers("3,5"), ["3.5"]);
  assert.deepEqual(readNumbers(" 3.50 "), ["3.5"]);
  assert.deepEqual(readNumbers("−07"), ["-7"]);
  assert.deepEqual(readNumbers("-0"), ["0"]);
  assert.deepEqual(readNumbers(",5"), ["0.5"]);
  assert.deepEqual(readNumbers("1 000"), ["1000"]);
  assert.deepEqual(readNumbers("20 %"), ["20"]);
  assert.deepEqual(readNumbers("1,000"), ["1", "1000"]);
  assert.deepEqual(readNumbers("1,000,000.5"), ["1000000.5"]);
  assert.deepEqual(readNumbers("100000000000000000000"), ["100000000000000000000"]);
  for (const other of ["", "twenty", "1e3", "3,5,1", "--3", "3.5.1", "NaN", "Infinity", ".", "-"]) assert.deepEqual(readNumbers(other), [], other);
});

test("both ends of a tolerance are right, and nothing beyond them", () => {
  for (const text of ["0.2", "0.3", "0,4", ".4"]) assert.equal(scoreNumber(text, "0.2", "0.4").state, "correct", text);
  for (const text of ["0.19", "0.41", "4"]) assert.equal(scoreNumber(text, "0.2", "0.4").state, "incorrect", text);
  assert.equal(scoreNumber("20,0", "20", "20").state, "correct");
  assert.equal(scoreNumber("1,000", "1000", "1000").told, "1000");
  assert.equal(scoreNumber("1,000", "1", "1").told, "1");
  assert.equal(scoreNumber("1,000", "5", "5").told, "1");
});
