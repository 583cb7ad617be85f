/**
 * A small LMS that refuses what Moodle 4.5 and scorm-again were seen to refuse, and holds suspend data to the 4,096
 * characters of SCORM 1.2, which both have lifted.
 */
const TIMESPAN = /^\d{2,4}:\d\d:\d\d(\.\d{1,2})?$/;
const INTERVAL = /^PT(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/;
const CHARACTERS = /^[!-~]{1,255}$/;
const upTo = (length) => (value) => value.length <= length;
const oneOf = (...words) => (value) => words.includes(value);
const between = (low, high) => (value) => /^-?\d+(\.\d+)?$/.test(value) && Number(value) >= low && Number(value) <= high;
const like = (pattern) => (value) => pattern.test(value);

const KINDS = ["true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric"];

const RULES_12 = {
  "cmi.core.lesson_status": oneOf("passed", "completed", "failed", "incomplete", "browsed"),
  "cmi.core.lesson_location": upTo(255),
  "cmi.core.exit": oneOf("time-out", "suspend", "logout", ""),
  "cmi.core.session_time": like(TIMESPAN),
  "cmi.core.score.raw": between(0, 100),
  "cmi.core.score.min": between(0, 100),
  "cmi.core.score.max": between(0, 100),
  "cmi.suspend_data": upTo(4096),
  "cmi.student_preference.language": upTo(255),
  "cmi.student_preference.text": oneOf("-1", "0", "1"),
  "cmi.interactions.n.id": like(CHARACTERS),
  "cmi.interactions.n.type": oneOf(...KINDS),
  "cmi.interactions.n.objectives.0.id": like(CHARACTERS),
  "cmi.objectives.n.id": like(CHARACTERS),
  "cmi.objectives.n.status": oneOf("passed", "completed", "failed", "incomplete", "browsed", "not attempted"),
  "cmi.objectives.n.score.raw": between(0, 100),
  "cmi.interactions.n.time": like(/^[0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,2})?$/),
  "cmi.interactions.n.correct_responses.0.pattern": upTo(255),
  "cmi.interactions.n.student_response": upTo(255),
  "cmi.interactions.n.weighting": like(/^\d+$/),
  "cmi.interactions.n.result": oneOf("correct", "wrong", "unanticipated", "neutral"),
  "cmi.interactions.n.latency": like(TIMESPAN),
};

/** What a response must look like, by the type of its interaction (RTE 1.2, 3.4.7; RTE 2004, 4.2.9.1). */
const RESPONSES_12 = {
  "true-false": like(/^[tf]$/),
  choice: like(/^([a-z0-9](,[a-z0-9])*)?$/),
  sequencing: like(/^[a-z0-9](,[a-z0-9])*$/),
  matching: like(/^[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*$/),
  "fill-in": like(/^[^\r\n]{0,255}$/),
  numeric: like(/^-?\d+(\.\d+)?$/),
  likert: like(/^[a-z0-9]$/),
};

const SHORT = "[A-Za-z0-9_]{1,250}";
const SET = like(new RegExp(`^${SHORT}(\\[,\\]${SHORT})*$`));

const RESPONSES_2004 = {
  "true-false": oneOf("true", "false"),
  choice: SET,
  sequencing: SET,
  matching: like(new RegExp(`^${SHORT}\\[\\.\\]${SHORT}(\\[,\\]${SHORT}\\[\\.\\]${SHORT})*$`)),
  "fill-in": (value) => value.split("[,]").every((text) => /^(\{lang=[a-zA-Z]{2,3}(-[a-zA-Z]{2,8})?\}(?!\{)[^\r\n]{1,250}|(?!\{)[^\r\n]{1,250})$/.test(text)),
  numeric: like(/^-?\d{1,10}(\.\d{1,7})?$/),
  likert: like(new RegExp(`^${SHORT}$`)),
  "long-fill-in": (value) => /^(?!\{)[^\r\n]{0,4000}$/.test(value),
};

const RANGE = like(/^-?\d+(\.\d+)?\[:\]-?\d+(\.\d+)?$/);

const RULES_2004 = {
  "cmi.completion_status": oneOf("completed", "incomplete", "not attempted", "unknown"),
  "cmi.success_status": oneOf("passed", "failed", "unknown"),
  "cmi.location": upTo(1000),
  "cmi.exit": oneOf("time-out", "suspend", "logout", "normal", ""),
  "adl.nav.request": oneOf("continue", "previous", "exit", "exitAll", "abandon", "abandonAll", "suspendAll"),
  "cmi.session_time": like(INTERVAL),
  "cmi.score.scaled": between(-1, 1),
  "cmi.score.raw": between(-99999, 99999),
  "cmi.score.min": between(-99999, 99999),
  "cmi.score.max": between(-99999, 99999),
  "cmi.progress_measure": between(0, 1),
  "cmi.suspend_data": upTo(64000),
  "cmi.learner_preference.language": like(/^(?:[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)?$/),
  "cmi.learner_preference.audio_captioning": oneOf("-1", "0", "1"),
  "cmi.interactions.n.id": like(/^[A-Za-z][A-Za-z0-9_]*[A-Za-z0-9]$/),
  "cmi.interactions.n.type": oneOf(...KINDS, "long-fill-in", "other"),
  "cmi.interactions.n.objectives.0.id": like(/^[A-Za-z][A-Za-z0-9_]*[A-Za-z0-9]$/),
  "cmi.objectives.n.id": like(/^[A-Za-z][A-Za-z0-9_]*[A-Za-z0-9]$/),
  "cmi.objectives.n.completion_status": oneOf("completed", "incomplete", "not attempted", "unknown"),
  "cmi.objectives.n.success_status": oneOf("passed", "failed", "unknown"),
  "cmi.objectives.n.progress_measure": between(0, 1),
  "cmi.objectives.n.description": isDescription,
  "cmi.interactions.n.timestamp": like(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,2}Z?)?$/),
  "cmi.interactions.n.correct_responses.0.pattern": upTo(4000),
  "cmi.interactions.n.learner_response": upTo(4000),
  "cmi.interactions.n.weighting": like(/^\d+$/),
  "cmi.interactions.n.result": oneOf("correct", "incorrect", "unanticipated", "neutral"),
  "cmi.interactions.n.latency": like(INTERVAL),
  "cmi.interactions.n.description": isDescription,
};

/** Moodle takes a language with one subtag of letters; a brace behind it, or at the start of the words, it does not. */
function isDescription(value) {
  return value.length <= 250 && /^(\{lang=[a-zA-Z]{2,3}(-[a-zA-Z]{2,8})?\})?(?!\{)[^\r\n]*$/.test(value);
}

/** What the fake records, and how it can be made to fail. */
export class StrictLms {
  /** Every call: method, arguments, answer. */
  log = [];
  /** What was committed. */
  stored = {};
  /** Commits to fail from now on. */
  failing = 0;
  /** Every call throws, as a dead window does. */
  dead = false;
  interactions = true;
  objectives = true;
  /** Whether it takes any words for a response, as LMSs do that do not look at its form. */
  wordy = false;
  #values;
  /** Set since the last commit that was kept. */
  #changed = {};
  #error = 0;
  #state = "new";

  constructor(edition, given = {}) {
    this.edition = edition;
    this.#values = { ...given };
    this.stored = { ...given };
    this.rules = edition === "1.2" ? RULES_12 : RULES_2004;
    const prefix = edition === "1.2" ? "LMS" : "";
    const end = edition === "1.2" ? "LMSFinish" : "Terminate";
    this.api = {
      [`${prefix}Initialize`]: () => this.#answer("initialize", [], this.#initialize()),
      [end]: () => this.#answer("terminate", [], this.#terminate()),
      [`${prefix}GetValue`]: (element) => this.#answer("get", [element], this.#get(element)),
      [`${prefix}SetValue`]: (element, value) => this.#answer("set", [element, value], this.#set(element, value)),
      [`${prefix}Commit`]: () => this.#answer("commit", [], this.#commit()),
      [`${prefix}GetLastError`]: () => (this.trouble === "throws" ? this.#die() : String(this.#error)),
    };
    this.window = { [edition === "1.2" ? "API" : "API_1484_11"]: this.api, closed: false, length: 0, opener: null };
    this.window.parent = this.window;
  }

  /** Calls of one kind, as `element = value` or the name alone. */
  calls(method) {
    return this.log.filter((call) => call.method === method).map(({ words }) => words.join(" = "));
  }

  get refusals() {
    return this.log.filter((call) => call.method === "set" && call.answer === "false").map(({ words }) => words.join(" = "));
  }

  /** How the LMS is at the moment: `fails` to commit, `throws`, `lies` that it has; "" when it is well. */
  get trouble() {
    return this.failing > 0 ? "fails" : this.dead ? "throws" : "";
  }

  /** What is committed goes into the record. */
  keep(values) {
    Object.assign(this.stored, values);
  }

  #answer(method, words, answer) {
    if (this.trouble === "throws") this.#die();
    this.log.push({ method, words, answer });
    return answer;
  }

  #die() {
    throw new Error("the window is gone");
  }

  #fail(error, answer = "false") {
    this.#error = error;
    return answer;
  }

  #initialize() {
    if (this.#state === "open") return this.#fail(this.edition === "1.2" ? 101 : 103);
    this.#state = "open";
    return this.#fail(0, "true");
  }

  #terminate() {
    if (this.#state !== "open") return this.#fail(this.edition === "1.2" ? 301 : 112);
    if (this.trouble !== "throws") this.#state = "over";
    return this.#write(this.edition === "1.2" ? 101 : 111);
  }

  #get(element) {
    if (this.#state !== "open") return this.#fail(this.edition === "1.2" ? 301 : 122, "");
    const [, list] = /^cmi\.(interactions|objectives)\._count$/.exec(element) ?? [];
    if (list) return this.#fail(0, String(this.#count(list)));
    if (element === "cmi.objectives._children") return this.objectives ? this.#fail(0, "id,status,score") : this.#fail(401, "");
    const value = this.#values[element];
    return value === undefined ? this.#fail(this.edition === "1.2" ? 0 : 403, "") : this.#fail(0, value);
  }

  #set(element, value) {
    if (this.#state === "over") return this.#fail(this.edition === "1.2" ? 301 : 133);
    if (this.#state !== "open") return this.#fail(this.edition === "1.2" ? 301 : 132);
    const [, list, place, field] = /^cmi\.(interactions|objectives)\.(\d+)\.(.+)$/.exec(element) ?? [];
    const rule = this.rules[place === undefined ? element : `cmi.${list}.n.${field}`];
    if (!rule || (place !== undefined && !this[list])) return this.#fail(401);
    if (place !== undefined && Number(place) > this.#count(list)) return this.#fail(this.edition === "1.2" ? 201 : 351);
    if (this.edition === "2004" && place !== undefined && field !== "id" && !this.#values[`cmi.${list}.${place}.id`])
      return this.#fail(408);
    if (this.edition === "2004" && list === "objectives" && field === "id" && this.#isTaken(place, value)) return this.#fail(351);
    const fits = typeof value === "string" && rule(value) && (place === undefined || this.#fits(place, field, value));
    if (!fits) return this.#fail(this.edition === "1.2" ? 405 : 406);
    if (this.trouble === "throws") return "";
    this.#values[element] = value;
    this.#changed[element] = value;
    return this.#fail(0, "true");
  }

  /** Responses and patterns have the form of their interaction's type. */
  #fits(place, field, value) {
    if (this.wordy) return true;
    const type = this.#values[`cmi.interactions.${place}.type`];
    if (field === "student_response") return RESPONSES_12[type]?.(value) ?? false;
    if (field === "learner_response") return RESPONSES_2004[type]?.(value) ?? false;
    if (field !== "correct_responses.0.pattern") return true;
    if (this.edition === "1.2") return RESPONSES_12[type]?.(value) ?? false;
    return (type === "numeric" ? RANGE : RESPONSES_2004[type])?.(value) ?? false;
  }

  #commit() {
    if (this.#state !== "open") return this.#fail(this.edition === "1.2" ? 301 : 142);
    return this.#write(this.edition === "1.2" ? 101 : 391);
  }

  #write(error) {
    if (this.trouble === "fails") {
      this.failing -= 1;
      return this.#fail(error);
    }
    if (this.trouble === "") this.keep(this.#changed);
    this.#changed = {};
    return this.#fail(0, "true");
  }

  /** An id may not be changed, and no other objective may have it. */
  #isTaken(place, value) {
    const held = this.#values[`cmi.objectives.${place}.id`];
    const ids = Object.entries(this.#values).filter(([element]) => /^cmi\.objectives\.\d+\.id$/.test(element));
    return (held !== undefined && held !== value) || ids.some(([element, id]) => id === value && element !== `cmi.objectives.${place}.id`);
  }

  #count(list) {
    const places = Object.keys(this.#values).map((element) => new RegExp(`^cmi\\.${list}\\.(\\d+)\\.`).exec(element)?.[1]);
    return Math.max(-1, ...places.filter((place) => place !== undefined).map(Number)) + 1;
  }
}
