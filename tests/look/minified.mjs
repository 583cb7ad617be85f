/** Prints sources as esbuild minifies each by itself: an object of path -> text. */
import { transformSync } from "esbuild";
import { readFileSync } from "node:fs";

const minified = (path) => transformSync(readFileSync(path, "utf8"), { minify: true, loader: path.split(".").at(-1) }).code;
console.log(JSON.stringify(Object.fromEntries(process.argv.slice(2).map((path) => [path, minified(path)]))));
