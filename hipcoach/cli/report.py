"""`hipcoach report`: some weeks or months on one or two pages, for a professional."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from hipcoach.bootstrap import Environment
from hipcoach.core.errors import UsageError


def run(given: Namespace) -> int:
    """Write the files; raises UsageError where there is none, no PDF, or nothing to tell."""
    pdf: Path | None = given.file
    table: Path | None = given.csv
    if pdf is None and table is None:
        raise UsageError("no-report-file")
    if pdf is not None and pdf.suffix.lower() != ".pdf":
        raise UsageError("not-a-pdf", {"name": pdf.name})
    from hipcoach.app.phrases.report import saved_words  # noqa: PLC0415 - a mistake is told sooner
    from hipcoach.bootstrap.report import read_span, write_days, write_report  # noqa: PLC0415

    environment = Environment.of(given.data_dir)
    facts = read_span(environment, given.first, given.last)
    if pdf is not None:
        write_report(environment, facts, pdf)
        print(saved_words(str(pdf)))
    if table is not None:
        write_days(facts, table)
        print(saved_words(str(table)))
    return 0
