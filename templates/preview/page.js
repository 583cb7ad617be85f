import { follow } from "./events.js";
import { Panel } from "./panel.js";
import { keepPlace, restorePlace } from "./place.js";

// Beside the course as a learner opens it by herself: what is wrong, and the page anew whenever the course changes.
const mine = document.querySelector("script[data-shown]")?.getAttribute("data-shown");
const panel = new Panel(document);
restorePlace(window);
follow({
  edition(edition) {
    // After a restart the server may have no course without errors; what stands here is the last one.
    if (edition.shown === "" || edition.shown === mine) return panel.show(edition);
    keepPlace(window);
    window.location.reload();
  },
  lost: () => panel.lost(),
});
