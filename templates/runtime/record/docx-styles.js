/**
 * The look of the Word document, in Word's own names for styles: its outline, its navigation and a screen reader's list
 * of headings hang on them. Sizes are in half points, spaces in twentieths of a point.
 *
 * @typedef {object} Style
 * @property {string} [name] as Word calls it, where that is not its id
 * @property {string} paragraph properties of a paragraph
 * @property {string} [letters] properties of its letters
 * @property {string} [next] id of the style that follows when somebody goes on writing
 */

/** @type {Record<string, Style>} */
const PARAGRAPHS = {
  Normal: { paragraph: spaced(0, 140) },
  Title: { paragraph: spaced(0, 200), letters: '<w:sz w:val="44"/>', next: "Normal" },
  Heading1: { name: "heading 1", paragraph: kept(480, 120, 0), letters: '<w:b/><w:sz w:val="30"/>', next: "Normal" },
  Heading2: { name: "heading 2", paragraph: kept(280, 80, 1), letters: '<w:b/><w:sz w:val="24"/>', next: "Normal" },
  Note: { paragraph: spaced(0, 100), letters: '<w:color w:val="474E57"/><w:sz w:val="20"/>', next: "Normal" },
  TableWords: { name: "Table words", paragraph: spaced(40, 40), letters: '<w:sz w:val="21"/>' },
  TableHead: { name: "Table head", paragraph: `<w:keepNext/>${spaced(40, 40)}`, letters: '<w:b/><w:sz w:val="21"/>' },
  Footer: { name: "footer", paragraph: `<w:tabs><w:tab w:val="right" w:pos="9298"/></w:tabs>${spaced(0, 0)}`, letters: '<w:color w:val="474E57"/><w:sz w:val="18"/>' },
};

/**
 * @param {string} language BCP 47 tag of the document
 * @param {string} leftward whether it runs from right to left, or ""
 * @returns {string} content of `w:styles`
 */
export function styles(language, leftward) {
  const face = "Cambria";
  const letters =
    `<w:rFonts w:ascii="${face}" w:hAnsi="${face}"/>${inEveryScript('<w:sz w:val="23"/>')}` +
    `<w:lang w:val="${language}"${leftward ? ` w:bidi="${language}"` : ""}/>`;
  const defaults =
    `<w:docDefaults><w:rPrDefault><w:rPr>${letters}</w:rPr></w:rPrDefault>` +
    "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>";
  return defaults + Object.entries(PARAGRAPHS).map(paragraphStyle).join("") + ROWS;
}

/** @param {[id: string, style: Style]} entry */
function paragraphStyle([id, { name = id, paragraph, letters = "", next = "" }]) {
  const usual = id === "Normal" ? ' w:default="1"' : "";
  const based = id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>';
  const following = next && `<w:next w:val="${next}"/>`;
  return (
    `<w:style w:type="paragraph"${usual} w:styleId="${id}"><w:name w:val="${name}"/>${based}${following}<w:qFormat/>` +
    `<w:pPr>${paragraph}</w:pPr><w:rPr>${inEveryScript(letters)}</w:rPr></w:style>`
  );
}

/** @type {(letters: string) => string} Word keeps weight and size of Arabic, Hebrew and the like in properties of their own */
const inEveryScript = (letters) => letters.replace(/<w:(b|sz)\b([^>]*)>/g, "$&<w:$1Cs$2>");

/** @type {(before: number, after: number) => string} */
function spaced(before, after) {
  return `<w:spacing w:before="${before}" w:after="${after}" w:line="288" w:lineRule="auto"/>`;
}

/** @type {(before: number, after: number, level: number) => string} never alone at the foot of a page */
function kept(before, after, level) {
  return `<w:keepNext/><w:keepLines/>${spaced(before, after)}<w:outlineLvl w:val="${level}"/>`;
}

const RULES = ["top", "bottom", "insideH"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="7B7566"/>`)
  .join("");

const ROWS =
  '<w:style w:type="table" w:styleId="Rows"><w:name w:val="Rows"/><w:tblPr>' +
  `<w:tblBorders>${RULES}</w:tblBorders><w:tblCellMar><w:left w:w="0" w:type="dxa"/>` +
  '<w:right w:w="160" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';
