/**
 * A learner's hands and eyes, by the hooks of the page alone. Things are found by the words that a learner reads, so that
 * another id is another id and not a button that cannot be found.
 */
"use strict";
{

const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
const titleOf = (item) => words(item.querySelector("h2"));
const itemOf = (title) => [...document.querySelectorAll("[data-item]")].find((item) => titleOf(item) === title);
const labelOf = (field) => words(document.querySelector(`label[for="${field.id}"]`) ?? field.closest("label"));
const fieldsOf = (item) => [...item.querySelectorAll("select:not([data-sequence] select), input[type=text]")];
const stepsOf = (item) => [...item.querySelectorAll("[data-choice-text]")].map(words);
const boxesOf = (item) => [...item.querySelectorAll("input[type=radio], input[type=checkbox]:not([data-later])")];
const shownOf = (field) => (field.selectedOptions ? (field.value === "" ? "" : words(field.selectedOptions[0])) : field.value);
/** Whether a date is asked for as day, month and year. */
const datedBy = (question) => question.hasAttribute("data-date");
const dateSeen = (question) => [...question.querySelectorAll("input")].map(({ value }) => value && value.padStart(2, "0")).reverse().join("-").replace("--", "");

function enter(field, value) {
  const option = field.options && [...field.options].find((one) => words(one) === value);
  if (field.options && !option) throw new Error(`nobody can choose ${value}`);
  field.value = option ? option.value : value;
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}

/** One thing that a learner does. */
window.act = ({ item: title, chosen, steps, fields, text, check, film, seconds, form, handIn }) => {
  if (film) {
    const video = [...document.querySelectorAll("[data-film]")].find((one) => titleOf(one) === film).querySelector("video");
    Object.defineProperty(video, "currentTime", { value: seconds, writable: true });
    video.dispatchEvent(new Event("pause"));
    return;
  }
  if (form) {
    for (const [ask, answer] of Object.entries(form)) {
      const question = [...document.querySelectorAll("[data-asked]")].find((one) => words(one.querySelector("[data-ask]")) === ask);
      const box = boxesOf(question).find((one) => labelOf(one) === answer);
      if (box) box.click();
      else if (datedBy(question)) answer.split("-").reverse().forEach((part, place) => enter(question.querySelectorAll("input")[place], part));
      else enter(question.querySelector("textarea, input"), answer);
    }
    return;
  }
  if (handIn) return void document.querySelector(`[data-module="${handIn}"] [data-hand-in]`).click();
  const item = itemOf(title);
  for (const box of chosen ? boxesOf(item) : []) if (box.checked !== chosen.includes(labelOf(box)) && (box.type === "checkbox" || !box.checked)) box.click();
  for (const [place, step] of (steps ?? []).entries()) {
    while (stepsOf(item).indexOf(step) > place) {
      [...item.querySelectorAll("[data-choice]")].find((one) => words(one.querySelector("[data-choice-text]")) === step).querySelector('[data-move="up"]').click();
    }
  }
  for (const [label, value] of Object.entries(fields ?? {})) enter(fieldsOf(item).find((field) => labelOf(field) === label), value);
  if (text !== undefined) enter(item.querySelector("textarea"), text);
  if (check) item.querySelector("[data-check]").click();
};

/** What a learner sees of it all, in the words of the page. */
window.seen = () => ({
  items: Object.fromEntries(
    [...document.querySelectorAll("[data-item]")].map((item) => [
      titleOf(item),
      {
        state: item.dataset.state,
        asked: item.dataset.undrawn === undefined,
        chosen: boxesOf(item).filter((box) => box.checked).map(labelOf),
        steps: stepsOf(item),
        fields: Object.fromEntries(fieldsOf(item).map((field) => [labelOf(field), shownOf(field)])),
        words: item.querySelector("textarea")?.value ?? "",
      },
    ]),
  ),
  place: words(document.querySelector("[data-current] h1")),
});

/** What she wrote in the form of her record; a date in ISO 8601, as the field of one part gives it that versions before 0.2 have. */
window.seenForm = () =>
  Object.fromEntries(
    [...document.querySelectorAll("[data-asked]")].map((question) => [
      words(question.querySelector("[data-ask]")),
      datedBy(question) ? [dateSeen(question)] : [...question.querySelectorAll("input, textarea")].filter((field) => !/radio|checkbox/.test(field.type) || field.checked).map(({ value }) => value),
    ]),
  );

/** Everything that this device keeps. */
window.kept = async () => {
  const asked = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: reject }));
  const databases = {};
  for (const { name, version } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    databases[name] = { version, stores: {} };
    for (const store of database.objectStoreNames) {
      const open = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([asked(open.getAllKeys()), asked(open.getAll())]);
      databases[name].stores[store] = Object.fromEntries(keys.map((key, place) => [key, values[place]]));
    }
    database.close();
  }
  return { local: { ...localStorage }, databases };
};
}
