import { launch } from "./launch.js";
import { scorm12 } from "../runtime/lms/scorm12.js";
import { scorm2004 } from "../runtime/lms/scorm2004.js";
import { scormDestination } from "../runtime/lms/destination.js";

// Starts the run-time of a SCORM 1.2 package.
launch(scormDestination([scorm12, scorm2004]));
