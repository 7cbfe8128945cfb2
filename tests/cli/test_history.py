"""`hipcoach history`, given as a person gives it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from hipcoach.bootstrap import Environment
from hipcoach.core.corrections import Note
from tests.cli.conftest import Run
from tests.store import samples

MARCH = ("--from", "2026-03-01", "--to", "2026-03-31")


def kept(folder: Path) -> None:
    """A session, its day after, a break and a sign."""
    with Environment.of(folder).journal() as journal:
        journal.open_session(samples.opened(1))
        journal.add_segment(samples.segment(2, 1, held_s=240.0))
        journal.close_session(samples.closed(3, 1))
        journal.add_answers(samples.answers(4, 1))
        journal.add(samples.break_event(5, kind="taken"))
        journal.add(samples.safety(6, 1440, flags=("calf",)))
        journal.add(samples.clearance(7, 4000))
        journal.add(Note(samples.uid(8), samples.at(10), date(2026, 3, 2), "slept badly"))


def test_a_day_is_a_line(run: Run, tmp_path: Path) -> None:
    kept(tmp_path)

    told = run("--data-dir", tmp_path, "history", *MARCH)

    assert [
        "Mon 2026-03-02  Gentle start 4 min · not all answered · 1 break taken · 1 note",
        "Tue 2026-03-03  1 warning sign",
    ] == told.out.splitlines()


def test_the_days_come_as_json(run: Run, tmp_path: Path) -> None:
    kept(tmp_path)

    told = json.loads(run("--data-dir", tmp_path, "history", *MARCH, "--json").out)

    assert ("2026-03-01", "2026-03-31") == (told["from"], told["to"])
    monday, tuesday = told["days"]
    assert (240.0, {"taken": 1}, "unknown") == (
        monday["held_s"],
        monday["breaks"],
        monday["tolerance"],
    )
    assert (["slept badly"], []) == (monday["notes"], monday["withdrawn"])
    assert ["calf"] == tuesday["red_flags"]


def test_a_session_of_somebody_else_stands_apart(run: Run, tmp_path: Path) -> None:
    kept(tmp_path)
    with Environment.of(tmp_path).journal() as journal:
        journal.add(samples.withdrawal(9, 1))

    (monday, _) = json.loads(run("--data-dir", tmp_path, "history", *MARCH, "--json").out)["days"]

    assert ([], ["gentle-start"]) == (
        monday["sessions"],
        [one["routine"] for one in monday["withdrawn"]],
    )
    assert not monday["practised"]


def test_every_field_of_a_day_is_explained(run: Run, tmp_path: Path) -> None:
    kept(tmp_path)
    page = (Path(__file__).parents[2] / "docs" / "journal.md").read_text("utf-8")
    told = page.partition("## Looking back on the command line")[2].partition("\n## ")[0]

    (monday, _) = json.loads(run("--data-dir", tmp_path, "history", *MARCH, "--json").out)["days"]

    assert [] == [name for name in (*monday, *monday["sessions"][0]) if f"`{name}`" not in told]


def test_what_came_from_elsewhere_steers_no_terminal(run: Run, tmp_path: Path) -> None:
    with Environment.of(tmp_path).journal() as journal:
        journal.add(replace(samples.clearance(1, 4000), by="Dr.\x1b[2J\r\nGrey"))

    told = run("--data-dir", tmp_path, "history", "--from", "2026-02-01", "--to", "2026-03-31").out

    assert ["Fri 2026-02-27  cleared by Dr. [2J  Grey"] == told.splitlines()


def test_millennia_are_told_like_a_month(run: Run, tmp_path: Path) -> None:
    kept(tmp_path)
    always = ("--from", "1900-01-01", "--to", "9000-01-01")  # day by day it takes half a minute

    month = json.loads(run("--data-dir", tmp_path, "history", *MARCH, "--json").out)
    told = json.loads(run("--data-dir", tmp_path, "history", *always, "--json").out)

    assert month["days"] == [day for day in told["days"] if day["sessions"] or day["red_flags"]]
    assert ("1900-01-01", "9000-01-01") == (told["from"], told["to"])


def test_an_empty_span_says_so(run: Run, tmp_path: Path) -> None:
    kept(tmp_path)

    told = run("--data-dir", tmp_path, "history", "--from", "2025-01-01", "--to", "2025-01-31")

    assert "Nothing is recorded from 2025-01-01 to 2025-01-31.\n" == told.out


def test_a_span_that_ends_before_it_begins_is_told(run: Run, tmp_path: Path) -> None:
    told = run("--data-dir", tmp_path, "history", "--from", "2026-03-02", "--to", "2026-03-01")

    assert told.sentence.startswith("2026-03-02 lies after the day that --to names")
    assert 2 == told.status
