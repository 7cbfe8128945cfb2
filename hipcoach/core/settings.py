"""What a person can choose: every option declared once, as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from hipcoach.core.value import value

if TYPE_CHECKING:
    from hipcoach.core.break_choices import BreakChoices
    from hipcoach.core.sync_choices import SyncChoices

Value: TypeAlias = bool | int | float | str

SOUND_MODE: Final = "sound.mode"
ROUTINE_SOUNDS: Final = "routine-sounds"
ACKNOWLEDGED: Final = "acknowledged"
BREAKS: Final = "breaks"
SYNC: Final = "sync"
"""The tables that are no groups of options."""

_LONGEST_NAME: Final = 200


class Kind(StrEnum):
    """What the value of an option is."""

    SWITCH = "switch"
    """On or off."""
    WHOLE = "whole"
    """A whole number between bounds."""
    DECIMAL = "decimal"
    """A number between bounds."""
    CHOICE = "choice"
    """One of a few codes."""
    NAME = "name"
    """A name that the machine gives, such as that of a voice; empty: the machine's own choice."""


@value
class Option:
    """One thing to choose."""

    key: str
    """Its group and its name, such as `voice.rate`."""
    kind: Kind
    default: Value
    least: float = 0.0
    most: float = 0.0
    step: float = 1.0
    """What one press of a key changes; values between are taken as well."""
    choices: tuple[str, ...] = ()

    @property
    def group(self) -> str:
        """The first half of the key."""
        return self.key.partition(".")[0]

    def takes(self, value: object) -> bool:
        """Whether the option can have this value."""
        match self.kind:
            case Kind.SWITCH:
                return isinstance(value, bool)
            case Kind.WHOLE:
                return isinstance(value, int) and self._bounds(value)
            case Kind.DECIMAL:
                return isinstance(value, int | float) and self._bounds(value)
            case Kind.CHOICE:
                return isinstance(value, str) and value in self.choices
            case Kind.NAME:
                # An empty string is printable.
                return (
                    isinstance(value, str) and len(value) <= _LONGEST_NAME and value.isprintable()
                )

    def _bounds(self, number: float) -> bool:
        """Whether a number is in bounds; yes and no are no numbers here, though Python's are."""
        return not isinstance(number, bool) and self.least <= number <= self.most


def _switch(key: str, *, default: bool) -> Option:
    return Option(key, Kind.SWITCH, default)


def _whole(key: str, least: int, most: int, default: int, step: int) -> Option:
    return Option(key, Kind.WHOLE, default, least, most, step)


def _choice(key: str, *choices: str, default: str = "") -> Option:
    return Option(key, Kind.CHOICE, default or choices[0], choices=choices)


OPTIONS: Final = (
    _choice(SOUND_MODE, "voice+beeps", "voice", "beeps", "none"),
    _choice("sound.count", "spoken", "ticks"),
    _whole("sound.beeps", 0, 100, 60, 5),
    Option("voice.id", Kind.NAME, ""),
    # Below 100 words a minute speech engines drawl, above 220 a cue can't be followed lying down.
    _whole("voice.rate", 100, 220, 150, 5),
    _whole("voice.volume", 0, 100, 100, 5),
    _choice("session.first_side", "right", "left"),
    Option("session.distance_m", Kind.DECIMAL, 3.0, 1.0, 4.0, 0.5),
    _switch("session.keep_awake", default=True),
    # Of the word on the day after, as a local time; by the clock, not by a wish of the machine.
    _choice(
        "session.ask_at",
        "07:00",
        "08:00",
        "09:00",
        "12:00",
        "17:00",
        "20:00",
        "never",
        default="09:00",
    ),
    # Which there are, the catalogues tell: a file from another version may name one more.
    Option("look.language", Kind.NAME, ""),
    _choice("look.theme", "system", "light", "dark", "high-contrast"),
    _whole("look.text_percent", 100, 200, 100, 25),
    _choice("look.reduced_motion", "system", "on", "off"),
    _switch("look.week_numbers", default=False),
    _choice(
        "figure.skin", "porcelain", "sand", "honey", "bronze", "umber", "cocoa", default="honey"
    ),
    _choice(
        "figure.hair", "black", "brown", "chestnut", "blond", "copper", "silver", default="brown"
    ),
    _choice("figure.hair_style", "crop", "bun", "bob", "curls", "none", default="bun"),
    _choice("figure.clothes", "lagoon", "plum", "sun", "rose", "moss", "sky"),
    _switch("figure.socks", default=False),
)
"""Every option, in the order in which it is shown."""

_BY_KEY: Final[Mapping[str, Option]] = MappingProxyType({one.key: one for one in OPTIONS})
_DEFAULTS: Final = tuple(one.default for one in OPTIONS)
_PLACES: Final = {one.key: place for place, one in enumerate(OPTIONS)}


def option(key: str) -> Option:
    """The option of that key; raises `KeyError` where there is none."""
    return _BY_KEY[key]


@value
class Settings:
    """One value for every option; without arguments the defaults."""

    values: tuple[Value, ...] = _DEFAULTS
    """In the order of `OPTIONS`."""
    sounds: tuple[tuple[str, str], ...] = ()
    """(routine, sound mode) of the routines that sound in a way of their own, sorted."""
    acknowledged: tuple[str, ...] = ()
    """Ids of the exercises whose warning was read and acknowledged, sorted."""
    break_table: tuple[tuple[str, object], ...] = ()
    """(name, value) of what is not usual in the choices about breaks, sorted."""
    sync_table: tuple[tuple[str, object], ...] = ()
    """The same of the choices about a journal elsewhere; empty: it is joined with none."""

    def __getitem__(self, key: str) -> Value:
        return self.values[_PLACES[key]]

    def switch(self, key: str) -> bool:
        """The value of an option that is on or off."""
        value = self[key]
        assert isinstance(value, bool)
        return value

    def whole(self, key: str) -> int:
        """The value of an option that is a whole number."""
        value = self[key]
        assert isinstance(value, int)
        return value

    def decimal(self, key: str) -> float:
        """The value of an option that is a number."""
        value = self[key]
        assert isinstance(value, int | float)
        return float(value)

    def word(self, key: str) -> str:
        """The value of an option that is a code or a name."""
        value = self[key]
        assert isinstance(value, str)
        return value

    @property
    def speaks(self) -> bool:
        """Whether cues are spoken."""
        return self.word(SOUND_MODE) in {"voice+beeps", "voice"}

    @property
    def beeps(self) -> bool:
        """Whether tones and ticks are played."""
        return self.word(SOUND_MODE) in {"voice+beeps", "beeps"}

    def for_routine(self, routine: str) -> Settings:
        """The settings as they hold in that routine: with its own sound, where it has one."""
        mode = dict(self.sounds).get(routine)
        return self if mode is None else self.with_value(SOUND_MODE, mode)

    def with_sound(self, routine: str, mode: str) -> Settings:
        """The same settings but for the sound of one routine; an empty mode: as for all.

        Raises `ValueError` for a mode that `sound.mode` does not take.
        """
        sounds = {name: own for name, own in self.sounds if name != routine}
        if mode:
            if not option(SOUND_MODE).takes(mode):
                raise ValueError(f"{routine} does not sound like {mode!r}")
            sounds[routine] = mode
        return replace(self, sounds=tuple(sorted(sounds.items())))

    def with_acknowledged(self, exercise: str) -> Settings:
        """The same settings, and the warning of that exercise acknowledged."""
        return replace(self, acknowledged=tuple(sorted({*self.acknowledged, exercise})))

    @property
    def breaks(self) -> BreakChoices:
        """What the person chose about stretch breaks."""
        from hipcoach.core.break_choices import mended  # noqa: PLC0415 - the first picture has none

        table = dict(self.break_table)
        if "hours" in table:
            table["hours"] = dict(table["hours"])  # type: ignore[call-overload] # as it was frozen
        return mended(table)[0]

    def with_breaks(self, choices: BreakChoices) -> Settings:
        """The same settings but for the choices about breaks."""
        usual = type(choices)().table()
        chosen = {name: one for name, one in choices.table().items() if one != usual[name]}
        table = tuple(sorted((name, _frozen(one)) for name, one in chosen.items()))
        return replace(self, break_table=table)

    @property
    def sync(self) -> SyncChoices:
        """What the person chose about the journal of another computer."""
        from hipcoach.core.sync_choices import mended  # noqa: PLC0415 - the first picture has none

        return mended(dict(self.sync_table))[0]

    def with_sync(self, choices: SyncChoices) -> Settings:
        """The same settings but for these choices."""
        usual = type(choices)().table()
        chosen = {name: one for name, one in choices.table().items() if one != usual[name]}
        return replace(self, sync_table=tuple(sorted(chosen.items())))

    def with_value(self, key: str, value: Value) -> Settings:
        """The same settings but for one value.

        Raises `KeyError` for an unknown option and `ValueError` for a value it does not take.
        """
        if not option(key).takes(value):
            raise ValueError(f"{key} does not take {value!r}")
        place = _PLACES[key]
        return replace(self, values=(*self.values[:place], value, *self.values[place + 1 :]))

    def tables(self) -> dict[str, dict[str, object]]:
        """The values by group and name, as a file holds them."""
        tables: dict[str, dict[str, object]] = {}
        for one, held in zip(OPTIONS, self.values, strict=True):
            tables.setdefault(one.group, {})[one.key.partition(".")[2]] = held
        if self.sounds:
            tables[ROUTINE_SOUNDS] = dict(self.sounds)
        if self.acknowledged:
            tables[ACKNOWLEDGED] = dict.fromkeys(self.acknowledged, True)
        if self.break_table:
            tables[BREAKS] = self.breaks.table()
        if self.sync_table:
            tables[SYNC] = self.sync.table()
        return tables


@value
class Repair:
    """A value that could not be used."""

    key: str
    found: object
    """What was there."""
    used: Value | None
    """What holds now: of a routine's sound, that of all; `None` where there is no such option."""


def repair(tables: Mapping[str, object]) -> tuple[Settings, tuple[Repair, ...]]:
    """Settings from tables as a file holds them, and what had to be mended.

    An option that is missing has its default, and needs no mending.
    """
    settings, repairs = _with_breaks(Settings(), tables.get(BREAKS, {}))
    settings, more = _with_sync(settings, tables.get(SYNC, {}))
    repairs += more
    for key, found in _entries(tables):
        known = _BY_KEY.get(key)
        group, _, name = key.partition(".")
        if group == ROUTINE_SOUNDS and name:
            if isinstance(found, str) and option(SOUND_MODE).takes(found):
                settings = settings.with_sound(name, found)
            else:
                repairs.append(Repair(key, found, ""))
        elif group == ACKNOWLEDGED and name and found is True:
            settings = settings.with_acknowledged(name)
        elif group in {BREAKS, SYNC} and name:
            continue
        elif known is None:
            repairs.append(Repair(key, found, None))
        elif known.takes(found):
            assert isinstance(found, bool | int | float | str)
            settings = settings.with_value(key, found)
        else:
            repairs.append(Repair(key, found, known.default))
    return settings, tuple(repairs)


def _with_breaks(settings: Settings, table: object) -> tuple[Settings, list[Repair]]:
    """The settings with that table of breaks, and what had to be mended in it."""
    if not (isinstance(table, Mapping) and table):
        return settings, []
    from hipcoach.core.break_choices import mended  # noqa: PLC0415 - the first picture has none

    choices, wrong = mended(table)
    repairs = [
        Repair(f"{BREAKS}.{name}", table[name], "" if known else None) for name, known in wrong
    ]
    return settings.with_breaks(choices), repairs


def _with_sync(settings: Settings, table: object) -> tuple[Settings, list[Repair]]:
    """The same with that table of a journal elsewhere."""
    if not (isinstance(table, Mapping) and table):
        return settings, []
    from hipcoach.core.sync_choices import mended  # noqa: PLC0415 - the first picture has none

    choices, wrong = mended(table)
    # What was found is not told: it may hold a password.
    repairs = [Repair(f"{SYNC}.{name}", "…", "" if known else None) for name, known in wrong]
    return settings.with_sync(choices), repairs


def _frozen(found: Any) -> object:
    """Lists and tables as tuples, so that settings stay values."""
    if isinstance(found, Mapping):
        return tuple((name, _frozen(one)) for name, one in found.items())
    return tuple(map(_frozen, found)) if isinstance(found, list) else found


def _entries(tables: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Every entry by its key; a group that is no table is an entry itself."""
    for group, table in tables.items():
        if isinstance(table, Mapping):
            for name, found in table.items():
                yield f"{group}.{name}", found
        else:
            yield group, table
