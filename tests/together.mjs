/**
 * Runs files of tests in one Node: `node tests/together.mjs FILE ...`. A process for each file would read the run-time
 * anew each time, and take twice as long.
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

for (const file of process.argv.slice(2)) await import(pathToFileURL(resolve(file)).href);
