import assert from "node:assert/strict";
import { test } from "node:test";
import { StrictLms } from "../runtime/fakes/strict-lms.mjs";
import { Device } from "./page.mjs";
import { Scene } from "./telling.mjs";

test("work is carried to another copy of the course", async () => {
  const first = await new Device().open("visit/web", { hash: "#before" });
  const scene = new Scene("carry");
  await first.press("Almost");
  await first.press(first.item("ready").querySelector("[data-check]"));
  await first.press("Save my work to a file");
  scene.open("saves her work to a file", first);
  const work = await first.files[0].text();
  const other = await new Device().open("visit/web", { hash: "#before" });
  await other.press("Quite");
  await other.press(other.item("ready").querySelector("[data-check]"));
  scene.open("elsewhere", other);
  const root = other.document.querySelector("[data-carry]");
  root.open = true;
  for (const [words, text] of [["nonsense", "no work at all"], ["the work of another course", work.replaceAll("visit", "other")], ["her work", work]]) {
    await other.write(root.querySelector("[data-carry-paste]"), text);
    await other.press(root.querySelector("[data-carry-read]"));
    scene.note(`reads ${words}`, other);
  }
  await other.press(root.querySelector("[data-carry-leave]"));
  scene.note("leaves it", other);
  await other.press(root.querySelector("[data-carry-read]"));
  await other.press(root.querySelector("[data-carry-join]"));
  scene.note("joins it", other);
  scene.end();
});

for (const [edition, course] of [["1.2", "scorm12"], ["2004", "scorm2004"]]) {
  test(`${edition}: words that were written without an LMS go to one when she takes them there, and those for her device do not`, async () => {
    const without = await new Device().open("visit/web", { hash: "#before" });
    const write = (id, words) => without.write(without.item(id).querySelector("textarea"), words);
    await write("worry", "Mine alone.");
    await without.press(without.document.querySelector("[data-current] [data-film-read]"));
    await without.press(without.item("bag").querySelectorAll("input")[0]);
    await without.press(without.item("bag").querySelector("[data-check]"));
    await without.go("#there");
    await write("say", "Good morning.");
    await without.pass(5000);
    await without.press("Save my work to a file");
    const work = await without.files[0].text();
    const lms = new StrictLms(edition);
    const page = await new Device().open(`visit/${course}`, { lms, hash: "#before" });
    const root = page.document.querySelector("[data-carry]");
    root.open = true;
    await page.write(root.querySelector("[data-carry-paste]"), work);
    await page.press(root.querySelector("[data-carry-read]"));
    assert.match(root.textContent, /Words that the course keeps on your learning site go there too\./);
    await page.press(root.querySelector("[data-carry-join]"));
    await page.pass(20_000);
    const said = (id) => page.item(id).querySelector("[data-saved]").textContent;
    assert.doesNotMatch(said("worry"), /learning site/);
    await page.go("#there");
    assert.match(said("say"), /What you wrote before is on your learning site too\./);
    await page.close();
    assert.ok(!Object.values(lms.stored).includes("say"), "and no tutor reads them before she changes them");
    const elsewhere = await new Device().open(`visit/${course}`, { lms: new StrictLms(edition, lms.stored), hash: "#before" });
    const there = (id) => elsewhere.item(id).querySelector("textarea").value;
    assert.equal(there("worry"), "");
    await elsewhere.go("#there");
    assert.equal(there("say"), "Good morning.");
  });
}
