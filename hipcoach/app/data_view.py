"""Makes what the page of the journal shows out of what our own commands print."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

from hipcoach.app.data_snapshots import (
    CopyRow,
    DataSnapshot,
    Leftover,
    Outcome,
    Part,
    Weighed,
    Wish,
)
from hipcoach.app.phrases import data as phrases
from hipcoach.app.phrases.exchange import joined_words
from hipcoach.core.errand import ErrandDone
from hipcoach.core.value import value

_SAID_BY_US: Final = "hipcoach: "
"""What a sentence about something wrong begins with in a terminal."""


@value
class Held:
    """What is in a journal, in figures."""

    sessions: int
    breaks: int
    """Events of breaks."""
    first: date | None
    """Day of the oldest row; `None`: it is empty."""
    last: date | None


@value
class Copy:
    """A copy of the journal."""

    path: str
    kind: str
    made: datetime | None
    held: Held | None
    """`None`: it can't be read."""


@value
class Look:
    """A look at the journal and its copies."""

    there: bool
    """Whether there is a journal at all."""
    now: Held | None
    """What is in it; `None`: it isn't there, or can't be read."""
    copies: tuple[Copy, ...]


def read_look(said: str) -> Look:
    """What `hipcoach restore --json` printed; raises ValueError for anything else."""
    try:
        found = json.loads(said)
        now = found["now"]
        return Look(
            now is not None,
            _held(now) if now else None,
            tuple(map(_copy, found["backups"])),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(said) from error


def read_tables(said: str, name: str = "tables") -> Mapping[str, int]:
    """The rows of each table that a command printed as JSON under a name; raises ValueError."""
    try:
        tables = json.loads(said)[name]
        return {str(name): int(number) for name, number in tables.items()}
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(said) from error


def read_word(said: str, name: str) -> Any:
    """One field of what a command printed as JSON; `None` where there is none such."""
    try:
        found = json.loads(said)
    except ValueError:
        return None
    return found.get(name) if isinstance(found, dict) else None


def trouble_of(done: ErrandDone) -> str:
    """Why a command failed: the sentences it said, for people; one of ours where it had none."""
    lines = (line for line in done.trouble.splitlines() if line.startswith(_SAID_BY_US))
    return "\n".join(line.removeprefix(_SAID_BY_US) for line in lines) or phrases.failed_words()


def looked_at(base: DataSnapshot, look: Look, size: int) -> DataSnapshot:
    """The journal and its copies as they were found; `size` is in bytes."""
    now = look.now
    words = ""
    if look.there and now is None:
        words = phrases.unreadable_words(copies=any(copy.held for copy in look.copies))
    elif now is None or now.first is None:
        words = phrases.empty_words()
    return replace(
        base,
        figures=_figures(now, size) if now and now.first else (),
        words=words,
        days=(now.first, now.last) if now and now.first and now.last else None,
        copies=tuple(_row(copy, look) for copy in look.copies),
        copies_words="" if look.copies else phrases.no_copies_words(),
    )


def counted(base: DataSnapshot, counts: Mapping[str, int]) -> DataSnapshot:
    """A journal on a server, of which nothing but its rows is known."""
    there = sum(counts.values())
    return replace(
        base,
        figures=_counts(counts.get("sessions", 0), counts.get("break_events", 0)) if there else (),
        words="" if there else phrases.empty_words(),
        copies_words=phrases.server_words(),
    )


def joined(done: ErrandDone, path: str) -> Outcome:
    """What has come of joining the journal in a file; raises ValueError."""
    added, deleted, left_out = (
        read_tables(done.said, name) for name in ("added", "deleted", "left_out")
    )
    told = [phrases.deleted_there_words(deleted)] if sum(deleted.values()) else []
    leftover = None
    if sum(left_out.values()):
        told.append(phrases.left_out_words(left_out))
        leftover = Leftover(path, phrases.bring_back_question(left_out), phrases.bring_back_more())
    if sum(added.values()) or not told:
        told.insert(0, joined_words(added))
    return Outcome(Part.IN, "\n".join(told), leftover=leftover)


def question_of(wish: Wish, counts: Mapping[str, int]) -> Weighed:
    """How much is to be deleted, as a question."""
    question = phrases.delete_question(counts) if sum(counts.values()) else ""
    if not question and wish.copies:
        question = phrases.delete_copies_question()
    return Weighed(wish, question, phrases.delete_more(wish.span, copies=wish.copies))


def _figures(held: Held, size: int) -> tuple[tuple[str, str], ...]:
    assert held.first
    return (
        *_counts(held.sessions, held.breaks),
        (phrases.since_words(held.first), phrases.since_caption()),
        (phrases.size_words(size), phrases.size_caption()),
    )


def _counts(sessions: int, breaks: int) -> tuple[tuple[str, str], ...]:
    return (
        (phrases.number_words(sessions), phrases.sessions_caption(sessions)),
        (phrases.number_words(breaks), phrases.breaks_caption(breaks)),
    )


def _row(copy: Copy, look: Look) -> CopyRow:
    when = phrases.moment_words(copy.made.astimezone()) if copy.made else copy.path
    why, held = phrases.kind_words(copy.kind), copy.held
    if held is None:
        return CopyRow(copy.path, when, why, phrases.unreadable_copy_words(), False, "", "")
    now = look.now if look.there else Held(0, 0, None, None)
    words = _words(held)
    missing = max(0, now.sessions - held.sessions) if now else 0
    return CopyRow(
        copy.path,
        when,
        why,
        words,
        True,
        phrases.take_back_question(when),
        phrases.take_back_more(words, _words(now) if now else None, missing),
    )


def _words(held: Held) -> str:
    return phrases.held_words(held.sessions, held.breaks, held.first, held.last)


def _held(found: Mapping[str, Any]) -> Held | None:
    if not found["readable"]:
        return None
    days = (found["first"], found["last"])
    first, last = (date.fromisoformat(day) if day else None for day in days)
    return Held(int(found["sessions"]), int(found["breaks"]), first, last)


def _copy(found: Mapping[str, Any]) -> Copy:
    made = found["made"]
    return Copy(
        str(found["path"]),
        str(found["kind"] or ""),
        datetime.fromisoformat(made) if made else None,
        _held(found),
    )
