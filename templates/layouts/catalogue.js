// Finds courses in the catalogue by words and language. Without script all courses are shown.
const search = /** @type {HTMLElement} */ (document.getElementById("search"));
const words = /** @type {HTMLInputElement} */ (document.getElementById("words"));
const language = /** @type {HTMLSelectElement | null} */ (document.getElementById("language"));
const found = /** @type {HTMLElement} */ (document.getElementById("found"));
const courses = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#courses > li")]);

/** Letters alone: without accents and capitals.
 * @param {string} text
 */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const texts = courses.map((course) => plain(course.textContent ?? ""));

function show() {
  const wanted = plain(words.value).split(/\s+/);
  const tag = language?.value ?? "";
  let count = 0;
  courses.forEach((course, number) => {
    const spoken = (course.dataset["languages"] ?? "").split(" ");
    const fits = wanted.every((word) => (texts[number] ?? "").includes(word)) && (!tag || spoken.includes(tag));
    course.hidden = !fits;
    count += Number(fits);
  });
  const all = `${courses.length} course${courses.length === 1 ? "" : "s"}`;
  found.textContent = count === courses.length ? all : `${count} of ${all}`;
}

words.addEventListener("input", show);
language?.addEventListener("change", show);
search.hidden = false;
show();
