import { checklist } from "../components/checklist/checklist.js";
import { choice } from "../components/choice/choice.js";
import { declare } from "../components/declare/declare.js";
import { fill } from "../components/fill/fill.js";
import { handIn } from "../components/hand-in/hand-in.js";
import { match } from "../components/match/match.js";
import { number } from "../components/number/number.js";
import { order } from "../components/order/order.js";
import { reflect } from "../components/reflect/reflect.js";
import { scale } from "../components/scale/scale.js";
import { scene } from "../components/scene/scene.js";
import { survey, surveyed } from "../components/survey/survey.js";

/**
 * What brings each part of the page to life that does more than stand there, by what the page calls it (`data-kind`).
 * @type {Record<string, import("../runtime/page/workbench.js").Kind>}
 */
export const KINDS = { choice, "true-false": choice, order, match, sort: match, fill, number, scale, survey, "survey-one": surveyed, "survey-several": surveyed, reflect, checklist, declare, scene, "hand-in": handIn };
