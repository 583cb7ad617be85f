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

/**
 * Ways to misbehave, by name. Each gets the real call and may or may not make it, and gives what the course is answered
 * and the error that GetLastError will then name.
 */
const FAULTS = {
  "returns-false": (call, edition) => ({ result: "false", error: edition.generalFailure }),
};

const number = location.pathname.split("/").pop();

async function play() {
  const launch = await (await fetch(`/launch/${number}`)).json();
  const edition = EDITIONS[launch.edition];
  /** The fault plan: name of a call, or `api`, and how it misbehaves; may be changed while the course runs. */
  window.lms = { plan: launch.faults };
  if (window.lms.plan.api !== "absent") window[edition.property] = apiOf(launch, edition);
  document.getElementById("sco").src = launch.content;
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
    if (name === "error") return { result: error, error };
    const call = () => ({ result: real[methods[name]](...words), error: String(real[methods.error]()) });
    const fault = FAULTS[window.lms.plan[name]];
    return fault ? fault(call, edition) : call();
  }

  const api = {};
  for (const [name, method] of Object.entries(methods)) {
    api[method] = (...words) => {
      const answer = ask(name, words);
      error = answer.error;
      note({ number: count, name, method, words: words.map(String), ...answer });
      count += 1;
      return answer.result;
    };
  }
  return api;
}

/** A beacon is the one request that leaves a page which is going away. */
function note(call) {
  if (!navigator.sendBeacon(`/calls/${number}`, JSON.stringify(call))) throw new Error("a call could not be written down");
}

play();
