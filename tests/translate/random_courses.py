"""Random courses: every kind of block, and any words and signs that markdown has a meaning for."""

from itertools import count
from pathlib import Path
from random import Random

from builder.authoring.examples import read_examples
from tests.examples import reworded

WORDS = (
    *(
        "trust",
        "time",
        "the",
        "family",
        "meeting",
        "of",
        "child",
        "plan",
        "and",
        "review",
        "we",
        "ask",
        "listen",
        "Dr.",
    ),
    *(
        "ymddiriedaeth",
        "teulu",
        "ثقة",
        "وقت",
        "довіра",
        "żółć",
        "信頼",
        "naïve",
        "isn't",
        "co-op",
        "3.5",
        "£40",
        "50 %",
    ),
)
SIGNS = (
    *(
        "*{}*",
        "**{}**",
        "`{}`",
        "~~{}~~",
        "[{}](https://example.org/a_b)",
        '[{}](https://example.org "{}")',
        "“{}”",
        "({})",
    ),
    *(
        "[{}]{{lang=fr}}",
        "{{{{team}}}} {}",
        "<sup>{}</sup>",
        '<abbr title="{}">{}</abbr>',
        "\\*{}\\*",
        "{} & {}",
        "{} &amp; {}",
    ),
    *(
        "{} < {}",
        "{}_{}_{}",
        "{} * {}",
        "\\[{}\\]",
        "**{} *{}* {}**",
        "[**{}** {}](#top)",
        "{}  \n{}",
        "{}\\\n{}",
        "{}\n{}",
    ),
    *(
        "<https://example.org/{0}>",
        "{} -- {}",
        "{}...",
        "[{}][site]",
        "[site]",
        "{} | {}",
        "\\{{{}\\}}",
        "<!-- {} -->{}",
        "#{}",
    ),
)

PARTS = ("Details", "Cards", "Layers", "Columns")


class RandomCourse:
    """A course from a seed: the same seed gives the same files."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.questions = 0

    def words(self, least: int = 1, most: int = 6) -> str:
        """Some words."""
        return " ".join(self.random.choices(WORDS, k=self.random.randint(least, most)))

    def text(self, lines: bool = True, bars: bool = True) -> str:
        """Words with signs among them; on one line unless `lines`."""
        pieces = [self.words()]
        for _ in range(self.random.randint(0, 3)):
            sign = self.random.choice(SIGNS)
            if ("\n" in sign and not lines) or ("|" in sign and not bars):
                continue
            pieces.append(sign.format(*(self.words(1, 2) if "<http" not in sign else "a" for _ in range(4))))
            pieces.append(self.words())
        return " ".join(pieces)

    def unlike(self, count: int, bars: bool = True) -> list[str]:
        """Texts of one line that all say something else."""
        return [f"{self.text(False, bars)} {number}x" for number in range(self.random.randint(2, count))]

    def id(self) -> str:
        """An id behind a heading, or none."""
        self.questions += 1
        return self.random.choice((f" {{#q-{self.questions}}}", "", " {lang=fr}"))

    def feedback(self) -> str:
        """A quote under an option, or nothing."""
        return f"\n  > {self.text(False)}" if self.random.random() < 0.5 else ""

    def heading(self, word: str) -> str:
        """A heading whose words are its own."""
        self.questions += 1
        return f"## {word}: {self.text(False)} q{self.questions}{self.random.choice((f' {{#q-{self.questions}}}', ''))}\n\n"

    def block(self) -> str:
        """A block of any kind."""
        kinds = (
            *(self.paragraph, self.bullets, self.table, self.quote, self.plain_heading, self.code, self.definitions),
            *(
                self.quiz,
                self.order,
                self.scale,
                self.sort,
                self.match,
                self.fill,
                self.reflect,
                self.number,
                self.stages,
                self.checklist,
                self.declare,
                self.parts,
                self.timeline,
                self.example,
            ),
        )
        return self.random.choice(kinds)()

    def paragraph(self) -> str:
        """A paragraph, perhaps in another language."""
        return self.text() + self.random.choice(("", "", " {lang=fr}"))

    def bullets(self) -> str:
        """A list in a list."""
        sign = self.random.choice(("-", "*", "1."))
        inner = f"\n{' ' * (len(sign) + 1)}- {self.text(False)}"
        return "\n".join(f"{sign} {self.text(False)}{self.random.choice(('', inner))}" for _ in range(3))

    def table(self) -> str:
        """A table with a caption."""
        rows = [f"| {self.text(False, False)} | {self.words()} \\| {self.words()} |" for _ in range(2)]
        caption = f"Table: {self.text(False)}\n\n" if self.random.random() < 0.5 else ""
        return "\n".join([f"{caption}| {self.words()} | {self.words()} |", "| --- | ---: |", *rows])

    def quote(self) -> str:
        """A quotation of two paragraphs, whose lines go on."""
        return "> " + self.text().replace("\n", "\n> ") + f"\n>\n> {self.text(False)}"

    def plain_heading(self) -> str:
        """A heading."""
        self.questions += 1
        return f"### {self.text(False)} h{self.questions}{self.random.choice(('', f' {{#h-{self.questions}}}'))}"

    def code(self) -> str:
        """Code."""
        return f"```\n{self.words()} *no* [[words]]\n```"

    def definitions(self) -> str:
        """A term and what it means."""
        return f"{self.words(1, 2)}\n: {self.text(False)}"

    def quiz(self) -> str:
        """A question with tick boxes."""
        options = self.unlike(5)
        right = self.random.randrange(len(options))
        lines = [f"- [{'x' if n == right else ' '}] {words}{self.feedback()}" for n, words in enumerate(options)]
        help = f"\n\nHint: {self.text(False)}\n\nWorked answer: {self.text(False)}\n\n- {self.text(False)}"
        return f"{self.heading('Quiz')}{self.text()}\n\n" + "\n".join(lines) + self.random.choice(("", help))

    def order(self) -> str:
        """Steps."""
        steps = enumerate(self.unlike(5), 1)
        return self.heading("Order") + "\n".join(f"{number}. {words}" for number, words in steps)

    def scale(self) -> str:
        """Labels."""
        return self.heading("Scale") + "\n".join(f"- {words}{self.feedback()}" for words in self.unlike(5))

    def sort(self) -> str:
        """Groups."""
        items = iter([*self.unlike(6), "last one", "very last"])
        names = (f"**{self.words()} g{number}**\n\n- {next(items)}" for number in range(2))
        return self.heading("Sort") + "\n\n".join(names)

    def match(self) -> str:
        """Pairs."""
        pairs = zip(self.unlike(4, False), self.unlike(4, False), strict=False)
        rows = "\n".join(f"| {left} | r{right} |" for left, right in pairs)
        return f"{self.heading('Match')}| A | B |\n| --- | --- |\n{rows}"

    def fill(self) -> str:
        """Gaps."""
        return f"{self.heading('Fill')}{self.words()} [[{self.words(1, 2)}|{self.words(3, 3)}]] {self.text(False)} [[{self.words(1, 1)}]]."

    def reflect(self) -> str:
        """Something to write about."""
        return f"{self.heading('Reflect')}{self.text()}\n\nExample: {self.text(False)}"

    def number(self) -> str:
        """A number."""
        return f"{self.heading('Number')}{self.words()}\n\n= {self.random.randint(1, 99)}\n\n> {self.text(False)}"

    def stages(self) -> str:
        """Stages with descriptions."""
        return self.heading("Stages") + "\n".join(
            f"{n}. {self.words(1, 3)} s{n}\n   {self.text(False)}" for n in range(1, 4)
        )

    def checklist(self) -> str:
        """Things to do."""
        return self.heading("Checklist") + "\n".join(f"- [ ] {words}" for words in self.unlike(5))

    def declare(self) -> str:
        """A sentence to confirm."""
        return f"{self.heading('Declare')}{self.text()}\n\n- [ ] {self.text(False)}"

    def parts(self) -> str:
        """Parts with names, one beside, behind or in the other."""
        word = self.random.choice(PARTS)
        names = (f"**{self.words()} p{number}**\n\n- {self.text(False)}" for number in range(2))
        return self.heading(word) + "\n\n".join(names)

    def timeline(self) -> str:
        """Times and what was then."""
        return self.heading("Timeline") + "\n".join(f"- 19{n}0: {self.text(False)}" for n in range(1, 4))

    def writes(self, word: str) -> bool:
        """Whether a kind has a method here."""
        return word in PARTS or hasattr(self, word.lower())

    def example(self) -> str:
        """A block of a kind without a method: its example, with words by chance."""
        self.questions += 1
        numbers = count(1)
        others = [one for one in read_examples() if not one.kind.runs_on and not self.writes(one.kind.word)]
        text = reworded(
            self.random.choice(others),
            lambda bold: f"{self.words() if bold else self.text(False)} {next(numbers)}x",
            f"q-{self.questions}",
        )
        return text.rstrip("\n")

    def write(self, folder: Path) -> None:
        """Write the files of the course."""
        folder.mkdir(parents=True)
        settings = f"id: random\ntitle: '{self.words().replace(chr(39), '')}'\nlanguage: en-GB\nsummary: {self.words()}, {{{{team}}}}\n"
        settings += f"variables:\n  team: The {self.words(1, 2)} team\nkeywords: [{self.words(1, 1)}, b]\n"
        settings += f"owner: {self.words()}\ncontact: {self.words()} {{{{team}}}}\nenforcement: {self.words()}\n"
        settings += (
            f"people:\n  - id: ann\n    name: Ann\n    about: |\n      {self.text(False)}\n\n      {self.words()}\n"
        )
        (folder / "course.yml").write_text(settings, encoding="utf-8")
        for number in range(1, self.random.randint(2, 4)):
            body = "\n\n---\n\n".join(self.block() for _ in range(self.random.randint(1, 7)))
            noted = f'{self.words()}.[^1] \n\n[^1]: {self.text(False)}\n\n*[PCF]: {self.words()}\n\n[site]: https://example.org "{self.words()}"\n'
            head = f'---\ntitle: "{self.words()}"\nsummary: >\n  {self.words()}\n  {self.words()}\n---\n'
            ends = self.random.choice(("\n", "\r\n"))
            text = f"{head}# top\n\nPCF\n\n{body}\n\n---\n\n{noted}".replace(
                "# top\n\n", "## Top {#top}\n\n" if number == 1 else ""
            )
            (folder / f"0{number}-m{number}.md").write_bytes(text.replace("\n", ends).encode())
        if self.random.random() < 0.5:
            terms = "\n\n".join(
                f"{self.words(1, 2)} t{n} | {self.words(1, 1)} u{n}\n: {self.text(False)}" for n in range(2)
            )
            (folder / "glossary.md").write_text(f"---\ntitle: Words\n---\n{terms}\n", encoding="utf-8")
