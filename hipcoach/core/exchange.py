"""The form in which a journal leaves HipCoach and comes back: what each row may hold.

`docs/export.md` explains it to people, `docs/export.schema.json` to programs. A row is read
strictly: what a file says that can't be kept as it stands is refused, so that nothing is lost
on the way and nothing comes in that the journal could not be read with.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from json import JSONEncoder
from typing import Any, Final, NamedTuple, cast

from hipcoach.core.errors import KnownError
from hipcoach.core.exchange_fields import (
    ANSWERS,
    CLOCK,
    COUNT,
    DAY,
    DAY_OR_NONE,
    ID,
    LENGTH,
    LEVEL,
    MOMENT,
    OFFSET,
    OFFSET_OR_NONE,
    REASONS,
    RUNG,
    RUNGS,
    SECONDS,
    SETTINGS,
    SHOWN,
    TEN,
    TEXT,
    TEXTS,
    TEXTS_OR_NONE,
    WEEKDAYS,
    YES_NO,
    YES_NO_OR_NONE,
    Field,
    Unfit,
    one_of,
    or_none,
    whole,
)
from hipcoach.core.journal import CloseReason, EventKind, Purpose, Shell
from hipcoach.core.plan import Action
from hipcoach.core.plan_log import Reply, Soreness
from hipcoach.core.side import Side

FORMAT: Final = "hipcoach-journal"
VERSION: Final = 2
"""Of the form; a file with a greater one is refused. The first knew no `forgotten`."""
FORGOTTEN: Final = "forgotten"
"""The table of what was deleted: in a file its rows come before all others."""

_ENCODE: Final = JSONEncoder().encode
_SESSION: Final = {"id": ID, "session_id": ID, "at": MOMENT}
_ENTRY: Final = {"id": ID, "at": MOMENT, "offset_s": OFFSET}
_SIDE: Final = or_none(one_of(Side))

TABLES: Final[Mapping[str, Mapping[str, Field]]] = {
    FORGOTTEN: {**_ENTRY, "first": DAY_OR_NONE, "last": DAY_OR_NONE, "gone": YES_NO},
    "sessions": {
        "id": ID,
        "at": MOMENT,
        "zone": TEXT,
        "offset_s": OFFSET,
        "routine": TEXT,
        "shell": one_of(Shell),
        "first_side": one_of(Side),
        "rungs": RUNGS,
        "length_s": LENGTH,
        "version": TEXT,
        "purpose": one_of(Purpose),
    },
    "segments": {
        **_SESSION,
        "number": COUNT,
        "chapter": COUNT,
        "phase": TEXT,
        "exercise": TEXT,
        "side": _SIDE,
        "rung": RUNG,
        "planned_s": LENGTH,
        "held_s": LENGTH,
        "completed": YES_NO,
    },
    "session_events": {
        **_SESSION,
        "kind": one_of(EventKind),
        "exercise": TEXT,
        "side": _SIDE,
        "chapter": COUNT,
        "amount": SECONDS,
    },
    "session_ends": {**_SESSION, "reason": one_of(CloseReason)},
    "session_answers": {
        **_SESSION,
        "effort": or_none(TEN),
        "pain_during": or_none(TEN),
        "pinch": YES_NO_OR_NONE,
    },
    "safety_answers": {"id": ID, "at": MOMENT, "flags": TEXTS, "offset_s": OFFSET_OR_NONE},
    "self_checks": {
        "id": ID,
        "at": MOMENT,
        "answers": ANSWERS,
        "routine": TEXT,
        "reasons": TEXTS,
        "offset_s": OFFSET_OR_NONE,
    },
    "next_day_answers": {
        **_ENTRY,
        "day": DAY,
        "days_after": whole(1, 2),
        "reply": one_of(Reply),
        "pain": or_none(TEN),
        "soreness": or_none(one_of(Soreness)),
        "sketchy": YES_NO_OR_NONE,
    },
    "clearances": {**_ENTRY, "day": DAY, "given_by": TEXT, "words": TEXT},
    "ceilings": {**_ENTRY, "level": LEVEL},
    "about_you": {
        **_ENTRY,
        "goals": TEXTS,
        "usual_pain": or_none(TEN),
        "kneels": YES_NO_OR_NONE,
        "props": TEXTS_OR_NONE,
        "weekdays": WEEKDAYS,
        "time_of_day": CLOCK,
    },
    "plans": {
        **_ENTRY,
        "day": DAY,
        "action": one_of(Action),
        "level": LEVEL,
        "weekly_min": COUNT,
        "weekly_max": COUNT,
        "next_day": DAY_OR_NONE,
        "reasons": REASONS,
        "rules_version": COUNT,
    },
    "break_events": {**_ENTRY, "kind": TEXT, "reason": TEXT, "settings": SETTINGS},
    "notes": {**_ENTRY, "day": DAY, "words": TEXT},
    "withdrawals": {**_SESSION, "offset_s": OFFSET, "withdrawn": YES_NO},
}
"""The fields of each kind of row, by the names that the journal's tables and columns have.

In the order of the columns; what was deleted comes first, and sessions before what belongs
to them.
"""


class ExchangeFault(StrEnum):
    """Why a file can't be joined with a journal: the codes of `ExchangeError`.

    Details hold `line` where it is known, and for a row `table`, `field` and `value`.
    """

    NOT_OURS = "exchange-not-ours"
    """Something else than a journal that HipCoach has written."""
    NEWER = "exchange-newer"
    """Written in a newer form; details: `found` and `known`."""
    CUT_OFF = "exchange-cut-off"
    """It ends in the middle."""
    NOT_TEXT = "exchange-not-text"
    """A byte that is no UTF-8."""
    NOT_JSON = "exchange-not-json"
    """Not written as JSON asks for."""
    TOO_DEEP = "exchange-too-deep"
    """Lists within lists without end."""
    TOO_LONG = "exchange-too-long"
    """A row that is longer than any of ours."""
    TWICE = "exchange-twice"
    """A field that a row has twice."""
    NO_ROW = "exchange-no-row"
    """A row that is no object, or of a table that there is not."""
    MISSING = "exchange-missing"
    """A field that is not there."""
    UNKNOWN = "exchange-unknown"
    """A field that no row of the table has."""
    NO_SESSION = "exchange-no-session"
    """A row of a session that is neither in the journal nor before it in the file."""
    LATE = "exchange-late"
    """A row about what was deleted that comes after others."""
    BAD_SPAN = "exchange-bad-span"
    """One of its two days alone, or a last day before the first."""
    CONFLICT = "exchange-conflict"
    """A row that is known, and says something else here; details: `id`."""


class ExchangeError(KnownError):
    """Rows that can't be joined with a journal."""


class CarriedRow(NamedTuple):
    """A row on its way from one journal to another."""

    table: str
    values: tuple[Any, ...]
    """In the order of the columns; the id is the first, of a session's rows that of the
    session the second."""
    line: int = 0
    """Of the file that it comes from; 0: from none."""


def plain_row(row: CarriedRow) -> dict[str, Any]:
    """A row as it is written into a file."""
    plain: dict[str, Any] = {"table": row.table}
    for (name, field), value in zip(TABLES[row.table].items(), row.values, strict=True):
        plain[name] = field.write(value) if field.write and value is not None else value
    return plain


def read_row(found: object, line: int = 0) -> CarriedRow:
    """A row out of a file; raises `ExchangeError`."""
    if not isinstance(found, dict):
        raise ExchangeError(
            ExchangeFault.NO_ROW, {"line": line, "table": "", "value": _shown(found)}
        )
    table = found.get("table")
    fields = TABLES.get(table) if isinstance(table, str) else None
    if fields is None:
        details = {"line": line, "table": "", "value": _shown(table)}
        raise ExchangeError(ExchangeFault.NO_ROW, details)
    values = []
    for name, field in fields.items():
        try:
            values.append(field.read(found[name]))
        except KeyError:
            details = {"line": line, "table": table, "field": name}
            raise ExchangeError(ExchangeFault.MISSING, details) from None
        except Unfit as unfit:
            about = {"line": line, "table": table, "field": name, "value": _shown(found[name])}
            raise ExchangeError(f"exchange-{unfit.code}", {**about, **unfit.details}) from None
    if len(found) > len(fields) + 1:
        name = min(set(found) - {"table", *fields})
        details = {"line": line, "table": table, "field": _shown(name)}
        raise ExchangeError(ExchangeFault.UNKNOWN, details)
    return CarriedRow(cast("str", table), tuple(values), line)


def check_head(head: Mapping[str, object]) -> None:
    """Raise `ExchangeError` for a file that is not ours, or in a form that is newer."""
    version = head.get("version")
    if head.get("format") != FORMAT or type(version) is not int or version < 1:
        raise ExchangeError(ExchangeFault.NOT_OURS, {"line": 1})
    if version > VERSION:
        raise ExchangeError(ExchangeFault.NEWER, {"line": 1, "found": version, "known": VERSION})


def schema() -> dict[str, Any]:
    """The form as a JSON Schema (draft 2020-12)."""
    rows = [
        {
            "title": table,
            "type": "object",
            "properties": {
                "table": {"const": table},
                **{name: field.schema for name, field in fields.items()},
            },
            "required": ["table", *fields],
            "additionalProperties": False,
        }
        for table, fields in TABLES.items()
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A journal of HipCoach",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "program": {"type": "string"},
            "written_at": MOMENT.schema,
            "rows": {"type": "array", "items": {"oneOf": rows}},
        },
        "required": ["format", "version", "rows"],
    }


def _shown(value: object) -> str:
    """A value as far as a sentence may name it, in the words of JSON."""
    try:
        text = value if isinstance(value, str) else _ENCODE(value)
    except RecursionError:  # what was just shallow enough to be read
        text = "…"
    text = "".join(letter if letter.isprintable() else "?" for letter in text[: SHOWN + 1])
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
