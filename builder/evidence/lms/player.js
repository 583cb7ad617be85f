/**
 * A strict LMS: it takes what the standard takes and nothing else, says why, and writes down every call.
 * SCORM 1.2 Run-Time Environment 3.4; SCORM 2004 4th Edition RTE 4.2. Limits are the least that each has to hold.
 */
"use strict";

const upTo = (most) => (value) => value.length <= most;
const oneOf = (...words) => (value) => words.includes(value);
const like = (pattern) => (value) => pattern.test(value);
const number = (low, high) => (value) => /^-?\d+(\.\d+)?$/.test(value) && Number(value) >= low && Number(value) <= high;
const either = (...tests) => (value) => tests.some((test) => test(value));

const TIME12 = like(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/);
const CLOCK12 = like(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/);
const ID12 = like(/^[!-~]{1,255}$/);
const STATUS12 = ["passed", "completed", "failed", "incomplete", "browsed"];
const SCORE12 = either(oneOf(""), number(0, 100));
const TYPES12 = ["true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric"];

const DURATION = like(/^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/);
const MOMENT = like(/^(19[7-9]\d|20[0-3]\d)-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,2}(Z|[+-]\d\d(:?\d\d)?)?)?$/);
const ID2004 = like(/^\S{1,4000}$/);
const LINE = (most) => (value) => value.length <= most && !/[\r\n]/.test(value);

/** Each element: its name, whether it is read (r) and written (w), and what it takes. */
const ELEMENTS = {
  scorm12: [
    [/^cmi\._version$/, "r"],
    [/^cmi\.core\.(student_id|student_name|credit|entry|total_time|lesson_mode)$/, "r"],
    [/^cmi\.core\.lesson_location$/, "rw", upTo(255)],
    [/^cmi\.core\.lesson_status$/, "rw", oneOf(...STATUS12)],
    [/^cmi\.core\.score\.(raw|min|max)$/, "rw", SCORE12],
    [/^cmi\.core\.exit$/, "w", oneOf("time-out", "suspend", "logout", "")],
    [/^cmi\.core\.session_time$/, "w", TIME12],
    [/^cmi\.suspend_data$/, "rw", upTo(4096)],
    [/^cmi\.launch_data$|^cmi\.comments_from_lms$/, "r"],
    [/^cmi\.comments$/, "rw", upTo(4096)],
    [/^cmi\.student_data\.(mastery_score|max_time_allowed|time_limit_action)$/, "r"],
    [/^cmi\.student_preference\.(audio|speed|text)$/, "rw", number(-100, 100)],
    [/^cmi\.student_preference\.language$/, "rw", upTo(255)],
    [/^cmi\.objectives\.\d+\.id$/, "rw", ID12],
    [/^cmi\.objectives\.\d+\.status$/, "rw", oneOf(...STATUS12, "not attempted")],
    [/^cmi\.objectives\.\d+\.score\.(raw|min|max)$/, "rw", SCORE12],
    [/^cmi\.interactions\.\d+\.(id|objectives\.\d+\.id)$/, "w", ID12],
    [/^cmi\.interactions\.\d+\.time$/, "w", CLOCK12],
    [/^cmi\.interactions\.\d+\.type$/, "w", oneOf(...TYPES12)],
    [/^cmi\.interactions\.\d+\.weighting$/, "w", number(-100, 100)],
    [/^cmi\.interactions\.\d+\.(student_response|correct_responses\.\d+\.pattern)$/, "w", upTo(255)],
    [/^cmi\.interactions\.\d+\.result$/, "w", either(oneOf("correct", "wrong", "unanticipated", "neutral"), number(-1e6, 1e6))],
    [/^cmi\.interactions\.\d+\.latency$/, "w", TIME12],
  ],
  scorm2004: [
    [/^cmi\._version$/, "r"],
    [/^cmi\.(learner_id|learner_name|credit|entry|mode|total_time|launch_data|max_time_allowed|time_limit_action)$/, "r"],
    [/^cmi\.(completion_threshold|scaled_passing_score)$/, "r"],
    [/^cmi\.location$/, "rw", upTo(1000)],
    [/^cmi\.completion_status$/, "rw", oneOf("completed", "incomplete", "not attempted", "unknown")],
    [/^cmi\.success_status$/, "rw", oneOf("passed", "failed", "unknown")],
    [/^cmi\.score\.scaled$/, "rw", number(-1, 1)],
    [/^cmi\.score\.(raw|min|max)$/, "rw", number(-1e6, 1e6)],
    [/^cmi\.progress_measure$/, "rw", number(0, 1)],
    [/^cmi\.exit$/, "w", oneOf("time-out", "suspend", "logout", "normal", "")],
    [/^cmi\.session_time$/, "w", DURATION],
    [/^cmi\.suspend_data$/, "rw", upTo(64000)],
    [/^cmi\.learner_preference\.(audio_level|delivery_speed)$/, "rw", number(0, 1e6)],
    [/^cmi\.learner_preference\.audio_captioning$/, "rw", oneOf("-1", "0", "1")],
    [/^cmi\.learner_preference\.language$/, "rw", upTo(250)],
    [/^cmi\.comments_from_learner\.\d+\.(comment|location)$/, "rw", LINE(4000)],
    [/^cmi\.comments_from_learner\.\d+\.timestamp$/, "rw", MOMENT],
    [/^cmi\.objectives\.\d+\.id$/, "rw", ID2004],
    [/^cmi\.objectives\.\d+\.success_status$/, "rw", oneOf("passed", "failed", "unknown")],
    [/^cmi\.objectives\.\d+\.completion_status$/, "rw", oneOf("completed", "incomplete", "not attempted", "unknown")],
    [/^cmi\.objectives\.\d+\.(score\.scaled|progress_measure)$/, "rw", number(-1, 1)],
    [/^cmi\.objectives\.\d+\.score\.(raw|min|max)$/, "rw", number(-1e6, 1e6)],
    [/^cmi\.(objectives|interactions)\.\d+\.description$/, "rw", LINE(300)],
    [/^cmi\.interactions\.\d+\.(id|objectives\.\d+\.id)$/, "rw", ID2004],
    [/^cmi\.interactions\.\d+\.timestamp$/, "rw", MOMENT],
    [/^cmi\.interactions\.\d+\.type$/, "rw", oneOf(...TYPES12, "long-fill-in", "other")],
    [/^cmi\.interactions\.\d+\.weighting$/, "rw", number(-1e6, 1e6)],
    [/^cmi\.interactions\.\d+\.(learner_response|correct_responses\.\d+\.pattern)$/, "rw", LINE(4000)],
    [/^cmi\.interactions\.\d+\.result$/, "rw", either(oneOf("correct", "incorrect", "unanticipated", "neutral"), number(-1e6, 1e6))],
    [/^cmi\.interactions\.\d+\.latency$/, "rw", DURATION],
    [/^adl\.nav\.request$/, "rw", like(/^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_|\{target=.+\}(choice|jump))$/)],
    [/^adl\.nav\.request_valid\./, "r"],
  ],
};

const EDITIONS = {
  scorm12: {
    property: "API",
    methods: { initialize: "LMSInitialize", terminate: "LMSFinish", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", error: "LMSGetLastError", words: "LMSGetErrorString", more: "LMSGetDiagnostic" },
    errors: { closed: "301", unknown: "401", readOnly: "403", writeOnly: "404", refused: "405", order: "201", general: "101" },
  },
  scorm2004: {
    property: "API_1484_11",
    methods: { initialize: "Initialize", terminate: "Terminate", get: "GetValue", set: "SetValue", commit: "Commit", error: "GetLastError", words: "GetErrorString", more: "GetDiagnostic" },
    errors: { closed: "132", unknown: "401", readOnly: "404", writeOnly: "405", refused: "406", order: "408", general: "391" },
  },
};

/** Begins a launch: `record` is what the LMS keeps of this learner, `faults` how it misbehaves. */
window.start = ({ edition, content, record, faults }) => {
  const form = EDITIONS[edition];
  const lms = { calls: [], kept: { ...record }, committed: { ...record }, faults, open: false, error: "0" };
  window.lms = lms;
  const offer = () => (window[form.property] = apiOf(lms, edition, form));
  if (faults.late) window.offer = offer;
  else if (!faults.missing) offer();
  document.getElementById("sco").src = content;
};

function apiOf(lms, edition, form) {
  const answer = (name, words, [result, error]) => {
    if (!["error", "words", "more"].includes(name)) {
      lms.error = error;
      lms.calls.push({ name, element: String(words[0] ?? ""), value: String(words[1] ?? ""), result, error });
    }
    return result;
  };
  const acts = {
    initialize: () => (lms.open ? ["false", "101"] : ((lms.open = true), ["true", "0"])),
    terminate: () => closing(lms, form),
    commit: () => storing(lms, form),
    get: (element) => reading(lms, edition, form, String(element)),
    set: (element, value) => writing(lms, edition, form, String(element), String(value)),
    error: () => [lms.error, lms.error],
    words: (code) => [String(code) === "0" ? "" : `error ${code}`, "0"],
    more: () => ["", "0"],
  };
  return Object.fromEntries(Object.entries(form.methods).map(([name, method]) => [method, (...words) => answer(name, words, acts[name](...words))]));
}

function closing(lms, form) {
  if (!lms.open) return ["false", form.errors.closed];
  const [result, error] = storing(lms, form);
  lms.open = false;
  lms.ended = true;
  return [result, error];
}

function storing(lms, form) {
  if (!lms.open) return ["false", form.errors.closed];
  if (lms.faults.ended) return ["false", form.errors.general];
  lms.committed = { ...lms.kept };
  const cut = lms.faults.cut;
  if (cut && lms.committed["cmi.suspend_data"]) lms.committed["cmi.suspend_data"] = lms.committed["cmi.suspend_data"].slice(0, cut);
  return ["true", "0"];
}

const counted = (lms, list) => new Set(Object.keys(lms.kept).map((name) => (name.startsWith(`${list}.`) ? name.slice(list.length + 1).split(".")[0] : "")).filter((part) => /^\d+$/.test(part))).size;

function reading(lms, edition, form, element) {
  if (!lms.open) return ["", edition === "scorm12" ? "301" : "122"];
  if (element.endsWith("._count")) return [String(counted(lms, element.slice(0, -7))), "0"];
  if (element.endsWith("._children")) return ["", "0"];
  const known = ELEMENTS[edition].find(([name]) => name.test(element));
  if (!known) return ["", form.errors.unknown];
  if (!known[1].includes("r")) return ["", form.errors.writeOnly];
  const value = lms.kept[element];
  if (value !== undefined) return [value, "0"];
  return ["", edition === "scorm2004" ? "403" : "0"];
}

function writing(lms, edition, form, element, value) {
  if (!lms.open) return ["false", form.errors.closed];
  if (lms.faults.ended) return ["false", form.errors.general];
  const known = ELEMENTS[edition].find(([name]) => name.test(element));
  if (!known) return ["false", form.errors.unknown];
  if (!known[1].includes("w")) return ["false", form.errors.readOnly];
  if (!known[2](value)) return ["false", form.errors.refused];
  const [, list, place, field] = /^(cmi\.(?:interactions|objectives|comments_from_learner))\.(\d+)\.(.+)$/.exec(element) ?? [];
  if (list && Number(place) > counted(lms, list)) return ["false", edition === "scorm12" ? "201" : "351"];
  if (list && edition === "scorm2004" && !list.includes("comments") && field !== "id" && lms.kept[`${list}.${place}.id`] === undefined) return ["false", form.errors.order];
  lms.kept[element] = element === "cmi.comments" ? (lms.kept[element] ?? "") + value : value;
  return ["true", "0"];
}
