"""Rows deleted for good: not only out of reach, but gone from the disk, here and elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, delete, exists, select
from sqlalchemy.exc import SQLAlchemyError

from hipcoach.core.backups import SUFFIX, named
from hipcoach.core.errors import KnownError, StoreError
from hipcoach.core.exchange import TABLES, CarriedRow
from hipcoach.core.forgotten import Forgotten, moment_after, standing
from hipcoach.core.merge import forgotten_of, row_of
from hipcoach.store.backups import FOLDER, NEW, UPGRADES, contents_of, names_in
from hipcoach.store.database import open_database
from hipcoach.store.deleting import (
    PATIENCE_S,
    Span,
    counted,
    delete_rows,
    forgotten_rows,
    rows_of_days,
    wipe,
)
from hipcoach.store.faults import told
from hipcoach.store.place import Place, companions, place_of
from hipcoach.store.rows import FORGOTTEN, ForgottenRow

if TYPE_CHECKING:
    from uuid import UUID


def to_forget(place: Place, span: Span | None) -> Mapping[str, int]:
    """How many rows of each table would be deleted; `None`: of every day.

    Raises StoreError.
    """
    with told(place), _opened(place) as engine, engine.connect() as connection:
        return counted(connection, rows_of_days(connection, span))


def forget(place: Place, mark: Forgotten) -> Mapping[str, int]:
    """Delete the rows of the days that the mark is about; it stays, so that none comes back.

    Sessions go with all that belongs to them, answers and plans by the day that they are about.
    How many rows of each table they were. The file is written anew without them.
    Raises StoreError, and KnownError (`forget-in-session`): nothing is deleted then.
    With `deleted`, how many rows of each table, among its details they are gone, and may still
    stand on the disk: it is full, or somebody reads the journal just now (`forget-not-wiped`).
    """
    span = (mark.first, mark.last) if mark.first and mark.last else None
    with told(place), _opened(place) as engine:
        with _writing(engine) as connection:
            counts = delete_rows(connection, rows_of_days(connection, span), mark.at)
            add_mark(connection, mark)
        try:
            wipe(place, engine, [*counts])
        except KnownError as error:
            error.details["deleted"] = counts
            raise
    return counts


def wipe_again(place: Place) -> None:
    """Leave no trace of what was deleted at another time, if anything was; raises as `wipe`."""
    with told(place), _opened(place) as engine:
        with engine.connect() as connection:
            deleted = connection.scalar(select(exists(select(FORGOTTEN.c.id))))
        if deleted:
            wipe(place, engine, [*TABLES])


def forget_copies(place: Place) -> int:
    """Delete every copy of the journal that HipCoach has made; how many they were.

    Copies from before upgrades and damaged journals that were set aside are among them, and
    beside them go those that were never finished, as somebody was killed.
    Raises StoreError.
    """
    if place.path is None:
        return 0
    folder = place.path.parent / FOLDER
    found, unfinished = list(_copies(place.path)), list[Path]()
    for where, suffix in ((place.path.parent, place.path.suffix), (folder, SUFFIX)):
        unfinished += where.glob(f".*{suffix}*{NEW}*")
    with told(place_of(folder)):
        for path in (*found, *unfinished):
            for file in (path, *companions(path)):
                file.unlink(missing_ok=True)
    return len(found)


def marks_in(connection: Connection, now: datetime) -> tuple[Forgotten, ...]:
    """What was deleted, as it stands, the newest first."""
    return standing(map(_told, connection.execute(select(FORGOTTEN.table)).all()), now)


def add_mark(connection: Connection, mark: Forgotten) -> Forgotten:
    """Write what was deleted or brought back just now, so that it decides; as it was written."""
    mark = replace(mark, at=moment_after(marks_in(connection, mark.at), mark.at))
    put_marks(connection, [mark], mark.at)
    return mark


def put_marks(
    connection: Connection, more: Iterable[Forgotten], now: datetime
) -> tuple[Forgotten, ...]:
    """Write what was deleted here or elsewhere, and give what stands then.

    What says nothing any more is dropped.
    """
    found = {row.id: _told(row) for row in connection.execute(select(FORGOTTEN.table)).all()}
    kept = standing([*found.values(), *(one for one in more if one.id not in found)], now)
    ids = {one.id for one in kept}
    if found.keys() - ids:
        connection.execute(delete(FORGOTTEN.table).where(FORGOTTEN.c.id.in_(found.keys() - ids)))
    if ids - found.keys():
        FORGOTTEN.add(
            connection, *(ForgottenRow(*row_of(one).values) for one in kept if one.id not in found)
        )
    return kept


def days_back(place: Place, source: Path, now: datetime) -> Span | None:
    """The first and the last of the deleted days that a copy would bring back.

    `None`: none, and where that can't be told, as of copies in an older form.
    """
    marks, sound = _marks_of(place, now)
    if not marks or not sound:
        return None
    try:
        with _looking_into(source) as connection:
            kept = standing(
                {one.id: one for one in (*marks, *marks_in(connection, now))}.values(), now
            )
            return forgotten_rows(connection, kept).days
    except (SQLAlchemyError, KnownError, ValueError):
        return None


@contextmanager
def marks_kept(
    place: Place, now: datetime, brought_back: UUID, *, damaged: bool = False
) -> Iterator[None]:
    """While another journal is put in the place of this one: what was deleted is remembered.

    A sound journal was replaced on purpose: what comes back with the other one is brought back,
    with a row of that id, here and on other computers. What takes the place of a damaged one is
    without what was deleted, as far as that can still be read; `damaged` says that it is, where
    its pages may look sound.
    """
    before, sound = _marks_of(place, now)
    yield
    if not before:
        return
    counts: Mapping[str, int] = {}
    with told(place), _opened(place) as engine:
        with _writing(engine) as connection:
            kept = put_marks(connection, before, now)
            found = forgotten_rows(connection, kept)
            if damaged or not sound:
                counts = delete_rows(connection, found.ids, now)
            elif found.days:
                add_mark(connection, Forgotten(brought_back, now, *found.days, gone=False))
        if sum(counts.values()):
            wipe(place, engine, [*counts])


def _marks_of(place: Place, now: datetime) -> tuple[tuple[Forgotten, ...], bool]:
    """What a journal knows of what was deleted, and whether it is sound; it is left as it is."""
    path, sound = place.path, True
    if path is None or not path.exists():
        return (), sound
    try:
        contents_of(path)
    except StoreError:
        sound = False
    try:
        with _looking_into(path) as connection:
            return marks_in(connection, now), sound
    except (SQLAlchemyError, KnownError, ValueError):  # damaged, or from before there were any
        return (), sound


@contextmanager
def _looking_into(path: Path) -> Iterator[Connection]:
    """A file that is only read, in whichever form."""
    address = f"{path.as_uri()}?mode=ro"
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(address, uri=True))
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def _told(row: Iterable[Any]) -> Forgotten:
    return forgotten_of(CarriedRow("forgotten", tuple(row)))


@contextmanager
def _opened(place: Place) -> Iterator[Engine]:
    engine = open_database(place, PATIENCE_S)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _writing(engine: Engine) -> Iterator[Connection]:
    begun = engine.connect().execution_options(begin="BEGIN IMMEDIATE")
    with begun as connection, connection.begin():
        yield connection


def _copies(path: Path) -> Iterator[Path]:
    """Those that HipCoach has made; raises StoreError."""
    folder = path.parent / FOLDER
    yield from (folder / one.name for one in named(names_in(folder)))
    for pattern in (f"{path.stem}{UPGRADES}*{path.suffix}", f"{path.stem}-damaged-*{path.suffix}"):
        yield from path.parent.glob(pattern)
