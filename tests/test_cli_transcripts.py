"""Whole sessions at the command line, each a document in `cli/`."""

from pathlib import Path

import pytest

from transcripts import documents, replayed


@pytest.mark.parametrize("document", documents(), ids=lambda document: document.stem)
def test_the_command_still_answers_as_the_document_says(document: Path) -> None:
    written = document.read_text("utf-8")
    assert replayed(written) == written
