/** Words of the interface that its language lacks: they say that they are English, wherever a script puts them, also later. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Window } from "happy-dom";
import { hearNoMore } from "../../../templates/runtime/languages/listening.js";
import { markMissingWords, spokenParts, unmarked } from "../../../templates/runtime/missing-words.js";
import { Strings } from "../../../templates/runtime/page/strings.js";

const missing = (words) => `\uf5d0${words}\uf5d1`;
const strings = new Strings(
  {
    "own": "جاهز {count}",
    "todo": missing("Still to do: {list}."),
    "left.one": missing("one left"),
    "left.other": missing("{count} left"),
    "deed.one": "فتح وحدة", "deed.two": "فتح وحدتين", "deed.other": "فتح {count}",
    "list.comma": "، ",
  },
  "ar",
);

/** A page in Arabic that is watched, and what stands in it when all was marked. */
async function shown(put) {
  const { document, MutationObserver, Node, happyDOM } = new Window();
  document.write('<html lang="ar" dir="rtl"><body><p></p></body></html>');
  for (const [name, value] of Object.entries({ document, MutationObserver, Node })) Object.defineProperty(globalThis, name, { configurable: true, writable: true, value });
  markMissingWords(document.body, "ar");
  put(document.querySelector("p"), document);
  await happyDOM.waitUntilComplete();
  return document.body.innerHTML;
}
const EN = '<span lang="en" dir="ltr">', AR = '<span lang="ar" dir="rtl">';

test("words that come later say their language too, in whatever way they are put there", async () => {
  assert.equal(await shown((p) => (p.textContent = strings.plural("left", 2))), `<p>${EN}2 left</span></p>`);
  assert.equal(await shown((p) => p.replaceChildren("قبل ", strings.text("left.one"), " بعد")), `<p>قبل ${EN}one left</span> بعد</p>`);
  assert.equal(await shown((p) => (p.textContent = strings.text("own", { count: 3 }))), "<p>جاهز 3</p>");
  const later = await shown((p, document) => {
    const part = document.createElement("div");
    part.innerHTML = "<b>x</b>";
    part.firstChild.firstChild.data = strings.text("left.one");
    p.append(part);
  });
  assert.equal(later, `<p><div><b>${EN}one left</span></b></div></p>`);
});

test("what is not English in an English sentence says so, and the sentence runs as English does", async () => {
  const list = strings.plural("deed", 2);
  assert.equal(await shown((p) => (p.textContent = strings.text("todo", { list }))), `<p>${EN}Still to do: ${AR}فتح وحدتين</span>.</span></p>`);
});

test("once the page is in another language, what is left of it is marked as that", async () => {
  const list = strings.plural("deed", 2);
  const html = await shown((p, document) => {
    hearNoMore();
    document.documentElement.dir = "ltr";
    markMissingWords(document.body, "ti");
    p.textContent = strings.text("todo", { list });
  });
  assert.equal(html, `<p>${EN}Still to do: <span lang="ti" dir="ltr">فتح وحدتين</span>.</span></p>`);
});

test("an element in such a sentence keeps its place and its own language", async () => {
  const html = await shown((p, document) => p.append(...strings.sentence("todo", { list: Object.assign(document.createElement("i"), { lang: "cy", textContent: "Un" }) })));
  assert.equal(html, `<p>${EN}Still to do: </span><i lang="cy">Un</i>${EN}.</span></p>`);
});

test("English sentences count as English does", () => {
  assert.equal(unmarked(strings.plural("left", 1)), "one left");
  // In Arabic 2 has a form of its own, and 11 too.
  assert.deepEqual([2, 11].map((count) => unmarked(strings.plural("left", count))), ["2 left", "11 left"]);
});

test("what leaves the page is in parts of one language, or without marks", () => {
  assert.deepEqual(spokenParts(strings.text("todo", { list: "فتح" })), [
    { words: "Still to do: ", language: "en" }, { words: "فتح", language: "" }, { words: ".", language: "en" },
  ]);
  assert.deepEqual(spokenParts(""), [{ words: "", language: "" }]);
  assert.equal(unmarked(strings.text("todo", { list: "فتح" })), "Still to do: فتح.");
});

test("lists, digits and days are those of the language, and never those of the browser's own", () => {
  const told = (language, catalogue = {}) => new Strings({ "list.comma": ", ", k: "{n}", ...catalogue }, language);
  assert.equal(told("pl").list(["a", "b", "c"]).join(""), "a, b i c");
  assert.equal(told("en-GB").list(["a", "b", "c"]).join(""), "a, b, c");
  assert.equal(told("xx").list(["a", "b", "c"]).join(""), "a, b, c");
  assert.deepEqual(["ar-EG", "ar", "pl", "en-GB", "xx"].map((language) => told(language).text("k", { n: 12 })), ["١٢", "12", "12", "12", "12"]);
  assert.equal(told("en-GB").text("k", { n: 4000 }), "4,000");
  const dates = { "date.long": "{day} {month} {year}", "date.month-3": "Marzu" };
  assert.equal(told("xx", dates).date(new Date(2026, 2, 7)), "7 Marzu 2026");
  assert.equal(told("xx", dates).moment(new Date(2026, 2, 7, 14, 2)), "7 Marzu 2026 14:02");
  assert.equal(told("xx").time(new Date(2026, 2, 7, 14, 2)), "14:02");
});
