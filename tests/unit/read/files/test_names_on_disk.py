"""The file that was meant by a name that no file has."""

from pathlib import Path

from builder.read.files.names_on_disk import NamesOnDisk
from tests.cases import for_each

NEAR = (
    ("Team.PNG", ("team.png", "tram.png"), "team.png"),
    ("Été.png", ("ete.png", "été.png"), "été.png"),
    ("ete.png", ("étés.png", "été.png"), "été.png"),
    ("Ann’s plan.pdf", ("Anns plan.pdf", "Ann's plan.pdf"), "Ann's plan.pdf"),
    ("A_B.png", ("a b.png", "a-b.png", "a_b.png"), "a_b.png"),
    ("my photo–1.jpg", ("my photo-2.jpg", "my photo-1.jpg"), "my photo-1.jpg"),
    ("team.jpg", ("team.mp4", "team.png", "teams.png"), "team.png"),
    ("team photo.jpg", ("team-photo.png", "team-phone.mp4"), "team-photo.png"),
    ("Підсумок_1.md", ("підсумок-1.md", "підсумки.md"), "підсумок-1.md"),
    ("straße.png", ("STRASSE.png", "strand.png"), "STRASSE.png"),
    ("interveiw.mp4", ("interview.webm", "interview.png"), "interview.webm"),
    ("team.png:image", ("team.jpg", "train.jpg"), "team.jpg"),
    ("film.mp4", ("film.png", "film.vtt"), ""),
    ("team.png", ("budget.png",), ""),
    ("readme", ("read-me", "budget"), "read-me"),
)


@for_each("case", NEAR, ids=lambda case: case[0])
def test_the_file_that_was_meant_is_offered(case: tuple[str, tuple[str, ...], str], tmp_path: Path) -> None:
    """Of several with the same letters the one that is most alike; none of another kind."""
    wanted, names, meant = case
    for name in names:
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert NamesOnDisk(tmp_path).near([wanted]) == meant


def test_the_folder_may_be_spelled_otherwise_too(tmp_path: Path) -> None:
    """Each part of a path is looked for."""
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "team.png").write_text("x", encoding="utf-8")
    assert NamesOnDisk(tmp_path).near(["Image", "Team.jpeg"]) == "images/team.png"
