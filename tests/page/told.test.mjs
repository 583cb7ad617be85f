import { test } from "node:test";
import { notice } from "../../templates/components/notice/notice.js";
import { saveStatus } from "../../templates/runtime/page/save-status.js";
import { Strings } from "../../templates/runtime/page/strings.js";
import { Device } from "./page.mjs";
import { Scene } from "./telling.mjs";
import { catalogue } from "../runtime/fakes/catalogue.mjs";

const strings = new Strings(catalogue, "en-GB");
const KINDS = [
  "connecting", "nothing-yet-device", "device", "no-lms", "memory", "nothing-yet-lms", "lms", "lms-memory", "lms-partly", "lms-partly-memory",
  "lms-unscored", "failed", "lms", "failed-memory", "offline", "lms", "damaged", "review", "ended", "gone", "left", "after", "elsewhere", "shared",
];
const AT = new Date(Date.UTC(2026, 2, 2, 13, 30));

test("every place where work is saved has its words, and what can be done there", async () => {
  const { document } = await new Device().open("visit/web");
  const scene = new Scene("saved");
  const told = [];
  const acts = Object.fromEntries(["retry", "file", "leave"].map((name) => [name, () => told.push(`(${name})`)]));
  const show = saveStatus(document, strings, (words) => told.push(`says: ${words}`), acts);
  const line = document.querySelector("[data-save-status]");
  const actions = document.querySelector("[data-save-actions]");
  const buttons = () => (actions.hidden ? [] : [...actions.querySelectorAll("button")].filter((one) => !one.hidden));
  for (const kind of KINDS) {
    for (const [at, leaves] of [[AT, false], [/failed|offline|ended|gone/.test(kind) ? null : AT, true]]) {
      show({ kind, at, leaves });
      scene.list(`${kind}${at ? "" : ", never saved"}${leaves ? ", with an LMS to leave" : ""}`, [
        `${line.textContent}${line.dataset.trouble === "true" ? " (trouble)" : ""}`, ...told.splice(0), ...buttons().map((one) => `[${one.textContent.trim()}]`),
      ]);
    }
  }
  show({ kind: "failed", at: AT, leaves: true });
  for (const button of buttons()) {
    button.focus();
    button.click();
    scene.list(`presses ${button.textContent.trim()}`, [...told.splice(0), `stands on ${document.activeElement.localName}`]);
  }
  buttons()[0].focus();
  show({ kind: "lms", at: AT, leaves: false });
  scene.list("it helped", [...told.splice(0), `stands on ${document.activeElement.localName}`]);
  scene.end();
});

test("every question about her work has its words, its buttons, and what they do", async () => {
  const page = await new Device().open("visit/web", { hash: "#before" });
  const { document } = page;
  const scene = new Scene("questions");
  const told = [];
  const session = Object.fromEntries(["takeOver", "goOn", "beginAgain"].map((name) => [name, () => told.push(`(${name})`)]));
  const show = notice(document, strings, (words) => told.push(`says: ${words}`), session);
  const place = document.querySelector("[data-notice]");
  const still = () => [...document.querySelectorAll("[data-current] fieldset, [data-current] textarea, #record input, #record textarea")].map((one) => (one.disabled || one.readOnly ? "x" : ".")).join("");
  for (const asks of ["elsewhere", "earlier", "unclaimed", "looking", "damaged", "damaged-unkept", "ended", "gone", "failed", ""]) {
    for (const askedOf of [null, AT, AT]) {
      page.item("bag").querySelector("input").focus();
      show({ asks, askedOf });
      scene.list(`${asks || "nothing"}${askedOf ? ", of 13:30" : ""}`, [
        place.hidden ? "nothing is asked" : place.querySelector("[data-notice-words]").textContent,
        ...[...place.querySelectorAll("button")].filter((one) => !one.closest("[hidden]")).map((one) => `[${one.textContent.trim()}]`),
        ...told.splice(0), `stands on ${document.activeElement.localName}`, `held still: ${still()}`,
      ]);
    }
    for (const button of [...place.querySelectorAll("button")].filter((one) => !one.closest("[hidden]"))) {
      button.click();
      scene.list(`presses ${button.textContent.trim()}`, [...told.splice(0), `stands on ${document.activeElement.localName}`]);
    }
  }
  scene.end();
});
