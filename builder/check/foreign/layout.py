"""Instructions to other tools: what they take in, number, list, lay out or keep to themselves."""

from builder.check.foreign.names.boxes import BOX_CLASSES
from builder.check.foreign.sign import Sign, sign

_CONTENTS = "Delete it: every course has a list of its contents"
_FRAGMENT = "To use a text in several places, put it into a file such as _help.md, and write [what it says](_help.md) alone on its line"
_FILM = "A film is a heading `## Watch: ...`, with a line [Title](media/film.mp4) below it"
_BOX = "Write it as a box: > [!NOTE] on a line of its own, and > before each line of the text"
_BOX_NAMES = r"(?:notice|alert|callout|admonition|hint|note|tip|warning|info|danger|caution|important|success)\b"
_UNKNOWN = "Delete the sign alone, and say in words what it would show: what stands between two of them stays"
_LOOKS = "Delete it: Satchel gives each part its looks"
_KEY = r"(?:alt|caption|label|name|width|height|style|class|target|rel|align|loading|title|download|float|scale|id|data-[\w-]+|[a-z]+-[a-z]+)"
_VALUE = r"(?:\"[^\"\n]*\"|“[^”\n]*”|'[^'\n]*'|[^\s{}\"'“]+)"
_ITEM = rf"(?:[.#][\w-]+|{_KEY}={_VALUE})"

_CODES = "cy|en|fr|de|es|it|pt|nl|pl|uk|ru|ar|ur|fa|he|so|pa|bn|gu|hi|ta|ro|tr|ga|gd|lt|lv|bg|cs|sk|hu|el|zh|ja|ckb"

LAYOUT: tuple[Sign, ...] = (
    sign(
        "many tools", "[", r"^\[\[?_?(?:toc|TOC|Toc)_?\]?\](?![(\[:])", "makes a list of contents", _CONTENTS, sure=True
    ),
    sign(
        "many tools",
        "toc",
        r"^(?:@\[toc\]|\$\{toc\}|:toc:[^\n]*|toc::\[\])",
        "makes a list of contents",
        _CONTENTS,
        sure=True,
    ),
    sign(
        "Quarto",
        "{{",
        r"\{\{< *(?:meta|var|env|version)\b *[\w.-]*[^\n]{0,80}?>\}\}",
        "puts in words",
        "Write these words. If several places need them, add them to `variables` in course.yml, and write {{{{name}}}}",
        sure=True,
    ),
    sign(
        "Quarto", "{{", r"\{\{< *(?:include|embed)\b[^\n]{0,300}?>\}\}", "takes in another file", _FRAGMENT, sure=True
    ),
    sign(
        "Hugo", "{{", rf"\{{\{{[<%] */?{_BOX_NAMES}[^\n]{{0,300}}?[>%]\}}\}}", "begins or ends a box", _BOX, sure=True
    ),
    sign(
        "Hugo",
        "{{",
        r"\{\{[<%] *(?:rel)?ref\b[^\n]{0,300}?[>%]\}\}",
        "names another page",
        "Name the file of the module: [words](02-next.md)",
        sure=True,
    ),
    sign("Hugo", "{{", r"\{\{[<%][^\n]{0,300}?[>%]\}\}", "is an instruction", _UNKNOWN, sure=True),
    sign("mdBook", "{{#", r"\{\{#(?:rustdoc_)?include[^{}\n]*\}\}", "takes in another file", _FRAGMENT, sure=True),
    sign("mdBook", "{{#", r"\{\{#[^{}\n]*\}\}", "is an instruction", f"Delete it. {_FRAGMENT}", sure=True),
    sign("Jekyll and Liquid", "{%", r"\{%-? *include[^\n]{0,300}?%\}", "takes in another file", _FRAGMENT, sure=True),
    sign("GitBook", "{%", rf"\{{% *(?:end)?{_BOX_NAMES}[^\n]{{0,300}}?%\}}", "begins or ends a box", _BOX, sure=True),
    sign("Jekyll and Liquid", "{%", r"\{%[^\n]{0,300}?%\}", "is an instruction", _UNKNOWN, sure=True),
    *BOX_CLASSES,
    sign("Kramdown", "{:", r"\{::?/?(?: |[.#/a-z])[^{}\n]*\}", "is about looks", _LOOKS, sure=True),
    sign(
        "markdown directives",
        "::",
        r"^::(?P<name>[a-z][\w-]*)(?:[\[{][^\n]*)?$",
        "is an instruction",
        f"Delete it. {_FILM}",
        sure=True,
    ),
    sign(
        "other places",
        "{",
        rf"(?<=[^\s\[\]{{}}\\(])[ \t]?\{{(?P<words>(?:{_CODES})(?:-[A-Za-z]{{2,4}})?)\}}(?=[*_]{{1,3}}(?!\w)|[ \t]*(?:$|\||[\"”\uffff]))"
        rf"|(?<=[*_”\"])\{{(?P<name>(?:{_CODES}))\}}",
        "names a language",
        "Write [words]{{lang={name}}}, with these words between the square brackets",
        sure=True,
    ),
    sign(
        "Pandoc and MkDocs",
        "{",
        rf"(?<![\[\]\\{{])\{{ *(?=[^{{}}\n]*(?:\.[a-zA-Z-]|{_KEY}=)){_ITEM}(?: +{_ITEM})* *\}}",
        "is about looks",
        f"{_LOOKS}. An id stands alone in its braces: {{{{#my-id}}}}",
        sure=True,
    ),
    sign(
        "Slidev",
        "::",
        r"^::(?:left|right|default|top|bottom)::$",
        "names a part of a slide",
        "Delete it. Parts side by side are `## Columns: ...`, with the name of each in bold",
        sure=True,
    ),
    sign(
        "Pandoc",
        "[]{",
        r"\[\]\{#[^{}\n]*\}",
        "marks a place",
        "Delete it. An id stands at the end of a heading: {{#my-id}}",
        sure=True,
    ),
    sign("MkDocs", "8<", r"^-{1,2}8<-{1,2}[^\n]*", "takes in another file", _FRAGMENT, sure=True),
    sign("AsciiDoc", "::", r"^include::[^\n]*", "takes in another file", _FRAGMENT, sure=True),
    sign("AsciiDoc", "::", r"^(?:video|audio)::[^\n]*", "shows a film", _FILM, sure=True),
    sign(
        "AsciiDoc",
        "::",
        r"^image::(?P<words>[^\[\s]+)\[[^\n]*",
        "shows a picture",
        "Write ![what one sees]({words})",
        sure=True,
    ),
    sign(
        "AsciiDoc",
        ":",
        r"^:(?:author|email|revdate|revnumber|icons|imagesdir|sectnums|sectanchors|doctype|experimental|source-highlighter|toc-title|stem):[^\n]*",
        "is a setting",
        "Delete it. Settings stand in course.yml, or between two lines --- above the module",
        sure=True,
    ),
    sign(
        "Org",
        "#+",
        r"^#\+\w+:[^\n]*|^#\+(?:begin|end)_\w+[^\n]*",
        "is a setting",
        "Delete it. The title stands between two lines --- above the module: title: My module",
        sure=True,
    ),
    sign(
        "Hugo",
        "+++",
        r"^\+\+\+$",
        "begins the settings",
        "Write --- in its place, and below it a line such as title: My module",
        sure=True,
    ),
    sign(
        "MDX",
        "import ",
        r"^import (?:[\w*{][^\n]*? from )?[\"'“‘][^\n]+[\"'”’];?$",
        "loads a part of the page",
        "Delete it: nothing is loaded into a course",
        sure=True,
    ),
    sign(
        "MDX",
        "export ",
        r"^export (?:const|default|function) [^\n]*",
        "is a piece of script",
        "Delete it: nothing in a text runs",
        sure=True,
    ),
    sign(
        "WordPress",
        "[",
        r"(?<!\[)\[(?P<name>h5p|embed|gallery|caption|video|audio|youtube|playlist)\b[^\[\]\n]*\](?![(\[:])",
        "is a shortcode",
        f"Delete it. {_FILM}, and a question a heading such as `## Quiz: ...`",
        sure=True,
    ),
    sign(
        "WordPress",
        "[",
        r"(?<!\[)\[(?P<name>[a-z][\w-]*)(?:=| [\w-]+=)[\"“'][^\[\]\n]*\](?![(\[:])",
        "is a shortcode",
        "Delete it, and write what it would show",
        sure=True,
    ),
    sign(
        "WordPress and forums",
        "[",
        r"(?<!\[)\[/?(?P<name>[a-z][a-z0-9_]*)\](?=[^\[\]\n]*\[/(?P=name)\])|\[/[a-z][a-z0-9_]*\]",
        "is a shortcode",
        "Delete it. Bold words stand between two stars on either side: **words**",
        sure=True,
    ),
    sign(
        "LaTeX",
        "\\",
        r"^\\(?:newpage|pagebreak|clearpage|tableofcontents|maketitle|noindent|bigskip|medskip|smallskip|hfill)(?![\w\\])(?:\[\d\])?",
        "is about the page",
        "Delete it: a course has no pages of paper",
        sure=True,
    ),
    sign(
        "LaTeX",
        "\\",
        r"(?<![\w\\:])\\(?:textbf|mathbf)\{(?P<words>[^{}\n]*)\}",
        "makes words bold",
        "Write **{words}**",
        "**{words}**",
        sure=True,
    ),
    sign(
        "LaTeX",
        "\\",
        r"(?<![\w\\:])\\(?:emph|textit)\{(?P<words>[^{}\n]*)\}",
        "makes words italic",
        "Write *{words}*",
        "*{words}*",
        sure=True,
    ),
    sign(
        "LaTeX",
        "\\",
        r"(?<![\w\\:])\\(?:sub)*section\*?\{(?P<words>[^{}\n]*)\}",
        "is a heading",
        "Write ## {words}",
        sure=True,
    ),
    sign(
        "LaTeX",
        "\\",
        r"(?<![\w\\:])\\(?:cite[pt]?|(?:eq|page|name|[cC])?ref|autoref|footnote|url|href|label|includegraphics|vspace|hspace|textcolor|underline)\*?(?:\[[^\]\n]*\])?\{[^{}\n]*\}",
        "is an instruction",
        "Delete it. A link is [words](address), a footnote [^1], a picture ![what one sees](images/team.png)",
        sure=True,
    ),
    sign(
        "LaTeX",
        "\\",
        r"(?<![\w\\:])\\(?:begin|end)\{(?:align|aligned|gather|gathered|equation|eqnarray|multline|split|cases|array|[pbvBV]?matrix)\*?\}",
        "begins or ends a formula",
        "Write $$ on a line of its own before \\begin, and another behind \\end",
        sure=True,
    ),
    sign(
        "LaTeX",
        "\\",
        r"(?<![\w\\:])\\(?:begin|end)\{[a-z*]+\}",
        "begins or ends a part",
        "Delete it. Each entry of a list begins with a dash and a space",
        sure=True,
    ),
    sign(
        "LaTeX",
        "\\",
        r"^\\item(?:\[[^\]\n]*\])? (?=\S)",
        "is an entry of a list",
        "Begin the line with a dash and a space",
        "- ",
        sure=True,
    ),
    sign(
        "Obsidian",
        "%%",
        r"(?<![\d%])%%[ \t]*(?P<words>[^%\n]*[^%\s])[ \t]*%%",
        "is a comment",
        "Write <!-- {words} -->",
        "<!-- {words} -->",
        sure=True,
    ),
    sign(
        "Moodle",
        "{",
        r"\{/?(?:mlang|GENERICO|generico|FILTERCODES?|wiki|ifeditmode|ifenrolled|fullname|firstname|lastname|coursename|youtube|formatdate)\b[^{}\n]*\}",
        "is a filter",
        "Delete it, and write what it would show. Words in another language have it behind them: [words]{{lang=cy}}",
        sure=True,
    ),
    sign("MultiMarkdown", "{{", r"^\{\{TOC(?::\d(?:-\d)?)?\}\}", "makes a list of contents", _CONTENTS, sure=True),
    sign(
        "Marked and Typora",
        "->",
        r"^-> (?P<words>\S[^\n]*\S) <-$",
        "centres words",
        "Write the words alone",
        "{words}",
        sure=True,
    ),
    sign(
        "LiaScript",
        "{{",
        r"^\{\{(?:\d+(?:-\d+)?|\|>)\}\}$",
        "shows words later",
        "Delete it, and write the words at the margin: all of them are shown",
        sure=True,
        code=True,
    ),
    sign(
        "LiaScript",
        "@",
        r"^@(?!\w+@)[A-Za-z][\w.]*(?:\([^\n]*\)?)?$",
        "is a macro",
        "Delete it, and write what it would show",
        code=True,
    ),
)
