/**
 * Makes the scripts and the style sheet that courses and the preview carry, from their sources in templates/.
 *
 *     node bundle.mjs              writes templates/bundles/ (`make bundle`)
 *     node bundle.mjs --out DIR    writes the same files into DIR; with names behind it, these bundles alone
 *     node bundle.mjs --sizes      writes nothing; prints how many bytes of each bundle come from each source, as JSON
 *
 * The bundles are committed, so that a course is built without Node. `sources.json` beside them holds the SHA-256 of each
 * source: a test finds a bundle that is older than its sources, and says so. It holds that of each bundle as well.
 */
import { build, transform, version } from "esbuild";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { minify } from "terser";

const ROOT = fileURLToPath(new URL(".", import.meta.url));
const TEMPLATES = "templates";

/** Bundle -> the source that it begins with. */
const ENTRIES = {
  scorm12: "start/scorm12.js",
  scorm2004: "start/scorm2004.js",
  web: "start/web.js",
  record: "start/record.js",
  film: "start/film.js",
  course: "styles/course.css",
  brand: "components/brand/brand.css",
  "cover-picture": "components/cover/cover-picture.css",
  "preview-page": "preview/page.js",
  "preview-lms": "preview/lms.js",
  "preview-faults": "preview/faults.js",
};

/**
 * The oldest browsers that have what the sources use: `structuredClone` (Chrome 98, Firefox 94) and lookbehind (Safari
 * 16.4). esbuild then writes nothing that is newer, in scripts or in the style sheet.
 */
const BROWSERS = ["es2022", "chrome98", "firefox94", "safari16.4"];

/** What the builder knows too is written in as plain values, so that a script carries those alone that it uses. */
const contract = {
  name: "contract",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]runtime[\\/]contract\.js$/ }, async ({ path }) => {
      const values = Object.entries(await import(pathToFileURL(path).href));
      return { contents: values.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join("\n") };
    });
  },
};

/** @param {string[]} names of the bundles that are wanted; all of them where there is none */
async function bundles(names) {
  const wanted = Object.entries(ENTRIES).filter(([name]) => names.length === 0 || names.includes(name));
  const made = await build({
    absWorkingDir: ROOT,
    entryPoints: Object.fromEntries(wanted.map(([name, source]) => [name, `${TEMPLATES}/${source}`])),
    outdir: `${TEMPLATES}/bundles`,
    bundle: true,
    minify: true,
    // Browsers load no modules from file://.
    format: "iife",
    // A module is strict by itself, a classic script is not. `tsconfig.json` is for the type checker alone.
    tsconfigRaw: { compilerOptions: { alwaysStrict: true } },
    // Some servers send scripts and style sheets with another character set than the page's.
    charset: "ascii",
    legalComments: "none",
    target: BROWSERS,
    plugins: [contract],
    metafile: true,
    write: false,
    logLevel: "warning",
  });
  if (made.warnings.length > 0) process.exit(1);
  return made;
}

/** What terser calls unsafe concerns symbols and objects that become text otherwise than usual, functions that are
 * constructors, and whole numbers beyond 2^53. We have none, and read no property for what reading it does (`pure_getters`).
 * What an LMS gives becomes text where a failure is caught (`runtime/lms/calls.js`). It writes `name + "--end"` in place of a
 * template, which gzip packs better. */
const COMPRESS = { passes: 2, pure_getters: true, lhs_constants: false, unsafe: true, unsafe_arrows: true, unsafe_math: true, unsafe_methods: true };

/**
 * Methods and functions of ours, and the letter by which all bundles call each: a page hands its own to the scripts of films
 * and of the record, so a letter never changes. No name of data is there (`tests/runtime/short-names.test.mjs`): what a
 * page or a state holds keeps its name for ever.
 */
const SHORT_NAMES = JSON.parse(readFileSync(join(ROOT, "templates/runtime/short-names.json"), "utf8"));

/** esbuild keeps the space before the value of a custom property, which is no part of it (CSS Custom Properties 1, 2). */
const VALUE = /(?<=[{;])(--[\w-]+:) (?=\S)/g;

/**
 * terser gives the names that a script uses most the letters that gzip packs best; esbuild's own are 4 % longer. Once more
 * through both, the names that compressing has freed are given too: that is 0.1 %.
 */
async function shorter(path, text) {
  if (!path.endsWith(".js")) return text.replace(VALUE, "$1");
  const options = { ecma: 2020, format: { ascii_only: true } };
  const properties = { regex: new RegExp(`^(?:${Object.keys(SHORT_NAMES).join("|")})$`) };
  const nameCache = { props: { props: Object.fromEntries(Object.entries(SHORT_NAMES).map(([name, short]) => [`$${name}`, short])) } };
  const { code } = await minify(text, { ...options, compress: COMPRESS, mangle: { properties }, nameCache });
  const again = await transform(code, { minify: true, target: BROWSERS, charset: "ascii", legalComments: "none" });
  const named = await minify(again.code, { ...options, compress: false });
  return `${named.code}\n`;
}

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/**
 * @param {Record<string, unknown>} inputs of the metafile
 * @param {Record<string, string>} bundles name of each file -> its text
 */
function sourcesJson(inputs, bundles) {
  const digest = (path) => sha256(readFileSync(join(ROOT, path), "utf8").replaceAll("\r\n", "\n"));
  const paths = [...Object.keys(inputs), "builder/model/contract/contract.json", "templates/runtime/short-names.json", "bundle.mjs"].sort();
  const sources = Object.fromEntries(paths.map((path) => [path, digest(path)]));
  const made = Object.fromEntries(Object.keys(bundles).sort().map((name) => [name, sha256(bundles[name])]));
  return `${JSON.stringify({ esbuild: version, bundles: made, sources }, null, 1)}\n`;
}

/** @param {import("esbuild").Metafile["outputs"]} outputs */
function sizesJson(outputs) {
  const sizes = Object.entries(outputs).map(([path, { inputs }]) => [
    basename(path),
    Object.fromEntries(Object.entries(inputs).map(([source, { bytesInOutput }]) => [source, bytesInOutput])),
  ]);
  return JSON.stringify(Object.fromEntries(sizes));
}

const OWN = join(ROOT, TEMPLATES, "bundles");
const [option, folder = OWN, ...names] = process.argv.slice(2);
const { outputFiles, metafile } = await bundles(names);
if (option === "--sizes") {
  console.log(sizesJson(metafile.outputs));
} else {
  // A bundle that is made no more goes; nothing of anybody else's does.
  if (folder === OWN) rmSync(OWN, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const texts = {};
  for (const { path, text } of outputFiles) texts[basename(path)] = await shorter(path, text);
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "sources.json"), sourcesJson(metafile.inputs, texts));
}
