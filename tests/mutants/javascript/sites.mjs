/**
 * Every place of JavaScript files where something is changed, and how, as JSON.
 *
 *     node tests/mutants/javascript/sites.mjs FILE ...
 *
 * Left out, because nobody can notice: imports and exports, names of properties, comments, and what is thrown.
 */
import { readFileSync } from "node:fs";
import { parse } from "acorn";

const OTHER = {
  "<": "<=", "<=": "<", ">": ">=", ">=": ">",
  "===": "!==", "!==": "===", "==": "!=", "!=": "==",
  "+": "-", "-": "+", "*": "/", "/": "*", "%": "*",
  "&": "|", "|": "&", "<<": ">>", ">>": "<<", ">>>": "<<", "^": "&",
  "&&": "||", "||": "&&", "??": "&&",
  "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=", "|=": "&=", "&=": "|=", "??=": "=",
  "++": "--", "--": "++",
};
const DROPPED = new Set(["CallExpression", "AssignmentExpression", "UpdateExpression", "AwaitExpression", "ChainExpression"]);
const SHORT = 70;

/** A pattern with one quantifier or anchor changed, once for each; signs in classes and after a backslash are left. */
function* changedPatterns(/** @type {string} */ pattern) {
  const other = { "+": "*", "*": "+" };
  let inside = false;
  for (let index = 0; index < pattern.length; index += 1) {
    const sign = pattern[index];
    const without = pattern.slice(0, index) + pattern.slice(index + 1);
    if (sign === "\\") index += 1;
    else if (inside) inside = sign !== "]";
    else if (sign === "[") inside = true;
    else if (sign in other && index > 0) yield pattern.slice(0, index) + other[sign] + pattern.slice(index + 1);
    else if (sign === "?" && index > 0 && !"(+*?}".includes(pattern[index - 1])) yield without;
    else if ("^$".includes(sign)) yield without;
  }
}

const compiles = (/** @type {string} */ pattern, /** @type {string} */ flags) => {
  try {
    return Boolean(new RegExp(pattern, flags));
  } catch {
    return false;
  }
};

/**
 * @param {string} source
 * @returns {{ start: number, end: number, with_: string, change: string, line: number, last: number }[]}
 */
export function sitesOf(source) {
  const found = [];
  const words = (node) => source.slice(node.start, node.end);
  const short = (text) => {
    const line = text.replace(/\s+/g, " ");
    return line.length <= SHORT ? line : `${line.slice(0, SHORT / 2)}...${line.slice(-SHORT / 2)}`;
  };
  /** `shown` is what the change is about; what is replaced may be a sign of it. */
  const add = (shown, start, end, with_, change) => {
    const { start: from, end: to } = shown.loc;
    const whole = source.slice(shown.start, start) + with_ + source.slice(end, shown.end);
    found.push({ start, end, with_, change: change ?? `\`${short(words(shown))}\` -> \`${short(whole)}\``, line: from.line, last: to.line });
  };
  const replaced = (node, with_, change) => add(node, node.start, node.end, with_, change);

  /** The sign between two operands. */
  const operator = (node, left, right) => {
    const other = OTHER[node.operator];
    if (other === undefined) return;
    const at = source.indexOf(node.operator, left.end);
    // Mixed with another logical sign, `&&` wants brackets in place of `??`.
    const plain = !["&&", "||", "??"].includes(node.operator);
    if (plain) add(node, at, at + node.operator.length, other);
    else replaced(node, `(${words(left)}) ${other} (${words(right)})`);
  };

  const literal = (node) => {
    const { value, regex } = node;
    if (regex) {
      const patterns = [...changedPatterns(regex.pattern)].filter((one) => compiles(one, regex.flags));
      for (const one of patterns) replaced(node, `/${one}/${regex.flags}`);
    } else if (typeof value === "boolean") replaced(node, String(!value));
    else if (typeof value === "number") replaced(node, `(${value} + 1)`);
    else if (typeof value === "string") replaced(node, value === "" ? '"mutant"' : '""');
  };

  const each = (node) => {
    switch (node.type) {
      case "ImportDeclaration":
      case "ExportAllDeclaration":
      case "ThrowStatement":
        return;
      case "BinaryExpression":
      case "LogicalExpression":
        operator(node, node.left, node.right);
        break;
      case "AssignmentExpression":
        operator(node, node.left, node.right);
        break;
      case "UpdateExpression":
        if (node.prefix) add(node, node.start, node.start + 2, OTHER[node.operator]);
        else add(node, node.end - 2, node.end, OTHER[node.operator]);
        break;
      case "UnaryExpression":
        if (node.operator === "!") replaced(node, words(node.argument));
        if (node.operator === "-") replaced(node, words(node.argument));
        break;
      case "Literal":
        literal(node);
        return;
      case "TemplateElement":
        if (node.value.raw !== "") replaced(node, "", `\`${short(node.value.raw)}\` -> nothing, in a template`);
        return;
      case "ExpressionStatement":
        if (DROPPED.has(node.expression.type)) replaced(node, ";", `drop \`${short(words(node))}\``);
        break;
      case "BreakStatement":
      case "ContinueStatement":
        if (!node.label) replaced(node, ";", `drop \`${words(node)}\``);
        return;
      case "ReturnStatement":
        if (node.argument && !["Literal", "Identifier"].includes(node.argument.type)) {
          replaced(node, "return undefined;", `return nothing for \`${short(words(node.argument))}\``);
        } else if (!node.argument) replaced(node, ";", "drop `return`");
        break;
      case "ArrowFunctionExpression":
        if (node.expression && node.body.type !== "Literal") replaced(node.body, "undefined", `give nothing for \`${short(words(node.body))}\``);
        break;
      case "IfStatement":
      case "WhileStatement":
      case "ConditionalExpression":
        if (!["BinaryExpression", "UnaryExpression"].includes(node.test.type)) replaced(node.test, `!(${words(node.test)})`);
        break;
      case "MemberExpression":
      case "CallExpression":
        if (node.optional) optional(node);
        break;
    }
    inside(node);
  };

  /** `a?.b` -> `a.b` */
  const optional = (node) => {
    const left = node.object ?? node.callee;
    const at = source.indexOf("?.", left.end);
    const dot = node.type === "MemberExpression" && !node.computed ? "." : "";
    add(node, at, at + 2, dot);
  };

  const inside = (node) => {
    for (const [field, value] of Object.entries(node)) {
      if (field === "loc" || (field === "key" && !node.computed) || (field === "property" && !node.computed)) continue;
      if (Array.isArray(value)) value.filter((one) => one?.type).forEach(each);
      else if (value?.type) each(value);
    }
  };

  each(parse(source, { ecmaVersion: "latest", sourceType: "module", locations: true }));
  return found;
}

const files = process.argv.slice(2);
console.log(JSON.stringify(Object.fromEntries(files.map((file) => [file, sitesOf(readFileSync(file, "utf8"))]))));
