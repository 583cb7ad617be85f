"""Captions, descriptions and languages: what a learner gets of them."""

from pathlib import Path

import pytest

from builder.pipeline import build


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('![Five people](images/team.png "Our team")', "<figcaption>Our team</figcaption></figure>"),
        (
            '![Five people](images/team.png "Our team")\n\nDescription: *Two* are young.',
            "<figcaption>Our team</figcaption><details class=\"picture__description\"><summary>Description of the picture</summary>"
            "<p><em>Two</em> are young.</p></details></figure>",
        ),
        ("![Five people](images/team.png)\nDescription: Two are young,\nthree are not.", "<p>Two are young,\nthree are not.</p>"),
        ("![Five people](images/team.png)\n\nDescription: Bore da. {lang=cy}", '<p lang="cy">Bore da.</p></details>'),
        ("Description: no picture stands above.", "<p>Description: no picture stands above.</p>"),
        ("## Quiz: Beth sy’n bwysig? {lang=cy}\n\n- [x] Ie\n- [ ] Na", '<span lang="cy">Beth sy’n bwysig?</span></h2>'),
        ("## Reflect: Beth sy’n bwysig? {lang=cy}", '<span lang="cy">Beth sy’n bwysig?</span></label>'),
    ],
)  # fmt: skip
def test_what_belongs_to_a_picture_or_a_passage_arrives(text: str, shown: str, course_folder: Path) -> None:
    """And no word of it is lost."""
    (course_folder / "01-welcome.md").write_text(f"---\ntitle: Welcome\n---\n\n{text}\n")
    outcome = build(course_folder, course_folder / "out", ["web"])
    assert not outcome.report.diagnostics, outcome.report.diagnostics
    assert shown in outcome.written[0].read_text()
