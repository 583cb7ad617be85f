import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { StrictLms } from "../runtime/fakes/strict-lms.mjs";
import { Device } from "./page.mjs";
import { Scene } from "./telling.mjs";

const KINDS = JSON.parse(readFileSync(`${process.env.SATCHEL_PAGES}/kinds.json`, "utf8"));

test("every kind of question, from the first look to the last attempt, and the next day", async () => {
  const device = new Device();
  const page = await device.open("kinds/web");
  const scene = new Scene("kinds");
  scene.open("opens the course", page);
  for (const { name, item, wrong, partly, right } of KINDS) {
    await page.go(`#page-${name}`);
    scene.go(`${name}: goes there`, page);
    const question = page.item(item);
    const check = question.querySelector("[data-check]");
    const act = async (words, answer) => {
      if (answer) await page.give(question, answer.fields);
      if (check) await page.press(check);
      scene.note(`${name}: ${words}`, page);
    };
    await act("checks nothing");
    if (wrong) {
      await act("gives a wrong answer", wrong);
      await act("checks it again");
    }
    await page.give(question, (partly ?? right).fields);
    scene.note(`${name}: changes it`, page);
    await act("checks that", partly);
    await act("checks without an attempt left", wrong && right);
  }
  const ids = [...page.document.querySelectorAll("[id]")].map(({ id }) => id);
  assert.deepEqual(ids.filter((id, place) => ids.indexOf(id) < place), [], "no copy has taken an id along");
  await page.close();
  const next = await device.open("kinds/web");
  scene.open("the next day", next);
  for (const { name } of KINDS) {
    await next.go(`#page-${name}`);
    scene.go(`${name}: found again`, next);
  }
  scene.end();
});

for (const [edition, course] of [["1.2", "scorm12"], ["2004", "scorm2004"]]) {
  test(`${edition}: what an LMS receives of every kind, and gives back to another device`, async () => {
    const lms = new StrictLms(edition);
    const page = await new Device().open(`kinds/${course}`, { lms });
    const scene = new Scene(course);
    scene.open("opens the course", page);
    for (const { name, item, wrong, right } of KINDS) {
      await page.go(`#page-${name}`);
      for (const answer of [wrong, right]) {
        if (!answer) continue;
        lms.log.length = 0;
        const question = page.item(item);
        await page.give(question, answer.fields);
        const check = question.querySelector("[data-check]");
        if (check) await page.press(check);
        await page.pass(3000);
        scene.list(`${name}: ${answer.state}`, lms.calls("set").filter((call) => !/suspend_data|time/.test(call)));
      }
    }
    assert.deepEqual(lms.refusals, []);
    await page.close();
    const again = new StrictLms(edition, lms.stored);
    const other = await new Device().open(`kinds/${course}`, { lms: again });
    scene.open("on another device", other);
    for (const { name } of KINDS) {
      await other.go(`#page-${name}`);
      scene.go(`${name}: found again`, other);
    }
    scene.end();
  });
}
