// Whether modules with short names mean the same as those they were made from.
// Reads {"pairs": [{path, before, after, imports}], "scripts": {name: text}}; prints what is wrong, a line each.
import { readFileSync } from "node:fs";
import { parse } from "acorn";
import { analyze } from "eslint-scope";

const { pairs, scripts } = JSON.parse(readFileSync(0, "utf8"));

/** Each name in its order: one of the text's own variables by where it was met first, all else by its word. */
function meanings(text) {
  const { scopes } = analyze(parse(text, { ecmaVersion: 2024, ranges: true }), { ecmaVersion: 2024, sourceType: "script" });
  const found = new Map();
  for (const scope of scopes) {
    for (const variable of scope.variables) for (const { start } of variable.identifiers) found.set(start, variable);
    for (const { identifier, resolved } of scope.references) found.set(identifier.start, resolved ?? identifier.name);
  }
  const places = new Map();
  return [...found].sort(([one], [other]) => one - other).map(([, variable]) => {
    if (typeof variable === "string") return variable;
    if (!places.has(variable)) places.set(variable, places.size);
    return places.get(variable);
  });
}

const browsers = new Set();
for (const { path, before, after, imports } of pairs) {
  const is = new Map(Object.entries(imports).map(([name, here]) => [here, name]));
  const [had, has] = [before, after].map((text) => meanings(`(function () {${text}\n})();`));
  const same = had.length === has.length && had.every((name, place) => name === (is.get(has[place]) ?? has[place]));
  if (!same) console.log(`${path}: a name stands for another variable than before`);
  for (const name of had) if (typeof name === "string" && !(name in imports)) browsers.add(name);
}
for (const [script, text] of Object.entries(scripts)) {
  for (const name of meanings(text)) {
    if (typeof name === "string" && !browsers.has(name)) console.log(`${script}: nobody declares ${name}`);
  }
}
