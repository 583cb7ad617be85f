import { record } from "../components/record/record.js";
import { READY } from "../runtime/record/ready.js";

// Hands the record of learning over to the page, which waits for it.
window.dispatchEvent(new CustomEvent(READY, { detail: record }));
