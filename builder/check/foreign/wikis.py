"""Signs of wikis, forums, slides and note books."""

from builder.check.foreign.sign import Sign, sign

_LOOKS = "Delete it: Satchel gives each part its looks"
_BOX = "Delete it. Begin the text with bold words, or put code between two lines of ```"

WIKIS: tuple[Sign, ...] = (
    sign(
        "Kramdown",
        "{:",
        r"\{::?[^{}\n]{0,100}?(?P<words>#[A-Za-z][\w-]{0,60})[^{}\n]{0,100}\}",
        "names a place",
        "An id stands alone in its braces, at the end of a heading: {{{words}}}",
        sure=True,
    ),
    sign(
        "Org",
        "[[",
        r"\[\[(?:file:)?(?P<name>(?:https?://|mailto:|[\w./-]+\.\w{2,4}(?=\]))[^\[\]\n]*)\]\[(?P<words>[^\[\]\n]+)\]\]",
        "is a link",
        "Write [{words}]({name})",
        "[{words}]({name})",
        sure=True,
    ),
    sign("Org", "#+", r"^#\+(?i:begin|end)_\w+[^\n]*", "begins or ends a box or a listing", _BOX, sure=True),
    sign(
        "Org",
        ":",
        r"^:(?:PROPERTIES|LOGBOOK|END|ID|CUSTOM_ID|CREATED):[^\n]*",
        "is a setting",
        "Delete it. An id stands at the end of a heading: {{#my-id}}",
        sure=True,
    ),
    sign(
        "Typst",
        "#",
        r"^#(?:set|show|let|import|include|figure|image|table|grid|pagebreak|outline|bibliography|align|text) ?[\w ]{0,30}[(\[\"“][^\n]*",
        "is an instruction",
        "Delete it. A picture is ![what one sees](images/team.png)",
        sure=True,
    ),
    sign(
        "MDX",
        "{/",
        r"\{/\*[ \t]{0,9}(?P<words>[^\n]{0,300}?)[ \t]{0,9}\*/\}",
        "is a comment",
        "Write <!-- {words} -->",
        "<!-- {words} -->",
        sure=True,
    ),
    sign(
        "forums",
        "url",
        r"\[url=(?P<name>[^\[\]\n]+)\](?P<words>[^\[\]\n]+)\[/url\]",
        "is a link",
        "Write [{words}]({name})",
        sure=True,
    ),
    sign("forums", "url", r"\[url\]\uffff+\]", "is a link", "Write [words](address)", sure=True),
    sign(
        "forums",
        "img",
        r"\[img[^\[\]\n]*\](?:\uffff+|[^\[\]\n]*\[/img)\]",
        "shows a picture",
        "Write ![what one sees](images/team.png)",
        sure=True,
    ),
    sign(
        "Textile", ":", r"\"(?P<words>[^\"\n]+)\":(?P<name>\uffff+)", "is a link", "Write [{words}]({name})", sure=True
    ),
    sign("Textile", "bq. ", r"^bq\. (?=\S)", "begins a quotation", "Write > in its place", sure=True),
    sign(
        "Jira and Confluence",
        "{",
        r"\{(?:colou?r|panel|expand|status):[^{}\n]*\}|(?<=[^\s{}])\{(?:colou?r|panel|noformat)\}|\{(?:panel|noformat)\}(?=\S)|^\{(?:panel|noformat|code|quote|info|warning|tip)\}$",
        "is about looks",
        _LOOKS,
        sure=True,
    ),
    sign(
        "MediaWiki",
        "|",
        r"^(?:\{\|[^\n]*|\|\}|\|-+)$",
        "begins or ends a table or a row",
        "Delete it, and write each row so: | Stage | Led by | . Below the row that names the columns, put: | --- | --- |",
        sure=True,
    ),
    sign(
        "MediaWiki",
        "‘‘",
        r"(?<!')(?:'''(?P<words>[^'\n]+)'''|''(?P<name>[^'\n]+)'')(?!')",
        "makes words bold or italic",
        "Write **words** for bold, and *words* for italic",
        sure=True,
        others=("''",),
    ),
    sign(
        "MediaWiki and Org",
        "** ",
        r"^\*{2,6} (?!p ?[<=>])(?=[^*\n]+$)",
        "begins an inner entry of a list, or a heading",
        "Indent an inner entry by two spaces, and begin it with a dash: - words. A heading is ## words",
    ),
    sign(
        "Obsidian",
        "] ",
        r"^\[[-/>?!]\] (?=\S)",
        "marks a thing to do",
        "Leave the box out: a dash and the words",
        sure=True,
    ),
    sign(
        "Logseq and Obsidian",
        ":: ",
        r"^(?:tags?|alias(?:es)?|type|status|title|id|public|icon|collapsed|created|updated|author|date|template|source):: \S[^\n]*",
        "is a setting",
        "Delete it. Settings stand in course.yml, or between two lines --- above the module",
    ),
    sign(
        "Logseq", "((", r"\(\([0-9a-f]{8}-[0-9a-f-]{13,27}\)\)", "repeats other words", "Write these words", sure=True
    ),
    sign(
        "slides in markdown",
        "class: ",
        r"^class: (?:center|middle|inverse|left|right|top|bottom)[\w, -]*$",
        "is about looks",
        _LOOKS,
        sure=True,
    ),
    sign("slides in markdown", "???", r"^\?\?\?$", "begins notes for the speaker", "Delete it, with the notes"),
)
