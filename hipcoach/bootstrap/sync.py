"""This person's journal joined with that of another computer, by hand or by a timer.

The journal here works as ever whatever becomes of the other side: what is read from it is all here
before a row is written, and what can't be read is left for the next time.
"""

from __future__ import annotations

import os
import platform
import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Final

from hipcoach import __version__
from hipcoach.bootstrap.environment import Environment
from hipcoach.bootstrap.exchange import CHUNK, carried, written
from hipcoach.core.errors import KnownError
from hipcoach.core.exchange import ExchangeError
from hipcoach.core.exchange_text import rows_of, text_of
from hipcoach.core.merge import Joined
from hipcoach.core.sync import (
    ID_LETTERS,
    Counts,
    SyncDone,
    SyncFault,
    SyncPlace,
    SyncState,
    file_name,
    files_of_others,
    read_state,
    state_text,
    unread,
    unwritten,
)
from hipcoach.system.paths import replace_file

if TYPE_CHECKING:
    from hipcoach.store.carried import CarriedJournal

STATE: Final = "sync.json"


def sync_journal(environment: Environment, where: str) -> SyncDone:
    """Join this journal with the one in a folder, or at the address of a database.

    What was deleted on one of the two is deleted on the other.
    Raises KnownError (`sync-gone`, `sync-self`, `unwritable`, `forget-in-session`), StoreError of
    either journal, and ExchangeError where a row of a database says something else there than here.
    """
    if "://" in where:
        return _with_server(environment, where)
    return _with_folder(environment, Path(where).expanduser().absolute())


def forget_places(environment: Environment) -> None:
    """Let our own file be written anew the next time, without what was deleted here."""
    state = _state(environment)
    for where in state.places:
        place = replace(state.at(where), written="", counts={}, forgotten=())
        state = state.with_place(where, place)
    if state.places:
        _keep(environment, state)


def _with_folder(environment: Environment, folder: Path) -> SyncDone:
    _check_folder(environment, folder)
    state = _begun(environment)
    before = state.at(str(folder))
    with carried(environment) as journal:
        state = _wiped(state, journal)
        counts = journal.counts()
        seen = dict(before.seen)
        come: list[Joined] = []
        skipped: list[tuple[str, Exception]] = []
        own_name = file_name(state.computer)
        names = files_of_others(_names(folder), state.computer)
        if before.written and _stamp(folder / own_name) != before.written:
            names = (*names, own_name)
        for name in names:
            stamp = _stamp(folder / name)
            if not stamp or not unread(before, name, stamp, counts):
                continue
            try:
                with (folder / name).open("rb") as file:
                    come.append(_joined(environment, journal, file))
            except (ExchangeError, OSError) as error:
                if name != own_name:  # which is written anew
                    skipped.append((name, error))
                continue
            seen[name] = stamp
            if name == own_name and come[-1].added:
                # Another computer goes by our name: one of the two is a copy of the other.
                state = replace(state, computer=_letters())
        own = folder / file_name(state.computer)
        counts, carried_out = journal.counts(), {}
        forgotten = _forgotten(environment, journal)
        if unwritten(before, _stamp(own), counts, forgotten):
            with written(own) as ours:
                _write(journal, environment, ours)
            carried_out = {
                table: number - before.counts.get(table, 0) for table, number in counts.items()
            }
    place = SyncPlace(seen, _stamp(own), counts, forgotten)
    return _done(environment, state.with_place(str(folder), place), come, carried_out, skipped)


def _check_folder(environment: Environment, folder: Path) -> None:
    """Raise KnownError where that is no other place."""
    try:
        there = folder.is_dir()
    except OSError:  # closed to us, or no name that a folder could have
        there = False
    if not there:
        # Never made: it may be a drive that is not there today.
        raise KnownError(SyncFault.GONE.value, {"where": folder})
    if folder.samefile(environment.paths.data):
        raise KnownError(SyncFault.SELF.value, {"where": folder})


def _with_server(environment: Environment, url: str) -> SyncDone:
    from hipcoach.store.carried import open_carried  # noqa: PLC0415 - SQLAlchemy takes its time
    from hipcoach.store.place import place_of  # noqa: PLC0415 - the same

    there = place_of(url)
    if there == place_of(environment.journal_place):
        raise KnownError(SyncFault.SELF.value, {"where": environment.journal_shown})
    key = str(there.path or there.url.set(query={}).render_as_string(hide_password=True))
    state = _state(environment)
    before = state.at(key)
    other = open_carried(url)
    try:
        with carried(environment) as journal:
            state = _wiped(state, journal)
            if _alike(environment, before, journal, other):
                return _done(environment, state, [], {}, [])
            with _spooled(environment, other) as file:
                come = _joined(environment, journal, file)
            with _spooled(environment, journal) as file:
                gone = _joined(environment, other, file)
            place = replace(
                before, counts=journal.counts(), forgotten=_forgotten(environment, journal)
            )
    finally:
        other.close()
    return _done(environment, state.with_place(key, place), [come], gone.added, [])


def _alike(
    environment: Environment, before: SyncPlace, journal: CarriedJournal, other: CarriedJournal
) -> bool:
    """Whether both have what they had, and deleted what they had deleted."""
    forgotten = {before.forgotten, _forgotten(environment, journal), _forgotten(environment, other)}
    return len(forgotten) == 1 and dict(before.counts) == journal.counts() == other.counts()


def _forgotten(environment: Environment, journal: CarriedJournal) -> tuple[str, ...]:
    return tuple(str(one.id) for one in journal.forgotten(environment.clock().now()))


def _wiped(state: SyncState, journal: CarriedJournal) -> SyncState:
    """The same once what was left of deleted rows is wiped from the disk."""
    return replace(state, unwiped=not journal.wipe()) if state.unwiped else state


def _done(
    environment: Environment,
    state: SyncState,
    come: Sequence[Joined],
    carried_out: Counts,
    skipped: Sequence[tuple[str, Exception]],
) -> SyncDone:
    """What has come of it, remembered for the next time."""
    added: dict[str, int] = {}
    deleted: dict[str, int] = {}
    for one in come:
        _sum_up(added, one.added)
        _sum_up(deleted, one.deleted)
    unwiped = state.unwiped or not all(one.wiped for one in come)
    _keep(environment, replace(state, unwiped=unwiped))
    return SyncDone(added, carried_out, tuple(skipped), deleted, not unwiped)


@contextmanager
def _spooled(environment: Environment, journal: CarriedJournal) -> Iterator[IO[bytes]]:
    """All of a journal in a file that nobody else sees.

    No journal is kept locked while another one, behind a slow line, is read.
    """
    with TemporaryFile(dir=environment.paths.data) as file:
        _write(journal, environment, file)
        file.flush()
        yield file


def _write(journal: CarriedJournal, environment: Environment, file: IO[bytes]) -> None:
    for text in text_of(journal.rows(), __version__, environment.clock().now()):
        file.write(text.encode())


def _joined(environment: Environment, journal: CarriedJournal, file: IO[bytes]) -> Joined:
    """The rows of a file joined; raises ExchangeError, OSError, StoreError, KnownError."""
    return journal.join(lambda: rows_of(_chunks(file)), environment.clock().now())


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    file.seek(0)
    while chunk := file.read(CHUNK):
        yield chunk


def _sum_up(total: dict[str, int], more: Mapping[str, int]) -> None:
    for table, number in more.items():
        total[table] = total.get(table, 0) + number


def _state(environment: Environment) -> SyncState:
    """What is remembered; begun anew where there is nothing, or it is another computer's."""
    host = platform.node()
    try:
        text = (environment.paths.data / STATE).read_text("utf-8")
    except (OSError, ValueError):
        text = None
    return read_state(text, host) or SyncState(_letters(), host)


def _begun(environment: Environment) -> SyncState:
    """The same; a first one is kept at once, so that a second process finds our name."""
    state = _state(environment)
    if not (environment.paths.data / STATE).exists():
        _keep(environment, state)
    return state


def _letters() -> str:
    """A new name for this computer."""
    return os.urandom(ID_LETTERS // 2).hex()


def _keep(environment: Environment, state: SyncState) -> None:
    """Raises KnownError (`unwritable`): who forgot its own name would write another file."""
    path = environment.paths.data / STATE
    try:
        replace_file(path, state_text(state).encode())
    except OSError as error:
        raise KnownError("unwritable", {"path": path}) from error


def _names(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError as error:
        raise KnownError(SyncFault.GONE.value, {"where": folder}) from error


def _stamp(path: Path) -> str:
    """Which file it is, as far as one sees without reading it; empty: there is none."""
    try:
        found = path.stat()
    except OSError:
        return ""
    if not stat.S_ISREG(found.st_mode):
        return ""
    return f"{found.st_size}-{found.st_mtime_ns}"
