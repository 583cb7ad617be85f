import { styles } from "./docx-styles.js";
import { languageOf, paragraphs, wordsOf } from "./paper.js";
import { spokenParts } from "../missing-words.js";
import { zip } from "./zip.js";

/** @typedef {import("./paper.js").Block} Block */
/** @typedef {import("./paper.js").Paper} Paper */
/** @typedef {import("./paper.js").Said} Said */
/** @typedef {import("./paper.js").Table} Table */

const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const SETTINGS = "http://schemas.microsoft.com/office/word";
const CORE = `${PACKAGE}/relationships/metadata/core-properties`;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Width of the text and of every column but the first, in twentieths of a point: words are longer than dates and marks. */
const TEXT = 9298;
const COLUMN = 2400;

export const DOCX_TYPE = `${WORD}.document`;

/**
 * A Word document (ECMA-376, WordprocessingML): true headings, its title and language where assistive technology and
 * Word's own checks look for them, tables with a head that is repeated, page numbers.
 * @param {Paper} paper
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function docx(paper) {
  const body = [styled("Title", paper.title), ...paper.blocks.map(blockXml)].join("");
  const turned = turnedBy(paper.title, "bidi");
  const section =
    `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>` +
    `<w:pgMar w:top="1247" w:right="1304" w:bottom="1247" w:left="1304" w:header="680" w:footer="680" w:gutter="0"/>${turned}</w:sectPr>`;
  const parts = {
    "[Content_Types].xml": contentTypes(),
    "_rels/.rels": relations([`${OFFICE}/officeDocument`, "word/document.xml"], [CORE, "docProps/core.xml"]),
    "docProps/core.xml": core(paper),
    "word/document.xml": part("document", `<w:body>${body}${section}</w:body>`),
    "word/_rels/document.xml.rels": relations(
      [`${OFFICE}/styles`, "styles.xml"],
      [`${OFFICE}/settings`, "settings.xml"],
      [`${OFFICE}/footer`, "footer1.xml"],
    ),
    "word/styles.xml": part("styles", styles(paper.language, turned)),
    // Without it Word opens the file as one of 2007, in its compatibility mode.
    "word/settings.xml": part("settings", `<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="${SETTINGS}" w:val="15"/></w:compat>`),
    "word/footer1.xml": part("ftr", `<w:p><w:pPr><w:pStyle w:val="Footer"/>${turned}</w:pPr>${run(paper.title, "")}<w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>`),
  };
  const encoder = new TextEncoder();
  return zip(Object.entries(parts).map(([name, xml]) => ({ name, bytes: encoder.encode(HEAD + xml) })));
}

/**
 * @param {Block} block
 * @returns {string}
 */
function blockXml(block) {
  if (block.kind === "heading") return styled(`Heading${block.level}`, block.words);
  if (block.kind === "table") return tableXml(block);
  const style = block.quiet ? "Note" : "Normal";
  return paragraphs(block.words).map((line) => styled(style, line)).join("");
}

/** @param {Table} table */
function tableXml({ head, rows }) {
  const widths = head.map((_, column) => (column === 0 ? TEXT - COLUMN * (head.length - 1) : COLUMN));
  const row = (/** @type {(Said | Said[])[]} */ cells, /** @type {string} */ style, /** @type {string} */ more) =>
    `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${cells.map((words, column) => `<w:tc><w:tcPr><w:tcW w:w="${widths[column]}" w:type="dxa"/></w:tcPr>${styled(style, words)}</w:tc>`).join("")}</w:tr>`;
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const all = [row(head, "TableHead", "<w:tblHeader/>"), ...rows.map((cells) => row(cells, "TableWords", ""))].join("");
  const mirrored = turnedBy(wordsOf(head.flat()), "bidiVisual");
  const properties = `<w:tblPr><w:tblStyle w:val="Rows"/>${mirrored}<w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="0620" w:firstRow="1"/></w:tblPr>`;
  // Word asks for a paragraph between a table and whatever follows it.
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${all}</w:tbl>${styled("TableWords", "")}`;
}

/** @type {(style: string, said: Said | Said[]) => string} a paragraph runs as its first letter does, whoever wrote it */
function styled(style, said) {
  const all = wordsOf(said);
  const runs = [said].flat().flatMap((one) => (typeof one === "string" ? spokenParts(one) : one));
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${turnedBy(all, "bidi")}</w:pPr>${runs.map((one) => run(one, all)).join("")}</w:p>`;
}

/** Words whose first letter is of a script that is written from right to left. */
const LEFTWARD = /^\P{L}*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** @type {(words: string, name: string) => string} the property of that name where words run from right to left */
const turnedBy = (words, name) => (LEFTWARD.test(words) ? `<w:${name}/>` : "");

/** @type {(said: Said, all: string) => string} signs and figures alone run as the words around them */
function run(said, all) {
  const words = wordsOf(said);
  const language = escaped(languageOf(said));
  const turned = turnedBy(words + all, "rtl");
  const named = language && `<w:lang w:val="${language}"${turned ? ` w:bidi="${language}"` : ""}/>`;
  const properties = turned + named;
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;
}

/**
 * @param {string} words
 * @returns {string} as XML 1.0 can hold it: one character that it cannot hold would make the whole file unreadable
 */
function escaped(words) {
  return words
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, " ")
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** @type {(name: string, content: string) => string} */
const part = (name, content) => `<w:${name} xmlns:w="${MAIN}" xmlns:r="${OFFICE}">${content}</w:${name}>`;

/** @param {Paper} paper */
function core({ title, language }) {
  const names = `xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`;
  const facts = `<dc:title>${escaped(title)}</dc:title><dc:language>${escaped(language)}</dc:language>`;
  return `<cp:coreProperties ${names}>${facts}</cp:coreProperties>`;
}

/** @param {[type: string, target: string][]} listed their ids are `rId1`, `rId2` and so on */
function relations(...listed) {
  const entries = listed.map(([type, target], place) => `<Relationship Id="rId${place + 1}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join("")}</Relationships>`;
}

function contentTypes() {
  const parts = { document: "document.main", styles: "styles", settings: "settings", footer1: "footer" };
  const overrides = Object.entries(parts).map(
    ([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${WORD}.${type}+xml"/>`,
  );
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>' +
    `${overrides.join("")}</Types>`
  );
}
