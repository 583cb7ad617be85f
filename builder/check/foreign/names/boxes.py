"""Classes in braces that make a box of a text, or name its language: `{: .note}`, `{: .prompt-tip }`, `{.alert .alert-warning}`."""

from builder.check.foreign.sign import Sign, sign

_AS_BOX = "Delete it. For a box, write a line > [!{name}]"
_BEFORE_EACH = " above its text, and > before each line of the text"
_BOX = (
    r"(?:prompt-|notice--|notice-|alert-|callout-|admonition-|is-|box-|message-|bs-callout-)?"
    r"(?P<name>note|info|tip|hint|important|warning|attention|caution|danger|error|callout|challenge|discussion|prereq"
    r"|objectives|keypoints|testimonial|checklist|notice|success|example|question|quote|highlight)(?:-title)?(?![\w-])"
)
"""Just the Docs, Chirpy, Minimal Mistakes, the Carpentries, Bootstrap and Bulma."""
_HOLDERS = r"(?:\.(?:alert|admonition|callout|message|box|notification)[ \t]+)?"
_MORE = r"(?:[ \t]+(?:[.#][\w-]+|[\w-]+=[^\s{}]+))*[ \t]*"

BOX_CLASSES: tuple[Sign, ...] = (
    *(
        sign("Kramdown", "{:", rf"\{{::?[ \t]*{what}[^{{}}\n]*\}}", does, write, sure=True)
        for what, does, write in (
            (
                r"(?:\.?toc\b|[^{}\n]*\.no_toc\b)",
                "is about a list of contents",
                "Delete it: every course has a list of its contents",
            ),
            (
                r"\.(?:language-|lang-)(?P<name>[\w+#-]+)",
                "names the language of code",
                "Delete it, and write {name} directly behind the backticks above the code",
            ),
            (
                r"\.(?P<name>solution|spoiler|details|dropdown|collapse|toggle)(?![\w-])",
                "begins a folded box",
                f"{_AS_BOX}-{_BEFORE_EACH}",
            ),
            (rf"{_HOLDERS}\.{_BOX}", "begins a box", f"{_AS_BOX}{_BEFORE_EACH}"),
            (
                r"lang=[\"'“]?(?P<name>[A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)[\"'”]?(?=[ \t}])",
                "names a language",
                "Write {{lang={name}}} at the end of the paragraph",
            ),
        )
    ),
    sign(
        "Pandoc and markdown-it",
        "{",
        rf"(?<![\[\]\\{{])\{{[ \t]*{_HOLDERS}\.{_BOX}{_MORE}\}}",
        "begins a box",
        f"{_AS_BOX}{_BEFORE_EACH}",
        sure=True,
    ),
)
