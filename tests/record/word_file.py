"""The Word document that a learner takes from her record, read back by somebody else's library."""

from pathlib import Path

import docx
from docx.document import Document
from playwright.sync_api import Page


def word_document(page: Page, address: str, folder: Path) -> Document:
    """Go to the record of the course at this address, press “Download as Word”, and read what was saved in `folder`."""
    page.goto(f"{address}#record")
    page.locator('[data-record="open"]').wait_for()
    with page.expect_download() as download:
        page.locator("[data-word]").first.click()
    file = folder / "record.docx"
    download.value.save_as(file)
    return docx.Document(str(file))
