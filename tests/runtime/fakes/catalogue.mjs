/** The English texts of the page, as the builder reads them: those of `templates/strings`, and those that components bring. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const TEMPLATES = new URL("../../../templates/", import.meta.url);
const read = (/** @type {URL} */ file) => JSON.parse(readFileSync(file, "utf8"));
const own = readdirSync(new URL("components/", TEMPLATES))
  .map((name) => ({ name, file: new URL(`components/${name}/strings.json`, TEMPLATES) }))
  .filter(({ file }) => existsSync(file))
  .flatMap(({ name, file }) => Object.entries(read(file)).map(([key, text]) => [`${name}.${key}`, text.en]))
  .filter(([, text]) => text);

/** @type {Record<string, string>} key -> text */
export const catalogue = { ...read(new URL("strings/en.json", TEMPLATES)), ...Object.fromEntries(own) };
