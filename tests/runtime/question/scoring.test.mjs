import assert from "node:assert/strict";
import { test } from "node:test";
import { scoreChoice } from "../../../templates/components/choice/choice.js";
import { scoreGaps } from "../../../templates/components/fill/fill.js";
import { scorePairs } from "../../../templates/components/match/match.js";
import units from "../../contract/units.json" with { type: "json" };
import { readNumbers, scoreNumber, withoutUnit } from "../../../templates/components/number/number.js";
import { scoreOrder } from "../../../templates/components/order/order.js";
import { percentRight, worthOf } from "../../../templates/runtime/question/scoring.js";

test("each pair counts, and all of them make it right", () => {
  const correct = ["trust.enablers", "time.enablers", "fear.barriers"];
  assert.deepEqual(scorePairs([...correct].reverse(), correct), { state: "correct", right: 3, total: 3, extra: 0, credit: 100 });
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

test("a space beside a sign or a number does not make a gap wrong", () => {
  for (const [written, answer] of [["£ 5", "£5"], ["£5", "£ 5"], ["10.30 am", "10.30am"], ["10.30am", "10.30 am"]]) {
    assert.equal(scoreGaps([written], [[answer]]).state, "correct", written);
  }
});

test("what nobody sees does not make a gap wrong", () => {
  for (const written of ["tr\u200bust", "trust\ufeff", "tr\u00adust", "\u202atrust\u202c", "trust\ufe0f"]) {
    assert.equal(scoreGaps([written], [["trust"]]).state, "correct", escape(written));
    assert.equal(scoreGaps(["trust"], [[written]]).state, "correct", escape(written));
  }
});

test("letters with accents are the same however they were typed", () => {
  assert.equal(scoreGaps(["ty\u0302"], [["tŷ"]]).state, "correct");
  assert.equal(scoreGaps(["STRASSE"], [["Straße"]]).state, "correct");
  assert.equal(scoreGaps(["ty"], [["tŷ"]]).state, "incorrect");
});

test("each gap has answers of its own", () => {
  const result = scoreGaps(["time", "trust"], [["trust"], ["time"]]);
  assert.deepEqual(result, { state: "incorrect", right: 0, total: 2, extra: 0, credit: 0 });
  assert.deepEqual(scoreGaps(["trust", "x"], [["trust"], ["time"]]), { state: "partly-correct", right: 1, total: 2, extra: 0, credit: 50 });
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

test("a number may be in the figures and the signs of any script", () => {
  const same = { "٢٠": "20", "۲۰": "20", "২০": "20", "२०": "20", "２０": "20", "٢٫٥": "2.5", "٢،٥": "2.5", "۱۲٬۳۴۵": "12345", "‎-٣": "-3", "٨٠٪": "80", "1’000": "1000", "𞥒𞥐": "20" };
  for (const [text, number] of Object.entries(same)) assert.deepEqual(readNumbers(text), [number], text);
  assert.equal(scoreNumber("٢١", [["20", "22"]]).told, "21");
  for (const lakhs of ["1,50,000", "१,५०,०००", "1,50,000.0"]) assert.deepEqual(readNumbers(lakhs), ["150000"], lakhs);
  for (const other of ["1,50,00", "1,5,000", "150,00,000"]) assert.deepEqual(readNumbers(other), [], other);
});

test("a point groups thousands only where the language has a decimal comma", () => {
  for (const language of ["de", "pl", "uk", "es", "pt-BR"]) assert.deepEqual(readNumbers("1.500", language), ["1.5", "1500"], language);
  for (const language of ["", "en-GB", "cy", "ar", "he", "xx"]) assert.deepEqual(readNumbers("1.500", language), ["1.5"], language);
  assert.deepEqual(readNumbers("12.345.678,5", "de"), ["12345678.5"]);
  assert.equal(scoreNumber("1.500", [["1500", "1500"]], "de").state, "correct");
  assert.equal(scoreNumber("1.500", [["1500", "1500"]], "en-GB").state, "incorrect");
});

test("a number is right in any of its ranges, and an open end has no end", () => {
  const ranges = [["5", "10"], ["20", "20"], ["100", ""]];
  for (const text of ["5", "7,5", "10", "20", "100", "٢٠٠", "1000000"]) assert.equal(scoreNumber(text, ranges).state, "correct", text);
  for (const text of ["4.9", "10.1", "19", "21", "99", "-7"]) assert.equal(scoreNumber(text, ranges).state, "incorrect", text);
  assert.equal(scoreNumber("-3", [["", "0"]]).state, "correct");
  assert.equal(scoreNumber("0.1", [["", "0"]]).state, "incorrect");
});

test("a unit may be written, left out or written another way that the author named", () => {
  const milligrams = ["mg", "milligrams"];
  for (const text of ["5", "5 mg", "5mg", "5 mg.", "mg 5", "5 Milligrams", "5\u00a0mg", "５ ｍｇ"]) assert.equal(withoutUnit(text, milligrams)?.trim().normalize("NFKC"), "5", text);
  assert.equal(withoutUnit("£1,500.50", ["£"]), "1,500.50");
  assert.equal(withoutUnit("1 500 €", ["€"]), "1 500");
  assert.equal(withoutUnit("٢٫٥ ملغ", ["ملغ"]), "٢٫٥");
  assert.equal(withoutUnit("-5 °C", ["°C"]), "-5");
  assert.equal(withoutUnit("5 µg", ["μg"]), "5");
  assert.equal(withoutUnit("5 m²", ["m²"]), "5");
});

test("a minus is read as phones, word processors and keyboards from right to left write it", () => {
  for (const minus of ["-", "−", "–", "—", "‐", "‑", "﹣", "－"]) {
    assert.deepEqual(readNumbers(`${minus}7.5`), ["-7.5"], minus);
    assert.deepEqual(scoreNumber(withoutUnit(`${minus}7.5 °C`, ["°C"]), [["-8", "-7"]]).right, 1, minus);
  }
  for (const behind of ["٧٫٥-", "۷٫۵−", "٧٫٥– "]) assert.equal(scoreNumber(withoutUnit(behind, [""]), [["-8", "-7"]]).right, 1, behind);
  assert.equal(scoreNumber(withoutUnit("٧- م", ["م"]), [["-7", "-7"]]).right, 1);
  for (const other of ["7-", "5–6", "٥-٦", "٥- ١٠", "–", "––5", "5–"]) assert.deepEqual(readNumbers(withoutUnit(other, [""])), [], other);
});

test("a unit is taken in its plain spellings, and never in another magnitude", () => {
  for (const { unit, names, takes, refuses } of units) {
    for (const text of takes) assert.deepEqual(readNumbers(withoutUnit(text, names) ?? ""), ["5"], `${unit}: ${text}`);
    for (const text of refuses) assert.ok(!readNumbers(withoutUnit(text, names) ?? "").length, `${unit}: ${text}`);
  }
});

test("a number in another unit is not read at all", () => {
  for (const text of ["5 g", "0.005 g", "5 Mg", "5 MG", "5 µg", "5 %", "£5", "5 mg g", "g 5 mg", "5 mg2"]) assert.equal(withoutUnit(text, ["mg"]), null, text);
  assert.equal(withoutUnit("5 pounds", ["£"]), null);
  // Without a unit in the question nothing is taken off.
  assert.equal(withoutUnit("5 mg", [""]), "5 mg");
  assert.equal(withoutUnit("five", ["mg"]), "five");
});

test("a gap takes figures and letters of any width and script", () => {
  assert.equal(scoreGaps(["٥ أيام", "ＡＢＣ１２", "x2"], [["5 أيام"], ["abc12"], ["x²"]]).right, 2);
});

test("both ends of a tolerance are right, and nothing beyond them", () => {
  for (const text of ["0.2", "0.3", "0,4", ".4"]) assert.equal(scoreNumber(text, [["0.2", "0.4"]]).state, "correct", text);
  for (const text of ["0.19", "0.41", "4"]) assert.equal(scoreNumber(text, [["0.2", "0.4"]]).state, "incorrect", text);
  assert.equal(scoreNumber("20,0", [["20", "20"]]).state, "correct");
  assert.equal(scoreNumber("1,000", [["1000", "1000"]]).told, "1000");
  assert.equal(scoreNumber("1,000", [["1", "1"]]).told, "1");
  assert.equal(scoreNumber("1,000", [["5", "5"]]).told, "1");
});

test("tick boxes count the right ones less the wrong ones, never below nothing", () => {
  const options = ["a", "b", "c", "d", "e"];
  const correct = ["a", "b", "c"];
  const credits = [["a"], ["a", "b"], ["a", "b", "c", "d"], ["a", "b", "d"], ["a", "d", "e"], options].map((chosen) => scoreChoice(chosen, correct).credit);
  assert.deepEqual(credits, [33, 66, 66, 33, 0, 33]);
});

/** Every answer to a small question of each kind, from nothing right to all right. */
function* answersOfEveryKind() {
  const options = ["a", "b", "c", "d"];
  const subsets = Array.from({ length: 16 }, (_, bits) => options.filter((_, at) => bits & (1 << at)));
  for (const correct of subsets.slice(1)) for (const chosen of subsets) yield { result: scoreChoice(chosen, correct), better: chosen.length === correct.length && chosen.every((id) => correct.includes(id)), none: !chosen.some((id) => correct.includes(id)) };
  const orders = options.flatMap((one) => options.flatMap((two) => options.flatMap((three) => options.map((four) => [one, two, three, four])))).filter((order) => new Set(order).size === 4);
  for (const order of orders) yield { result: scoreOrder(order, options), better: order.join() === options.join(), none: order.every((id, at) => id !== options[at]) };
  for (const order of orders) {
    const pairs = options.map((id, at) => `${id}.${order[at]}`);
    const right = options.map((id) => `${id}.${id}`);
    yield { result: scorePairs(pairs, right), better: pairs.join() === right.join(), none: !pairs.some((pair) => right.includes(pair)) };
    yield { result: scoreGaps(order, options.map((id) => [id])), better: order.join() === options.join(), none: order.every((id, at) => id !== options[at]) };
  }
  for (const text of ["1", "2", "3"]) yield { result: scoreNumber(text, [["2", "2"]]), better: text === "2", none: text !== "2" };
}

test("of every answer: all right is worth all, nothing right nothing, and the rest something between", () => {
  let seen = 0;
  for (const { result, better, none } of answersOfEveryKind()) {
    seen += 1;
    assert.equal(result.state === "correct", better);
    assert.equal(result.state === "incorrect", none);
    assert.equal(result.credit === 100, better, JSON.stringify(result));
    if (none) assert.equal(result.credit, 0);
    assert.ok(Number.isInteger(result.credit) && result.credit >= 0 && result.credit <= 100);
    assert.equal(worthOf(result), result.credit / 100);
  }
  assert.ok(seen > 300);
});

test("one more right option never counts for less, and one more wrong option never for more", () => {
  const options = ["a", "b", "c", "d", "e"];
  for (let bits = 1; bits < 32; bits += 1) {
    const correct = options.filter((_, at) => bits & (1 << at));
    for (let ticked = 0; ticked < 32; ticked += 1) {
      const chosen = options.filter((_, at) => ticked & (1 << at));
      for (const more of options.filter((id) => !chosen.includes(id))) {
        const change = scoreChoice([...chosen, more], correct).credit - scoreChoice(chosen, correct).credit;
        assert.ok(correct.includes(more) ? change >= 0 : change <= 0, `${correct} / ${chosen} + ${more}`);
      }
    }
    if (bits < 31) assert.ok(scoreChoice(options, correct).credit <= scoreChoice(correct, correct).credit - 20, "ticking everything is no answer");
  }
});

test("a part counts only where one was kept, and never makes a percentage rounder than it is", () => {
  assert.equal(worthOf({ state: "partly-correct", credit: 0 }), 0);
  assert.equal(worthOf({ state: "answered", credit: 50 }), 0);
  assert.equal(percentRight(0.1 + 0.2 + 0.7, 1), 100);
  assert.equal(percentRight(0.29 * 3, 3), 29);
  assert.equal(percentRight(0.33 * 3, 3), 33);
});
