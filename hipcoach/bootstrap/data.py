"""The page of the journal as a whole, hung into the window."""

# ruff: noqa: PLC0415 - the first picture needs none of it
from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hipcoach.bootstrap.process import Process

if TYPE_CHECKING:
    from datetime import date

    from hipcoach.app.data_desk import DataDesk
    from hipcoach.ui.data_way import DataWay
    from hipcoach.ui.shell import Shell


def join_data(
    shell: Shell, process: Process, report: Callable[[Callable[[str], None]], None]
) -> DataWay:
    """What leads to the page; `report` asks for a report and tells how that went."""
    from hipcoach.ui.data_way import DataWay

    environment = process.environment

    def desk() -> DataDesk:
        from hipcoach.app.data_desk import DataDesk
        from hipcoach.bootstrap.backups import place

        file = place(environment).path
        return DataDesk(
            process.errands,
            environment.journal_shown,
            in_file=file is not None,
            size=lambda: size_of(file) if file else 0,
        )

    def today() -> date:
        from hipcoach.core.practice_day import practice_day

        return practice_day(process.clock.now())

    return DataWay(shell.window, shell.pages, desk, report, today)


def size_of(journal: Path) -> int:
    """Bytes that a journal takes on the disk, with what SQLite keeps beside it."""
    found = 0
    for file in (journal, journal.with_name(f"{journal.name}-wal")):
        with suppress(OSError):
            found += file.stat().st_size
    return found
