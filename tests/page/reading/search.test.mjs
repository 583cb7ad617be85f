import assert from "node:assert/strict";
import { test } from "node:test";
import { Device } from "../page.mjs";

const { around, passagesOf } = await import("../../../templates/components/search/passages.js");
const { fold } = await import("../../../templates/runtime/fold.js");

/** Pages of a course in many languages, with what is in sight and what is not. */
const PAGES = `
<section data-module="one" id="one"><h1>Gwaith cymdeithasol</h1>
  <p lang="cy">Mae’r tîm yn gwrando ar bob teulu cyn ysgrifennu’r cynllun.</p>
  <p lang="uk">Соціальна робота з родинами: їхній голос важливий.</p>
  <p lang="ar" dir="rtl">العَمَلُ الاجتماعي مع العائلات</p>
  <ul><li>Trust <em>and</em> time<ul><li>Naïve Élodie</li></ul></li></ul></section>
<section data-module="two" id="two"><h1>A second page</h1>
  <p>Trust comes first.</p><details><summary>Transcript</summary><p>They need time, and İstanbul.</p></details>
  <form data-item="q"><fieldset><legend><h2>What do they need?</h2></legend><label><input type="radio"><span>Patience</span></label></fieldset>
  <p>Kept in secret</p><details><summary>Hint</summary><p>The secret</p></details><p hidden>A secret error</p><div data-feedback><p>The secret answer</p></div><button>Check secret</button></form>
  <form data-item="r" data-undrawn><p>A secret question</p></form></section>
<section data-module="three" id="three" data-waits><h1>Waits</h1><p>A secret module</p></section>`;

async function pages() {
  const page = await new Device().open("visit/web");
  const place = page.document.createElement("div");
  place.innerHTML = PAGES;
  page.document.body.append(place);
  return { place, find: passagesOf(place.querySelectorAll("[data-module]")) };
}

const told = (found) => found.map(({ page, passages }) => [page.id, ...passages.map(({ words }) => words)]);

test("words of every script are found, with and without accents, large and small", async () => {
  const { find } = await pages();
  const first = (query) => told(find(query))[0];
  assert.deepEqual(first("TIM YN GWRANDO"), ["one", "Mae’r tîm yn gwrando ar bob teulu cyn ysgrifennu’r cynllun."]);
  assert.deepEqual(first("tîm"), first("tim"));
  assert.deepEqual(first("mae'r"), first("Mae’r"), "either apostrophe");
  assert.deepEqual(first("СОЦІАЛЬНА родинами"), ["one", "Соціальна робота з родинами: їхній голос важливий."]);
  assert.deepEqual(first("العمل"), ["one", "العَمَلُ الاجتماعي مع العائلات"], "with and without its vowels");
  assert.deepEqual(first("العَمَلُ"), first("العمل"));
  assert.deepEqual(first("naive elodie"), ["one", "Naïve Élodie"]);
  assert.deepEqual(first("istanbul"), ["two", "They need time, and İstanbul."]);
});

test("letters that are typed otherwise are found: wide ones, strokes, neighbours of an alphabet, figures, and what nobody sees", () => {
  const pairs = [
    ["ＡＢＣ", "abc"], ["ﬁrst", "first"], ["Straße", "STRASSE"], ["ISPARTA", "ısparta"], ["Łódź", "lodz"], ["smørrebrød", "smorrebrod"],
    ["كـتاب", "كتاب"], ["أحمد", "احمد"], ["كتابة", "كتابه"], ["کتاب", "كتاب"], ["علی", "علي"], ["مصطفى", "مصطفي"], ["می\u200cشود", "میشود"],
    ["٢٠", "20"], ["२०", "20"], ["co\u00adoperate", "cooperate"], ["カタカナ", "ｶﾀｶﾅ"], ["שָׁלוֹם", "שלום"], ["cœur", "coeur"],
  ];
  for (const [written, typed] of pairs) assert.equal(fold(written), fold(typed), `${written} ${typed}`);
  for (const [one, other] of [["legal", "regal"], ["тест", "тост"], ["كتاب", "كتب"]]) assert.notEqual(fold(one), fold(other));
  assert.deepEqual(around({ words: "Die Straße in Łódź", folded: fold("Die Straße in Łódź") }, "lodz"), ["Die Straße in ", "Łódź", ""]);
});

test("a page is found that has all of the words, and on it the passages that have most", async () => {
  const { find } = await pages();
  assert.deepEqual(told(find("trust time")), [["one", "Trust and time"], ["two", "Trust comes first.", "They need time, and İstanbul."]]);
  assert.deepEqual(told(find("trust families")), []);
  assert.deepEqual(told(find("  ")), []);
  assert.deepEqual(told(find("t")), [], "one letter is in everything");
  assert.deepEqual(told(find("patience")), [["two", "Patience"]]);
});

test("what the learner does not see is not found, and is again when she does", async () => {
  const { place, find } = await pages();
  assert.deepEqual(told(find("secret")), []);
  assert.deepEqual(told(find("secret trust")), [], "not even that it is there");
  place.querySelector("[data-waits]").removeAttribute("data-waits");
  assert.deepEqual(told(find("secret")), [["three", "A secret module"]]);
});

test("the words around are cut between words, and what was sought stands as it is written", () => {
  const words = `${"Long before it there is much to read. ".repeat(4)}Then Élodie’s naïve idea comes, ${"and much is behind it. ".repeat(5)}`.trim();
  const [before, itself, behind] = around({ words, folded: fold(words) }, "NAIVE", 30);
  assert.deepEqual([before, itself, behind], ["… much to read. Then Élodie’s ", "naïve", " idea comes, and much is …"]);
  assert.deepEqual(around({ words: "İİ needle", folded: fold("İİ needle") }, "needle"), ["İİ ", "needle", ""]);
  assert.equal(around({ words: "العَمَلُ كله", folded: fold("العَمَلُ كله") }, "كله")[1], "كله");
});

test("a result leads to its place, and how many there are is said once", async () => {
  const page = await new Device().open("visit/web");
  const { document, window } = page;
  await page.press("Reading tools");
  const field = document.querySelector("[data-search-field]");
  const type = async (words) => {
    for (let end = 1; end <= words.length; end += 1) {
      field.value = words.slice(0, end);
      field.dispatchEvent(new window.Event("input", { bubbles: true }));
    }
    await page.pass();
  };
  page.told.length = 0;
  await type("the file");
  const links = [...document.querySelectorAll("[data-search-results] a")];
  assert.ok(links.length > 0);
  const words = document.querySelector("[data-search-count]").textContent;
  assert.match(words, /^Found in \d+ places?\.$/);
  assert.deepEqual(page.told, [`says: ${words}`]);
  links[0].focus();
  await page.press(links[0]);
  const sought = document.querySelector("[data-sought]");
  assert.match(sought.textContent, /the file/i);
  assert.equal(document.activeElement, sought);
  assert.ok(sought.closest("[data-current]"), "its page is shown");
  assert.equal(document.querySelector("[data-tools-panel]").hidden, true, "and nothing lies over it");
  page.told.length = 0;
  await page.press("Reading tools");
  await type("zzz");
  assert.deepEqual([page.told, document.querySelectorAll("[data-search-results] li").length], [["says: Found in 0 places."], 0]);
});
