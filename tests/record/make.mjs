// Makes the Word document, or the text, of a paper: `node make.mjs docx < paper.json > file`.
import { readFileSync } from "node:fs";
import { docx } from "../../templates/runtime/record/docx.js";
import { plainText } from "../../templates/runtime/record/text.js";

const paper = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(process.argv[2] === "docx" ? docx(paper) : plainText(paper));
