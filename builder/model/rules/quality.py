"""Rules on quality: what a person would improve, and what keeps the report honest."""

from builder.model.diagnostics import Severity
from builder.model.rules.rule import Rule

_E = Severity.ERROR
_W = Severity.WARNING
_I = Severity.INFO

RULES = (
    Rule(
        "STR-028", _W, "A suppression names a rule, gives a reason, and suppresses a warning.",
        "One without a reason hides a barrier from whoever comes next; one that does nothing hides the next fault.",
        "<!-- a11y-ok W04 -->\n## Watch: The stages",
        "<!-- a11y-ok W04: a talking head, nothing else is shown -->\n## Watch: The stages",
        "ATAG 2.0 B.4.1.2",
    ),
    Rule(
        "STR-030", _E, "Every row of a table has as many cells as its head.",
        "A cell too many is lost, and one too few puts the next words under the wrong heading.",
        "| Stage | Number |\n|---|---|\n| Growing | 5 | late |",
        "| Stage | Number |\n|---|---|\n| Growing | 5 |",
        "WCAG 2.2 1.3.1",
    ),
    Rule(
        "STR-031", _E, "No sign of the format is left in what a learner reads.",
        "Brackets, braces and hashes in a sentence are a question, an id or a heading that went wrong.",
        "What is right? [x] Partnership",
        "## Quiz: What is right?\n- [x] Partnership\n- [ ] Speed",
    ),
    Rule(
        "STR-032", _E, "Options and headings are not indented so far that they become code.",
        "The learner would see the source of a question in place of the question.",
        "Think of the film.\n\n    ## Next steps",
        "Think of the film.\n\n## Next steps",
        "CommonMark 4.4",
    ),
    Rule(
        "STR-043", _W, "No words of a setting are cut off by a # sign, or stand between curly quotes.",
        "YAML takes what stands behind a space and a # for a comment: the learner would read half of the title. "
        "Curly quotes are no quotes to it: the learner would read them too.",
        "title: Our work # the first year",
        'title: "Our work # the first year"',
        "YAML 1.2, 6.6",
    ),
    Rule(
        "QUE-021", _W, "Feedback begins with >.",
        "Without it the feedback is part of the option, and tells every learner whether the option is right.",
        "- [x] Time\n  Yes. Trust grows with it.\n- [ ] Haste",
        "- [x] Time\n  > Yes. Trust grows with it.\n- [ ] Haste",
    ),
    Rule(
        "WEB-030", _W, "Every word of the source is in the page.",
        "A sentence that got lost on the way is missed by nobody but the learner. This is a fault of Satchel, not yours: please report it.",
        "a paragraph of a module that the finished page lacks",
        "a page with every paragraph of the module",
        "ATAG 2.0 B.1.2",
    ),
    Rule(
        "A08", _E, "Captions belong to their film: they end with it, and leave no half of it without any.",
        "Captions of another cut leave a learner who cannot hear without half of what is said.",
        "a caption at 00:05:00.000 below a film of two minutes",
        "captions that end when the film does",
        "WCAG 2.2 1.2.2",
    ),
    Rule(
        "W01", _W, "What looks like a heading is a heading.",
        "A learner who moves by headings, or listens, passes over a bold line.",
        "**Next steps**\n\nTalk with your team.",
        "## Next steps\n\nTalk with your team.",
        "WCAG 2.2 1.3.1",
    ),
    Rule(
        "W02", _W, "The words in place of a picture are short, and not those of its caption.",
        "They are read in one breath, without going back; a caption would be heard twice.",
        '![Our team](images/team.png "Our team")',
        '![Five people around a table](images/team.png "Our team")',
        "WCAG 2.2 1.1.1",
    ),
    Rule(
        "W03", _W, "Nothing is named by its colour, shape or place alone.",
        "It means nothing to who listens, sees no colours, or reads on a phone, where all is in one column.",
        "Read the green box on the right.",
        "Read the box “Next steps”.",
        "WCAG 2.2 1.3.3, 1.4.1",
    ),
    Rule(
        "W05", _W, "Captions can be read in the time they are shown, and begin when their words do.",
        "Long lines cover the picture, and fast ones are gone before they are read. Captions that come late or early put words "
        "into the wrong mouth. Whether they do is told by satchel check --films.",
        "00:00:01.000 --> 00:00:01.500\nThese processes prioritise partnership and are participation based",
        "00:00:01.000 --> 00:00:05.000\nThese processes prioritise partnership\nand are participation based",
        "WCAG 2.2 1.2.2",
    ),
    Rule(
        "W06", _W, "A transcript says what the captions say.",
        "Some learners read in place of watching, and would learn less.",
        "- transcript: media/draft-script.md",
        "- transcript: media/stages.transcript.md",
        "WCAG 2.2 1.2.3",
    ),
    Rule(
        "W07", _W, "A passage in another language is marked.",
        "A screen reader would read Welsh by the rules of English.",
        "Mae'r plant yn dysgu gyda ei gilydd.",
        "Mae'r plant yn dysgu gyda ei gilydd. {lang=cy}",
        "WCAG 2.2 3.1.2",
    ),
    Rule(
        "W08", _I, "English is plain: short sentences and paragraphs, a reading age of 14 or less.",
        "Many learners read in a second language, tired, or in a hurry. A remark only, because a course may have to keep "
        "to the words of its source, and no formula can tell a hard sentence from a long one.",
        "a sentence of forty words",
        "two sentences of twenty",
        "WCAG 2.2 3.1.5",
    ),
    Rule(
        "W09", _W, "An abbreviation is written out once.",
        "Whoever is new to the field is shut out by three letters.",
        "The PCF has nine domains.",
        "The PCF has nine domains.\n\n*[PCF]: Professional Capabilities Framework",
        "WCAG 2.2 3.1.4",
    ),
    Rule(
        "W10", _W, "Links with the same words lead to the same place.",
        "In a list of the links of a page nobody could tell them apart.",
        "[Guidance](https://www.example.org/1) and [Guidance](https://www.example.org/2)",
        "[Guidance for leaders](https://www.example.org/1) and [Guidance for teams](https://www.example.org/2)",
        "WCAG 2.2 2.4.9",
    ),
    Rule(
        "W11", _W, "A link to a file says what kind it is, and how large.",
        "On a phone or a slow network a learner decides by that whether to open it.",
        "[The plan](files/plan.pdf)",
        "[The plan (PDF, 120 KB)](files/plan.pdf)",
        "WCAG 2.2 2.4.4",
    ),
    Rule(
        "W12", _W, "Text is text, not a picture of it.",
        "A picture of text cannot be enlarged without blur, searched, translated or read out.",
        "![The four questions](images/slide-4.png)",
        "The four questions as a list",
        "WCAG 2.2 1.4.5",
    ),
    Rule(
        "W13", _W, "No option speaks of other options.",
        "Options may be met in another order, and it tests logic in place of knowledge.",
        "- [x] All of the above",
        "- [x] Partnership\n- [x] Learning",
    ),
    Rule(
        "W14", _W, "Feedback says why.",
        "A learner who was wrong knows that already; the reason is what teaches.",
        "> Wrong.",
        "> The framework begins with mobilising.",
        "WCAG 2.2 3.3.3",
    ),
    Rule(
        "W15", _W, "A film of more than ten minutes has chapters.",
        "Nobody finds a sentence again in a long film, least of all with a keyboard.",
        "- captions: media/talk.en.vtt",
        "- captions: media/talk.en.vtt\n- chapters: media/talk.chapters.vtt",
        "WCAG 2.2 2.4.5",
    ),
    Rule(
        "W16", _W, "No film flashes more than three times in a second.",
        "Flashes can cause a seizure, before anybody can look away. Told by satchel check --films, as far as small grey frames "
        "show it; saturated red is not judged.",
        "a film that flickers between black and white four times a second",
        "the same film with a slow fade, or without the passage",
        "WCAG 2.2 2.3.1",
    ),
    Rule(
        "W17", _W, "A table has no more than five columns.",
        "On a phone, or at large print, it must be pushed from side to side, and the headings are lost.",
        "| Year | Spring | Summer | Autumn | Winter | Sum |",
        "two tables, or seasons as rows",
        "WCAG 2.2 1.4.10",
    ),
    Rule(
        "W18", _W, "Sentences are not written in capitals, or in italics, throughout.",
        "Words lose their shape, and some voices spell capitals letter by letter. Titles of works may be in italics.",
        "PLEASE READ THIS BEFORE YOU START",
        "Please read this before you start",
        "WCAG 2.2 3.1.5",
    ),
    Rule(
        "W19", _W, "Emoji and drawings made of characters have words beside them.",
        "They are read out by name, one by one: party popper, party popper, party popper.",
        "🎉🎉🎉",
        "Well done 🎉",
        "WCAG 2.2 1.1.1",
    ),
    Rule(
        "W20", _W, "The text names what it means, and not where on the page it is.",
        "Above and below mean nothing on a phone, in a list of links, or to who listens.",
        "See the table below.",
        "See [Six stages](#six-stages).",
        "WCAG 2.2 1.3.3",
    ),
    Rule(
        "W31", _W, "A picture begins with an exclamation mark.",
        "Without it the learner gets a link that leaves the page for the file of the picture.",
        "[Five people around a table](images/team.png)",
        "![Five people around a table](images/team.png)",
    ),
)  # fmt: skip
