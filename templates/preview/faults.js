import { follow } from "./events.js";
import { sentence } from "./words.js";

// On the page that there is before there is a course: the findings, and the course once it is there.
const summary = document.querySelector("[data-summary]");
const findings = document.querySelector("[data-findings]");

follow({
  edition(edition) {
    if (edition.shown !== "") return window.location.reload();
    if (summary) summary.textContent = sentence(edition.summary);
    // Made by the same template as this page: every word in it is escaped.
    if (findings) findings.innerHTML = edition.html;
  },
  lost() {
    if (summary) summary.textContent = "The preview has stopped. Start it again: this page connects by itself.";
  },
});
