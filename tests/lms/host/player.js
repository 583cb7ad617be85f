/**
 * The player of the test LMS. scorm-again holds the record; the course gets a plain object with the standard's methods
 * only, each of which asks the fault plan, then scorm-again, then writes down what was asked and answered.
 */
"use strict";

const EDITIONS = {
  scorm12: {
    property: "API",
    make: (settings) => new Scorm12API(settings),
    generalFailure: "101",
    notInitialised: { get: "301", set: "301", commit: "301", terminate: "301" },
    notImplemented: "401",
    methods: {
      initialize: "LMSInitialize",
      terminate: "LMSFinish",
      get: "LMSGetValue",
      set: "LMSSetValue",
      commit: "LMSCommit",
      error: "LMSGetLastError",
      errorString: "LMSGetErrorString",
      diagnostic: "LMSGetDiagnostic",
    },
  },
  scorm2004: {
    property: "API_1484_11",
    make: (settings) => new Scorm2004API(settings),
    generalFailure: "391",
    notInitialised: { get: "122", set: "132", commit: "142", terminate: "112" },
    notImplemented: "402",
    methods: {
      initialize: "Initialize",
      terminate: "Terminate",
      get: "GetValue",
      set: "SetValue",
      commit: "Commit",
      error: "GetLastError",
      errorString: "GetErrorString",
      diagnostic: "GetDiagnostic",
    },
  },
};

/** Some LMSs cut what is long, and say yes. */
const cutAt = (length) => (call, { words: [element, value] }) => call(element, element === "cmi.suspend_data" ? value.slice(0, length) : value);

/** And some take the course away as soon as it has said that it is over. */
function takesTheFrameAway(call, { words }) {
  const answer = call(...words);
  document.getElementById("sco").remove();
  return answer;
}

/** As a page of the LMS writes a value into itself. */
const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The page cannot do anything while it waits, so that it is enough to put its clock forward. */
function takes(milliseconds) {
  return (call, { words }) => {
    const answer = call(...words);
    const { performance } = document.getElementById("sco").contentWindow;
    if (performance.held === undefined) {
      const now = performance.now.bind(performance);
      performance.held = 0;
      performance.now = () => now() + performance.held;
    }
    performance.held += milliseconds;
    return answer;
  };
}

/**
 * Ways to misbehave, by name. Each gets the real call and may or may not make it, and gives what the course is answered
 * and the error that GetLastError will then name. Which call misbehaves how is the fault plan.
 */
const FAULTS = {
  "returns-false": (_call, { edition }) => ({ result: "false", error: edition.generalFailure }),
  "returns-false-without-reason": () => ({ result: "false", error: "0" }),
  throws() {
    throw new Error("this LMS is broken");
  },
  "cuts-255": cutAt(255),
  "cuts-4096": cutAt(4096),
  alters: (call, { words: [element, value] }) => call(element, value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("+", " ")),
  "returns-nothing": () => ({ result: "", error: "0" }),
  "false-at-first"(call, { words }) {
    window.lms.asked = (window.lms.asked ?? 0) + 1;
    return window.lms.asked > 1 ? call(...words) : { result: "false", error: "0" };
  },
  objects: (call, { words }) => ({ result: { value: call(...words).result }, error: "0" }),
  promises: (call, { words }) => ({ result: Promise.resolve(call(...words).result), error: "0" }),
  quotes: (call, { words }) => ({ result: JSON.stringify(call(...words).result), error: "0" }),
  shouts: (call, { words: [element, value] }) => call(element, element === "cmi.suspend_data" ? value.toUpperCase() : value),
  "keeps-no-state": (call, { words: [element, value] }) => (element === "cmi.suspend_data" ? { result: "true", error: "0" } : call(element, value)),
  "true-not-text"(call, { words }) {
    const { result, error } = call(...words);
    const plain = { true: true, false: false, "": null }[result] ?? (/^\d+$/.test(result) ? Number(result) : result);
    return { result: plain, error: Number(error) };
  },
  "no-interactions": (call, { edition, name, words }) =>
    words[0].startsWith("cmi.interactions") ? { result: name === "get" ? "" : "false", error: edition.notImplemented } : call(...words),
  "refuses-score": (call, { edition, words }) =>
    /score/.test(words[0]) ? { result: "false", error: edition.property === "API" ? "405" : "406" } : call(...words),
  "ab-initio": (call, { words }) => (/^cmi\.(core\.)?entry$/.test(words[0]) ? { result: "ab-initio", error: "0" } : call(...words)),
  "no-session": (_call, { edition, name }) => ({ result: name === "get" ? "" : "false", error: edition.notInitialised[name] ?? edition.generalFailure }),
  "takes-the-frame-away": takesTheFrameAway,
  "says-undefined": (call, { words }) => ({ result: call(...words).result || "undefined", error: "0" }),
  "says-null": (call, { words }) => ({ result: call(...words).result || "null", error: "0" }),
  "percent-encodes": (call, { words: [element, value] }) => call(element, /suspend_data|response/.test(element) ? encodeURIComponent(value) : value),
  "ends-lines-twice": (call, { words: [element, value] }) => call(element, value.replace(/\r?\n/g, "\r\n")),
  "escapes-all": (call, { words }) => ({ result: escaped(String(call(...words).result)), error: "0" }),
  pads: (call, { words }) => ({ result: `${call(...words).result}      `, error: "0" }),
  "cuts-1000": cutAt(1000),
  "keeps-latin-alone": (call, { words: [element, value] }) => call(element, value.replace(/[^\0-\xff]/g, "?")),
  "resumes-nothing": (call, { words }) => (/^cmi\.(core\.)?entry$/.test(words[0]) ? { result: "resume", error: "0" } : call(...words)),
  "no-credit": (call, { words }) => (/credit$/.test(words[0]) ? { result: "no-credit", error: "0" } : call(...words)),
  "throws-once"(call, { name, words }) {
    const met = (window.lms.met ??= new Set());
    if (met.has(name)) return call(...words);
    met.add(name);
    throw new Error("this LMS stumbles");
  },
  "counts-nothing": (call, { words }) => (/_count$/.test(words[0]) ? { result: "0", error: "0" } : call(...words)),
  "gives-the-value-back": (call, { words }) => ({ result: words[1], error: call(...words).error }),
  "begun-already": (call, { words, edition }) => (call(...words), { result: "false", error: edition.property === "API" ? "101" : "103" }),
  "takes-three-seconds": takes(3000),
  "takes-200-ms": takes(200),
};

const LATE = 3000;

const [role, number] = location.pathname.split("/").slice(-2);

async function play() {
  const launch = await (await fetch(`/launch/${number}`)).json();
  /** The fault plan: name of a call, or `*` for all others, and how it misbehaves; may be changed while the course runs. */
  window.lms = { plan: launch.faults, made: 0 };
  const edition = EDITIONS[launch.edition];
  const offer = () => (window[edition.property] = apiOf(launch, edition));
  const show = (address) => (document.getElementById("sco").src = address);
  const confine = (allowed) => document.getElementById("sco").setAttribute("sandbox", allowed);
  const stages = {
    frame: () => (offer(), show(launch.content)),
    "no-api": () => show(launch.content),
    late: () => (setTimeout(offer, LATE), show(launch.content)),
    opener: () => (offer(), window.open(launch.content)),
    // The frame beside it is this page again, in another role.
    sibling: () => (role === "beside" ? offer() : putBeside(() => show(launch.content))),
    between: () => (offer(), show(`${launch.elsewhere}/outer#${location.origin}${launch.content}`)),
    // Frames in which an LMS lets a course do little: no downloads, no print window, no form; and no origin either.
    confined: () => (confine("allow-scripts allow-same-origin"), offer(), show(launch.content)),
    sealed: () => (confine("allow-scripts"), offer(), show(launch.content)),
    foreign: () => (offer(), show(`${launch.home}${launch.content}`)),
  };
  stages[launch.stage]();
}

function putBeside(then) {
  const frame = document.createElement("iframe");
  frame.src = `/beside/${number}`;
  const look = () => (Object.values(EDITIONS).some(({ property }) => frame.contentWindow[property]) ? then() : requestAnimationFrame(look));
  frame.addEventListener("load", look);
  frame.hidden = true;
  document.body.append(frame);
}

function apiOf(launch, edition) {
  const real = edition.make({
    lmsCommitUrl: `/commit/${number}`,
    alwaysSendTotalTime: true,
    autoPopulateCommitMetadata: true,
    logLevel: 5,
  });
  real.loadFromJSON(launch.record, "");
  const { methods } = edition;
  let error = "0";
  let count = 0;

  function ask(name, words) {
    const call = (...words) => (name === "error" ? { result: window.lms.plan.error === "always-101" ? "101" : error, error } : { result: real[methods[name]](...words), error: String(real[methods.error]()) });
    const planned = window.lms.plan[name] ?? window.lms.plan["*"];
    if (planned === undefined || planned === "always-101") return call(...words);
    return FAULTS[planned](call, { edition, name, words });
  }

  const api = {};
  for (const [name, method] of Object.entries(methods)) {
    if (window.lms.plan[name] === "missing") continue;
    api[method] = (...words) => {
      let answer = { result: "threw", error: "" };
      try {
        answer = ask(name, words);
        error = answer.error;
        return answer.result;
      } finally {
        note({ number: count, name, method, words: words.map(String), result: String(answer.result), error: String(answer.error), at: Date.now() });
        count += 1;
        window.lms.made = count;
      }
    };
  }
  return api;
}

/** A beacon is the one request that leaves a page which is going away. */
function note(call) {
  if (!navigator.sendBeacon(`/calls/${number}`, JSON.stringify(call))) throw new Error("a call could not be written down");
}

play();
