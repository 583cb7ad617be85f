import { SCORM12 } from "../../runtime/contract.js";
import { element } from "./elements.js";

const NUMBER = /^$|^-?\d{1,3}(\.\d+)?$/;
const SPAN = /^\d{2,4}:\d\d:\d\d(\.\d{1,2})?$/;
const ID = /^[\w.:/-]{1,255}$/;

/**
 * SCORM 1.2, Run-Time Environment 3.4: the data model as far as courses use it.
 * @type {import("./elements.js").Edition}
 */
export const edition12 = {
  property: "API",
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
  errors: {
    general: "101",
    early: "301",
    late: "301",
    twice: "101",
    unknown: "401",
    order: "201",
    readOnly: "403",
    writeOnly: "404",
    form: "405",
    unset: "0",
  },
  limit: SCORM12.stateLimit,
  told: {
    status: ["cmi.core.lesson_status"],
    score: ["cmi.core.score.raw"],
    location: ["cmi.core.lesson_location"],
    data: ["cmi.suspend_data"],
    exit: ["cmi.core.exit"],
    entry: ["cmi.core.entry"],
  },
  elements: [
    element("cmi._version", "r", undefined, "3.4"),
    element("cmi.core.student_id", "r", undefined, "preview-learner"),
    element("cmi.core.student_name", "r", undefined, "Learner, Preview"),
    element("cmi.core.credit", "r", undefined, "credit"),
    element("cmi.core.entry", "r"),
    element("cmi.core.lesson_mode", "r", undefined, "normal"),
    element("cmi.core.lesson_location", "rw", /^[^]{0,255}$/),
    element("cmi.core.lesson_status", "rw", /^(passed|completed|failed|incomplete|browsed)$/, "not attempted"),
    element("cmi.core.score.(raw|min|max)", "rw", NUMBER),
    element("cmi.core.total_time", "r", undefined, "0000:00:00"),
    element("cmi.core.session_time", "w", SPAN),
    element("cmi.core.exit", "w", /^(time-out|suspend|logout|)$/),
    element("cmi.suspend_data", "rw", new RegExp(`^[^]{0,${SCORM12.stateLimit}}$`)),
    element("cmi.launch_data", "r"),
    element("cmi.comments", "rw", /^[^]{0,4096}$/),
    element("cmi.comments_from_lms", "r"),
    element("cmi.student_data.(mastery_score|max_time_allowed|time_limit_action)", "r"),
    element("cmi.(interactions|objectives)._count", "r"),
    element("cmi.interactions.n.id", "w", ID),
    element("cmi.interactions.n.objectives.n.id", "w", ID),
    element("cmi.interactions.n.time", "w", /^\d\d:\d\d:\d\d(\.\d{1,2})?$/),
    element(
      "cmi.interactions.n.type",
      "w",
      /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/,
    ),
    element("cmi.interactions.n.correct_responses.n.pattern", "w", /^[^]{0,255}$/),
    element("cmi.interactions.n.weighting", "w", NUMBER),
    element("cmi.interactions.n.student_response", "w", /^[^]{0,255}$/),
    element("cmi.interactions.n.result", "w", /^(correct|wrong|unanticipated|neutral|-?\d+(\.\d+)?)$/),
    element("cmi.interactions.n.latency", "w", SPAN),
    element("cmi.objectives._children", "r", undefined, "id,score,status"),
    element("cmi.objectives.n.id", "rw", ID),
    element("cmi.objectives.n.score.(raw|min|max)", "rw", NUMBER),
    element("cmi.objectives.n.status", "rw", /^(passed|completed|failed|incomplete|browsed|not attempted)$/),
  ],
};
