// Scores what it is told, one line of JSON at a time: ["scoreChoice", chosen, correct] -> its result.
import { createInterface } from "node:readline";
import { response12, result12 } from "../../templates/runtime/lms/response-12.js";
import { response2004, result2004 } from "../../templates/runtime/lms/response-2004.js";
import * as scoring from "../../templates/runtime/question/scoring.js";

/** What both editions are told of an answer, and what of the right one. */
const told = (note) => ({
  results: [result12(note), result2004(note)],
  responses: [response12(note, note.response), response2004(note, note.response)],
  patterns: [response12(note, note.correct), response2004(note, note.correct)],
});

const acts = { ...scoring, told };

for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...words] = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(acts[name](...words))}\n`);
}
