import { unmarked } from "../missing-words.js";
import { interfaceLanguage } from "./strings.js";

/** @typedef {import("./strings.js").Strings} Strings */

/** What stands for "Error: " before a title in another language than the interface: each screen reader has its own word for it. */
const SIGN = "\u26a0 ";

/**
 * The title of the window: "Module - Course", with a word in front while a question lacks an answer. A title is in one
 * language: the name of a page that is in another one than the course stands alone.
 */
export class PageTitle {
  #page;
  #course;
  #strings;
  #shown = "";
  #language = "";
  /** @type {Set<string>} */
  #faulty = new Set();

  /**
   * @param {Document} page
   * @param {Pick<import("../course.js").Course, "title" | "language">} course
   * @param {Strings} strings
   */
  constructor(page, course, strings) {
    this.#page = page;
    this.#course = course;
    this.#strings = strings;
  }

  /**
   * @param {string} title of the page that is shown
   * @param {string} language of that title, BCP 47
   */
  show(title, language) {
    this.#shown = title;
    this.#language = language;
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
    const { title, language } = this.#course;
    const sign = this.#language === interfaceLanguage(this.#page) ? this.#strings.text("title.error") : SIGN;
    const place = this.#shown === title || this.#language !== language ? this.#shown : `${this.#shown} - ${title}`;
    this.#page.title = this.#faulty.size > 0 ? (unmarked(sign) === sign ? sign : SIGN) + place : place;
    this.#page.querySelector("title")?.setAttribute("lang", this.#language);
  }
}
