/** Words keep the rule by which they were written until she changes them: what she types and takes back again is no change. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Learner } from "./learner.mjs";

const FOUND = "Canary ერთი, as I wrote it.";

/** A learner who wrote under the old rule and stands before her words under the new one. */
async function back(pair) {
  const learner = new Learner(pair);
  await learner.open("old", { at: "#one" });
  await learner.write("now", FOUND);
  await learner.open("new", { at: "#one" });
  return learner;
}

/** Types one letter more, rests, and takes it back; rests again and leaves. */
async function undoes(learner, rest) {
  await learner.write("now", `${FOUND}x`);
  await learner.page.pass(rest);
  await learner.write("now", FOUND);
  await learner.page.pass(rest);
  await learner.leave();
}

/** What another device of hers finds in the box. */
async function elsewhere(learner) {
  await learner.open("new", { elsewhere: true, at: "#one" });
  return learner.item("now").querySelector("textarea").value;
}

for (const [how, rest] of [["within a pause", 100], ["before the LMS has heard of it", 1000], ["after the LMS has heard of it", 90_000]]) {
  for (const pair of ["privacy", "privacy-resume"]) {
    test(`${pair}: words of this device alone stay on it when a letter is typed and taken back ${how}`, async () => {
      const learner = await back(pair);
      await undoes(learner, rest);
      assert.doesNotMatch(JSON.stringify(learner.stored), /Canary/);
      const [device, lms] = [learner.device, learner.lms];
      assert.equal(await elsewhere(learner), "");
      await learner.leave();
      Object.assign(learner, { device, lms });
      await learner.open("new", { at: "#one" });
      assert.equal(learner.item("now").querySelector("textarea").value, FOUND);
      assert.match(learner.item("now").querySelector("[data-saved]").textContent, /still on this device only/);
      await learner.write("now", `${FOUND} And more.`);
      await learner.leave();
      assert.equal(await elsewhere(learner), `${FOUND} And more.`, "changed, they are kept as the page says");
    });
  }

  test(`words in the LMS stay in it when a letter is typed and taken back ${how}`, async () => {
    const learner = await back("privacy-device");
    await undoes(learner, rest);
    assert.equal(await elsewhere(learner), FOUND);
  });
}
