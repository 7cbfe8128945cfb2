"""`hipcoach export`: the journal out, whole or as tables, or its sessions for a calendar."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import IO

from hipcoach import __version__
from hipcoach.app.exports import SESSION_COLUMNS, calendar_entries, session_rows
from hipcoach.app.plan_book import read_plan
from hipcoach.app.words import _
from hipcoach.bootstrap import Environment
from hipcoach.bootstrap.exchange import carried, export_journal, made_folder, written
from hipcoach.cli.content import everything
from hipcoach.cli.progress import progress
from hipcoach.core.calendar_text import calendar_text
from hipcoach.core.csv_text import csv_text
from hipcoach.core.errors import UsageError
from hipcoach.core.exchange import TABLES, plain_row
from hipcoach.core.history import days_of_history
from hipcoach.core.practice_day import practice_day

STDOUT = Path("-")
ALWAYS = datetime(1800, 1, 1, tzinfo=UTC), datetime(2500, 1, 1, tzinfo=UTC)


def run(given: Namespace) -> int:
    """Write what is asked for; raises UsageError where nothing is."""
    if not (given.file or given.csv or given.ical):
        raise UsageError("no-export")
    environment = Environment.of(given.data_dir)
    with progress(_("Writing")) as step:
        if given.csv:
            if given.csv.suffix.lower() == ".csv" or given.csv == STDOUT:
                _sessions(environment, given.csv)
            else:
                _tables(environment, given.csv)
        if given.ical:
            _calendar(given, environment)
        if given.file:
            with _opened(given.file) as file:
                export_journal(environment, file, step)
    return 0


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    """A file that is there whole in the end, or the standard output."""
    if path != STDOUT:
        with written(path) as file:
            yield file
        return
    sys.stdout.flush()
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()


def _write(path: Path, lines: Iterable[str]) -> None:
    with _opened(path) as file:
        for line in lines:
            file.write(line.encode())


def _sessions(environment: Environment, path: Path) -> None:
    """One table for people: a row for each session, with how it felt."""
    now = environment.clock().now()
    with environment.journal() as journal:
        log = journal.history(*ALWAYS)
        classes = read_plan(journal, now).ramp.classes()
    done = {practice_day(row.at) for row in log.practice}
    days = days_of_history(log, classes, min(done), max(done)) if done else ()
    _write(path, csv_text(SESSION_COLUMNS, session_rows(days)))


def _tables(environment: Environment, folder: Path) -> None:
    """Every table of the journal, each in a file of its name."""
    made_folder(folder)
    with carried(environment) as journal:
        filled = set()
        for table, rows in groupby(journal.rows(), attrgetter("table")):
            filled.add(table)
            cells = ([*plain_row(row).values()][1:] for row in rows)
            _write(folder / f"{table}.csv", csv_text([*TABLES[table]], cells))
    for table in TABLES.keys() - filled:
        _write(folder / f"{table}.csv", csv_text([*TABLES[table]], ()))


def _calendar(given: Namespace, environment: Environment) -> None:
    """The sessions that were done, and the next one."""
    now = environment.clock().now()
    names = {
        name: words.name
        for name, words in everything(given.data_dir).everything().wording.routines.items()
    }
    with environment.journal() as journal:
        known = read_plan(journal, now)
    today: date = known.day
    entries = calendar_entries(known.log.practice, known.plan, today, names)
    _write(given.ical, calendar_text(entries, __version__, now))
