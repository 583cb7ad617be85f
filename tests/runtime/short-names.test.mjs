import { parse } from "acorn";
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const templates = new URL("../../templates/", import.meta.url);
const letters = JSON.parse(readFileSync(new URL("runtime/short-names.json", templates), "utf8"));
const names = Object.keys(letters);
const files = (folder, ending) => readdirSync(folder, { recursive: true }).filter((path) => path.endsWith(ending)).map((path) => readFileSync(new URL(path, folder), "utf8"));
const scripts = readdirSync(templates, { recursive: true })
  .filter((path) => path.endsWith(".js") && !path.startsWith("bundles"))
  .map((path) => readFileSync(new URL(path, templates), "utf8"));

const isFunction = (value) => /Function/.test(value?.type);
const parts = (node) => Object.values(node).flat().filter((part) => typeof part?.type === "string");

/** What a script gives each name: `code` where it is a method or a function, `data` where it is anything else; `read` are all it asks for. */
function uses(script) {
  const found = { code: new Set(), data: new Set(), read: new Set() };
  const give = (name, code) => found[code ? "code" : "data"].add(name);
  const giveKey = (key, code) => key.type === "PrivateIdentifier" || give(key.name, code);
  const functions = new Set();
  const all = [];
  const walk = (node) => (all.push(node), parts(node).forEach(walk));
  walk(parse(script, { ecmaVersion: "latest", sourceType: "module" }));
  for (const node of all) {
    if (node.type === "FunctionDeclaration") functions.add(node.id.name);
    if (node.type === "VariableDeclarator" && isFunction(node.init)) functions.add(node.id.name);
  }
  for (const node of all) {
    if (node.type === "MemberExpression" && !node.computed) found.read.add(node.property.name);
    if ((node.type === "Property" || node.type === "PropertyDefinition") && node.key.name) found.read.add(node.key.name);
    if (node.type === "MethodDefinition") giveKey(node.key, true);
    if (node.type === "PropertyDefinition") giveKey(node.key, isFunction(node.value));
    if (node.type === "AssignmentExpression" && node.left.type === "MemberExpression") giveKey(node.left.property, isFunction(node.right));
    if (node.type === "Literal") give(node.value, false);
    if (node.type === "TemplateElement") give(node.value.cooked, false);
    if (node.type !== "ObjectExpression") continue;
    for (const { key, value, shorthand, computed } of node.properties) if (key && !computed) give(key.name, isFunction(value) || (shorthand && functions.has(key.name)));
  }
  return found;
}

/** The names that are not safe: `[name, why]`. */
function unsafe(names, scripts) {
  const every = scripts.map(uses);
  return names.flatMap((name) => [
    ...(every.some(({ data }) => data.has(name)) ? [[name, "a word, a field or a value somewhere"]] : []),
    ...(every.some(({ code }) => code.has(name)) ? [] : [[name, "no method or function of ours"]]),
  ]);
}

test("a shortened name is a method or a function wherever it is given, and never a field that could be kept", () => {
  assert.deepEqual(unsafe(names, scripts), []);
});

test("each has a letter of its own, which no field has", () => {
  const given = Object.values(letters);
  const every = scripts.map(uses).flatMap(({ code, read }) => [...code, ...read]);
  assert.deepEqual(given.filter((letter, at) => given.indexOf(letter) !== at || every.includes(letter)), []);
});

test("a field, a word in quotes and a name that nobody has are found", () => {
  const found = unsafe(["a", "b", "c", "d", "e", "f"], ['class K { a() {} b = 1; }', 'x.c = 1; y = { d: 2, f() {} }; z("a")', "const e = () => 1; w = { e }"]);
  assert.deepEqual(found.map(([name]) => name), ["a", "b", "b", "c", "c", "d", "d"]);
});

test("a shortened name is no word of what the builder writes into a page", () => {
  const builder = [...files(new URL("../../builder/", import.meta.url), ".py"), ...files(new URL("../../builder/", import.meta.url), ".json"), ...files(templates, ".html")];
  const words = new Set(builder.flatMap((text) => [...text.matchAll(/["'](\w+)["']/g)].map(([, word]) => word)));
  assert.ok(words.has("completion"));
  assert.deepEqual(names.filter((name) => words.has(name)), []);
});
