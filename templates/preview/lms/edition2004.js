import { SCORM2004 } from "../../runtime/contract.js";
import { element } from "./elements.js";

const NUMBER = /^-?\d+(\.\d+)?$/;
const SPAN = /^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/;
const ID = /^\S{1,4000}$/;
const COMPLETION = /^(completed|incomplete|not attempted|unknown)$/;
const SUCCESS = /^(passed|failed|unknown)$/;

/**
 * SCORM 2004, 4th Edition, Run-Time Environment 4.2: the data model as far as courses use it.
 * @type {import("./elements.js").Edition}
 */
export const edition2004 = {
  property: "API_1484_11",
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
  errors: {
    general: "391",
    early: "122",
    late: "123",
    twice: "103",
    unknown: "401",
    order: "351",
    readOnly: "404",
    writeOnly: "405",
    form: "406",
    unset: "403",
  },
  limit: SCORM2004.stateLimit,
  told: {
    status: ["cmi.completion_status", "cmi.success_status"],
    score: ["cmi.score.raw"],
    location: ["cmi.location"],
    data: ["cmi.suspend_data"],
    exit: ["cmi.exit"],
    entry: ["cmi.entry"],
  },
  elements: [
    element("cmi._version", "r", undefined, "1.0"),
    element("cmi.learner_id", "r", undefined, "preview-learner"),
    element("cmi.learner_name", "r", undefined, "Preview Learner"),
    element("cmi.credit", "r", undefined, "credit"),
    element("cmi.entry", "r"),
    element("cmi.mode", "r", undefined, "normal"),
    element("cmi.location", "rw", /^[^]{0,1000}$/),
    element("cmi.completion_status", "rw", COMPLETION, "unknown"),
    element("cmi.success_status", "rw", SUCCESS, "unknown"),
    element("cmi.progress_measure", "rw", /^(0(\.\d+)?|1(\.0+)?)$/),
    element("cmi.score.scaled", "rw", /^-?(0(\.\d+)?|1(\.0+)?)$/),
    element("cmi.score.(raw|min|max)", "rw", NUMBER),
    element("cmi.total_time", "r", undefined, "PT0S"),
    element("cmi.session_time", "w", SPAN),
    element("cmi.exit", "w", /^(time-out|suspend|logout|normal|)$/),
    element("cmi.suspend_data", "rw", new RegExp(`^[^]{0,${SCORM2004.stateLimit}}$`)),
    element("cmi.(launch_data|max_time_allowed|completion_threshold|scaled_passing_score)", "r"),
    element("cmi.time_limit_action", "r", undefined, "continue,no message"),
    element("cmi.(interactions|objectives|comments_from_learner)._count", "r"),
    element("cmi.interactions.n.(objectives|correct_responses)._count", "r"),
    element("cmi.interactions.n.id", "rw", ID),
    element(
      "cmi.interactions.n.type",
      "rw",
      /^(true-false|choice|fill-in|long-fill-in|matching|performance|sequencing|likert|numeric|other)$/,
    ),
    element("cmi.interactions.n.objectives.n.id", "rw", ID),
    element("cmi.interactions.n.timestamp", "rw", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,2})?(Z|[+-]\d\d(:\d\d)?)?$/),
    element("cmi.interactions.n.correct_responses.n.pattern", "rw"),
    element("cmi.interactions.n.weighting", "rw", NUMBER),
    element("cmi.interactions.n.learner_response", "rw"),
    element("cmi.interactions.n.result", "rw", /^(correct|incorrect|unanticipated|neutral|-?\d+(\.\d+)?)$/),
    element("cmi.interactions.n.latency", "rw", SPAN),
    element("cmi.interactions.n.description", "rw", /^[^]{0,250}$/),
    element("cmi.objectives._children", "r", undefined, "id,score,success_status,completion_status,progress_measure,description"),
    element("cmi.objectives.n.id", "rw", ID),
    element("cmi.objectives.n.score.(scaled|raw|min|max)", "rw", NUMBER),
    element("cmi.objectives.n.success_status", "rw", SUCCESS, "unknown"),
    element("cmi.objectives.n.completion_status", "rw", COMPLETION, "unknown"),
    element("cmi.objectives.n.(progress_measure|description)", "rw"),
    element("cmi.comments_from_learner.n.(comment|location|timestamp)", "rw"),
    element("cmi.learner_preference.(audio_level|language|delivery_speed|audio_captioning)", "rw"),
    element("adl.nav.request", "rw", undefined, "_none_"),
  ],
};
