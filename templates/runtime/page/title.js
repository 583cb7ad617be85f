/** @typedef {import("./strings.js").Strings} Strings */

/** The title of the window: "Module - Course", with a word in front while a question lacks an answer. */
export class PageTitle {
  #page;
  #course;
  #strings;
  #shown = "";
  /** @type {Set<string>} */
  #faulty = new Set();

  /**
   * @param {Document} page
   * @param {string} course
   * @param {Strings} strings
   */
  constructor(page, course, strings) {
    this.#page = page;
    this.#course = course;
    this.#strings = strings;
  }

  /**
   * @param {string} title of the page that is shown
   */
  show(title) {
    this.#shown = title;
    this.#faulty.clear();
    this.#write();
  }

  /**
   * @param {string} item
   * @param {boolean} faulty
   */
  mark(item, faulty) {
    if (faulty) this.#faulty.add(item);
    else this.#faulty.delete(item);
    this.#write();
  }

  #write() {
    const error = this.#faulty.size > 0 ? this.#strings.text("title.error") : "";
    const place = this.#shown === this.#course ? this.#course : `${this.#shown} - ${this.#course}`;
    this.#page.title = error + place;
  }
}
