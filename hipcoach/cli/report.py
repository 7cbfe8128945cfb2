"""`hipcoach report`: some weeks or months on one or two pages, for a professional."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from hipcoach.bootstrap import Environment
from hipcoach.core.errors import UsageError


def run(given: Namespace) -> int:
    """Write the file; raises UsageError where it is to be no PDF, or there is nothing to tell."""
    path: Path = given.file
    if path.suffix.lower() != ".pdf":
        raise UsageError("not-a-pdf", {"name": path.name})
    from hipcoach.app.phrases.report import saved_words  # noqa: PLC0415 - a mistake is told sooner
    from hipcoach.bootstrap.report import write_report  # noqa: PLC0415 - the same

    write_report(Environment.of(given.data_dir), given.first, given.last, path)
    print(saved_words(str(path)))
    return 0
