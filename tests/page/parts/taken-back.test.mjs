/** Boxes that were saved and are unticked: what the page says, what the LMS holds, and what is found again. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { StrictLms } from "../../runtime/fakes/strict-lms.mjs";
import { Device, nameOf } from "../page.mjs";

const CONFIRMED = /Confirmed on 2 March 2026 at 14:02\./;

/** What a learner does, by the words of the page, and what is held of it. */
class Sitting {
  constructor(page, lms, edition) {
    Object.assign(this, { page, lms, edition });
  }

  /** Opens the module with the boxes, on a new device or on one of hers. */
  static async at(edition, lms, device = new Device()) {
    const course = lms ? `scorm${edition.replace(".", "")}` : "web";
    const page = await device.open(`ticks/${course}`, { lms, hash: "#ticks" });
    return new Sitting(page, lms, edition);
  }

  part(id) {
    return this.page.document.getElementById(id);
  }

  said(id) {
    return this.part(id).querySelector("[data-status], [data-feedback]").textContent.replace(/\s+/g, " ").trim();
  }

  problem() {
    return this.page.document.querySelector("[data-problem]")?.textContent ?? "";
  }

  ticked(id) {
    return [...this.part(id).querySelectorAll("input")].filter(({ checked }) => checked).map(nameOf);
  }

  async press(id, ...names) {
    for (const name of names) await this.page.press(name, this.part(id));
    await this.page.pass(5000);
  }

  /** What the LMS has of an interaction: [answer, when]. */
  held(id) {
    const { stored, edition } = this;
    const place = Object.keys(stored).find((element) => /^cmi\.interactions\.\d+\.id$/.test(element) && stored[element] === id)?.replace(/\.id$/, "");
    return place && [edition === "1.2" ? "student_response" : "learner_response", edition === "1.2" ? "time" : "timestamp"].map((field) => stored[`${place}.${field}`]);
  }

  get stored() {
    return this.lms.stored;
  }

  async again(device) {
    await this.page.close();
    return Sitting.at(this.edition, this.lms && new StrictLms(this.edition, this.lms.stored), device);
  }
}

/** Every place in which the work may be kept. */
const KEEPERS = [["1.2", "a,b", "", "a"], ["2004", "read_the_file[,]ring_the_family", "_", "the_films"], ["none"]];

for (const [edition, two, nothing, film] of KEEPERS) {
  const begin = async () => {
    const device = new Device();
    return [await Sitting.at(edition, edition === "none" ? undefined : new StrictLms(edition), device), device];
  };
  const others = (device) => [["the same device", device], ...(edition === "none" ? [] : [["another one", new Device()]])];

  test(`${edition}: a list that was saved with ticks is saved without them`, async () => {
    const [one, device] = await begin();
    await one.press("before-visit", "Save ticks");
    assert.match(one.problem(), /Tick what is done\./);
    await one.press("before-visit", "Read the file", "Ring the family", "Save ticks");
    assert.match(one.said("before-visit"), /^2 of 3 done\./);
    const before = edition === "none" || one.held("before_visit");
    if (edition !== "none") assert.equal(before[0], two);
    await one.press("before-visit", "Read the file", "Ring the family", "Save ticks", "Save ticks");
    assert.equal(one.problem(), "");
    assert.match(one.said("before-visit"), /^0 of 3 done\./);
    if (edition !== "none") {
      const [answer, when] = one.held("before_visit");
      assert.equal(answer, nothing);
      assert.notEqual(when, before[1]);
    }
    for (const [where, place] of others(device)) {
      const next = await one.again(place);
      assert.deepEqual([next.ticked("before-visit"), next.said("before-visit").slice(0, 12)], [[], "0 of 3 done."], where);
      await next.press("before-visit", "Save ticks");
      assert.equal(next.problem(), "", where);
    }
  });

  test(`${edition}: a survey is saved with what was left out of it since, and with nothing`, async () => {
    const [one, device] = await begin();
    await one.press("how--save", "Save answers");
    assert.deepEqual([one.problem(), one.said("how--save")], ["", "Saved: 0 of 2 answered."]);
    await one.press("what-used", "The films");
    await one.press("how--save", "Save answers");
    if (edition !== "none") assert.equal(one.held("what_used")[0], film);
    await one.press("what-used", "The films");
    assert.equal(one.said("how--save"), "");
    await one.press("how--save", "Save answers");
    assert.equal(one.said("how--save"), "Saved: 0 of 2 answered.");
    if (edition !== "none") assert.equal(one.held("what_used")[0], nothing);
    await one.press("how--save", "Save answers");
    assert.deepEqual([one.problem(), one.said("how--save")], ["", "Saved: 0 of 2 answered."]);
    for (const [where, place] of others(device)) {
      const next = await one.again(place);
      assert.deepEqual([next.ticked("what-used"), next.said("how--save")], [[], "Saved: 0 of 2 answered."], where);
    }
  });

  test(`${edition}: a survey that nobody else sees says what is saved of it too`, async () => {
    const [one, device] = await begin();
    await one.press("with-whom", "A friend");
    await one.press("alone--save", "Save answers");
    assert.equal(one.said("alone--save"), "Saved: 1 of 2 answered.");
    await one.press("with-whom", "A friend");
    assert.equal(one.said("alone--save"), "");
    await one.press("with-whom", "A friend");
    assert.equal(one.said("alone--save"), "Saved: 1 of 2 answered.");
    await one.press("with-whom", "A friend");
    await one.press("alone--save", "Save answers");
    assert.equal(one.said("alone--save"), "Saved: 0 of 2 answered.");
    if (edition !== "none") assert.equal(one.held("with_whom")?.[0], undefined);
    for (const [where, place] of others(device)) {
      const next = await one.again(place);
      assert.deepEqual([next.ticked("with-whom"), next.said("alone--save")], [[], "Saved: 0 of 2 answered."], where);
    }
  });

  test(`${edition}: what was confirmed stays confirmed, with its first time`, async () => {
    const [one, device] = await begin();
    const box = () => one.part("lone-working").querySelector("input");
    await one.press("lone-working", nameOf(box()), "Confirm");
    assert.match(one.said("lone-working"), CONFIRMED);
    const before = edition === "none" || one.held("lone_working");
    await one.page.pass(120_000);
    one.page.told.length = 0;
    await one.press("lone-working", box(), "Confirm");
    assert.deepEqual([box().checked, box().matches("fieldset:disabled *")], [true, true]);
    assert.match(one.said("lone-working"), CONFIRMED);
    assert.match(one.page.told.join(), CONFIRMED);
    if (edition !== "none") assert.deepEqual(one.held("lone_working"), before);
    for (const [where, place] of others(device)) {
      const next = await one.again(place);
      assert.equal(next.ticked("lone-working").length, 1, where);
      assert.match(next.said("lone-working"), CONFIRMED, where);
    }
  });
}
