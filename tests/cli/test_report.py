"""`hipcoach report`, given as a person gives it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hipcoach.bootstrap import Environment
from tests.cli.conftest import NO_DISPLAY, ROOT, Run
from tests.store import samples

MARCH = ("--from", "2026-03-01", "--to", "2026-03-31")


def kept(folder: Path) -> None:
    """A session and how it felt."""
    with Environment.of(folder).journal() as journal:
        journal.open_session(samples.opened(1))
        journal.add_segment(samples.segment(2, 1, held_s=240.0))
        journal.close_session(samples.closed(3, 1))
        journal.add_answers(samples.answers(4, 1))


def test_a_report_is_written_for_its_owner_alone_and_without_a_display(tmp_path: Path) -> None:
    kept(tmp_path)
    pdf = tmp_path / "report.pdf"
    environment = {name: value for name, value in os.environ.items() if name not in NO_DISPLAY}

    done = subprocess.run(
        [sys.executable, "-m", "hipcoach", "--data-dir", tmp_path, "report", *MARCH, pdf],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (0, f"The report was saved: {pdf}\n", "") == (done.returncode, done.stdout, done.stderr)
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert 0o600 == pdf.stat().st_mode & 0o777


@pytest.mark.parametrize("name", ["report.txt", "report"])
def test_a_report_is_a_pdf(run: Run, tmp_path: Path, name: str) -> None:
    told = run("--data-dir", tmp_path, "report", tmp_path / name)

    assert (2, f"A report is a .pdf file; {name} is none.") == (told.status, told.sentence)


def test_of_nothing_there_is_no_report(run: Run, tmp_path: Path) -> None:
    kept(tmp_path)
    pdf = tmp_path / "report.pdf"

    told = run("--data-dir", tmp_path, "report", "--from", "2025-01-01", "--to", "2025-01-31", pdf)

    assert (
        "Nothing is recorded from 2025-01-01 to 2025-01-31, so there is nothing to report."
    ) == told.sentence
    assert not pdf.exists()


def test_a_span_that_ends_before_it_begins_is_said_to(run: Run, tmp_path: Path) -> None:
    told = run(
        "--data-dir", tmp_path, "report", "--from", "2026-03-09", "--to", "2026-03-02",
        tmp_path / "report.pdf",
    )  # fmt: skip

    assert 2 == told.status
    assert "2026-03-09" in told.sentence


def test_the_days_come_as_csv_too(run: Run, tmp_path: Path) -> None:
    kept(tmp_path)
    table = tmp_path / "days.csv"

    told = run("--data-dir", tmp_path, "report", *MARCH, "--csv", table)

    assert f"The report was saved: {table}\n" == told.out
    header, *days = table.read_text("utf-8").splitlines()
    assert header.startswith("date,sessions,held_s,")
    assert (31, "2026-03-02,1,240.0,") == (len(days), days[1][:19])
    assert 0o600 == table.stat().st_mode & 0o777


def test_a_report_has_to_go_somewhere(run: Run, tmp_path: Path) -> None:
    told = run("--data-dir", tmp_path, "report")

    assert (2, "Say where to, such as `hipcoach report report.pdf`.") == (
        told.status, told.sentence,
    )  # fmt: skip
