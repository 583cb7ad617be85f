// Scores what it is told, one line of JSON at a time: ["scoreChoice", chosen, correct] -> its result.
import { createInterface } from "node:readline";
import { response12, result12 } from "../../templates/runtime/lms/response-12.js";
import { response2004, result2004 } from "../../templates/runtime/lms/response-2004.js";
import * as choice from "../../templates/components/choice/choice.js";
import * as fill from "../../templates/components/fill/fill.js";
import * as match from "../../templates/components/match/match.js";
import * as number from "../../templates/components/number/number.js";
import * as order from "../../templates/components/order/order.js";
import * as scoring from "../../templates/runtime/question/scoring.js";

/** What both editions are told of an answer, and what of the right one. */
const told = ({ kind, ...handed }) => answers({ ...handed, types: { scorm12: kind, scorm2004: kind } });

const answers = (note) => ({
  results: [result12(note), result2004(note)],
  responses: [response12(note, note.response), response2004(note, note.response)],
  patterns: [response12(note, note.correct), response2004(note, note.correct)],
});

const acts = { ...choice, ...fill, ...match, ...number, ...order, ...scoring, told };

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...words] = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(acts[name](...words))}\n`);
}
