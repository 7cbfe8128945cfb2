"""The settings: declared once, and mended where they can't be used."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.break_choices import BreakChoices
from hipcoach.core.breaks import BreakSettings
from hipcoach.core.settings import (
    OPTIONS,
    SOUND_MODE,
    Kind,
    Option,
    Repair,
    Settings,
    Value,
    option,
    repair,
)
from hipcoach.ports import VoiceChoice

SCALARS = st.one_of(
    st.booleans(), st.integers(), st.floats(allow_nan=True, allow_infinity=True), st.text()
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
KEYS = [one.key for one in OPTIONS]
MODES = st.sampled_from(option(SOUND_MODE).choices)


def _taken(one: Option) -> st.SearchStrategy[Value]:
    """Values that an option takes."""
    match one.kind:
        case Kind.SWITCH:
            return st.booleans()
        case Kind.WHOLE:
            return st.integers(int(one.least), int(one.most))
        case Kind.DECIMAL:
            return st.floats(one.least, one.most)
        case Kind.CHOICE:
            return st.sampled_from(one.choices)
        case Kind.NAME:
            return st.sampled_from(["", "gmw/en", "Zoë (premium)"])


def test_no_option_is_declared_twice() -> None:
    assert sorted(set(KEYS)) == sorted(KEYS)


@pytest.mark.parametrize("one", OPTIONS, ids=lambda one: one.key)
def test_every_option_takes_its_own_default(one: Option) -> None:
    assert one.takes(one.default)
    assert one.default == Settings()[one.key]
    assert 2 == len(one.key.split("."))


@pytest.mark.parametrize("one", OPTIONS, ids=lambda one: one.key)
def test_bounds_and_choices_go_with_the_kind(one: Option) -> None:
    numbers = one.kind in {Kind.WHOLE, Kind.DECIMAL}
    assert numbers == (one.least < one.most)
    assert (one.kind is Kind.CHOICE) == (len(one.choices) > 1)
    assert 0 < one.step


def test_the_voice_starts_as_the_port_says() -> None:
    mine = Settings()
    choice = VoiceChoice(
        mine.word("voice.id"), mine.whole("voice.rate"), mine.whole("voice.volume")
    )
    assert VoiceChoice() == choice


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("voice.rate", 99),
        ("voice.rate", 221),
        ("voice.rate", 150.0),
        ("voice.rate", True),
        ("voice.rate", "150"),
        ("session.distance_m", 0.9),
        ("session.distance_m", 4.1),
        ("session.distance_m", float("nan")),
        ("session.distance_m", True),
        ("session.keep_awake", 1),
        ("look.theme", "Dark"),
        ("look.theme", ["dark"]),
        ("voice.id", 7),
        ("voice.id", "a\nb"),
        ("voice.id", "x" * 201),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_and_mended(key: str, value: object) -> None:
    group, _, name = key.partition(".")
    assert (Settings(), (Repair(key, value, option(key).default),)) == repair(
        {group: {name: value}}
    )
    with pytest.raises(ValueError, match=key):
        Settings().with_value(key, value)  # type: ignore[arg-type] # that is the point


@pytest.mark.parametrize("value", [100, 220])
def test_bounds_belong_to_what_is_taken(value: int) -> None:
    assert value == Settings().with_value("voice.rate", value).whole("voice.rate")


def test_a_whole_number_will_do_for_metres() -> None:
    settings, repairs = repair({"session": {"distance_m": 2}})
    assert 2.0 == settings.decimal("session.distance_m")
    assert () == repairs


def test_what_nobody_declared_is_told() -> None:
    settings, repairs = repair({"voice": {"accent": "posh"}, "colour": "red"})
    assert Settings() == settings
    assert (Repair("voice.accent", "posh", None), Repair("colour", "red", None)) == repairs
    with pytest.raises(KeyError):
        Settings().with_value("voice.accent", "posh")


def test_one_bad_value_spoils_no_other() -> None:
    settings, repairs = repair({"voice": {"rate": 9000, "volume": 40}})
    assert 40 == settings.whole("voice.volume")
    assert (Repair("voice.rate", 9000, 150),) == repairs


@given(
    st.dictionaries(
        st.sampled_from(
            ["routine-sounds", "breaks", "sync", *(key.partition(".")[0] for key in KEYS)]
        ),
        ANYTHING,
    )
)
def test_whatever_a_file_holds_settings_come_of_it(tables: dict[str, object]) -> None:
    settings, _repairs = repair(tables)
    assert all(one.takes(settings[one.key]) for one in OPTIONS)


@given(st.data())
def test_settings_survive_being_written_and_read(data: st.DataObject) -> None:
    settings = Settings()
    for one in OPTIONS:
        settings = settings.with_value(one.key, data.draw(_taken(one)))
    for routine, mode in data.draw(st.dictionaries(st.text(min_size=1), MODES)).items():
        settings = settings.with_sound(routine, mode)
    assert (settings, ()) == repair(settings.tables())


@given(st.sampled_from(OPTIONS), st.data())
def test_a_change_changes_nothing_else(one: Option, data: st.DataObject) -> None:
    value = data.draw(_taken(one))
    changed = Settings().with_value(one.key, value)
    assert value == changed[one.key]
    others = [key for key in KEYS if key != one.key]
    assert [Settings()[key] for key in others] == [changed[key] for key in others]


@pytest.mark.parametrize(
    ("mode", "heard"),
    [
        ("voice+beeps", (True, True)),
        ("voice", (True, False)),
        ("beeps", (False, True)),
        ("none", (False, False)),
    ],
)
def test_what_is_heard_follows_the_mode(mode: str, heard: tuple[bool, bool]) -> None:
    settings = Settings().with_value("sound.mode", mode)
    assert heard == (settings.speaks, settings.beeps)


def test_a_routine_sounds_as_all_do_until_it_is_told_otherwise() -> None:
    mine = Settings().with_value("sound.mode", "voice").with_sound("desk-reset", "beeps")
    assert (False, True) == _heard(mine.for_routine("desk-reset"))
    assert (True, False) == _heard(mine.for_routine("gentle-start"))
    assert (True, False) == _heard(mine)


def test_what_was_said_for_a_routine_can_be_taken_back() -> None:
    mine = Settings().with_sound("desk-reset", "none").with_sound("gentle-start", "voice")
    assert Settings().with_sound("gentle-start", "voice") == mine.with_sound("desk-reset", "")
    assert Settings() == Settings().with_sound("desk-reset", "")


def test_the_order_in_which_routines_were_told_makes_no_difference() -> None:
    one, other = ("a", "none"), ("b", "voice")
    there = Settings().with_sound(*one).with_sound(*other)
    assert there == Settings().with_sound(*other).with_sound(*one)


def test_a_change_of_an_option_leaves_the_routines_alone() -> None:
    mine = Settings().with_sound("desk-reset", "beeps")
    assert (("desk-reset", "beeps"),) == mine.with_value("voice.rate", 200).sounds


def test_a_sound_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="desk-reset"):
        Settings().with_sound("desk-reset", "trumpets")


def test_the_sounds_of_routines_are_a_table_of_the_file() -> None:
    mine = Settings().with_sound("desk-reset", "beeps")
    assert {"desk-reset": "beeps"} == mine.tables()["routine-sounds"]
    assert "routine-sounds" not in Settings().tables()


@pytest.mark.parametrize("found", ["trumpets", "", 7, True, ["voice"]])
def test_a_sound_that_makes_no_sense_gives_way_to_that_of_all(found: object) -> None:
    tables = {"routine-sounds": {"desk-reset": found, "gentle-start": "voice"}}
    settings, repairs = repair(tables)
    assert (("gentle-start", "voice"),) == settings.sounds
    assert (Repair("routine-sounds.desk-reset", found, ""),) == repairs


@pytest.mark.parametrize("found", ["voice", {"": "voice"}])
def test_a_sound_of_no_routine_at_all_is_told(found: object) -> None:
    settings, (told,) = repair({"routine-sounds": found})
    assert Settings() == settings
    assert told.used is None


def _heard(settings: Settings) -> tuple[bool, bool]:
    return settings.speaks, settings.beeps


def test_an_acknowledged_warning_is_kept_in_the_file_and_survives_other_choices() -> None:
    mine = Settings().with_acknowledged("couch-stretch").with_acknowledged("ball-iliacus")
    assert ("ball-iliacus", "couch-stretch") == mine.with_value("voice.rate", 200).acknowledged
    assert (mine, ()) == repair(mine.tables())


@pytest.mark.parametrize("found", [False, "yes", 1])
def test_a_warning_that_was_not_acknowledged_is_told_and_holds(found: object) -> None:
    settings, (told,) = repair({"acknowledged": {"ball-iliacus": found}})
    assert () == settings.acknowledged
    assert "acknowledged.ball-iliacus" == told.key


WEEK = {"mon": ["09:00-12:00", "13:00-17:00"], "sat": ["22:00-02:00"]}


def test_what_is_chosen_about_breaks_survives_being_written_and_read() -> None:
    choices = BreakChoices(
        on=False,
        routine="desk-reset",
        reading=True,
        rhythm=BreakSettings().with_table(
            {"interval_s": 1800, "hours": WEEK, "days_off": ["2026-12-25"], "always": False}
        ),
    )
    settings, repairs = repair(Settings().with_breaks(choices).tables())

    assert () == repairs
    assert choices == settings.breaks
    assert hash(settings) == hash(Settings().with_breaks(choices))


def test_the_usual_choices_about_breaks_are_no_change() -> None:
    assert Settings() == Settings().with_breaks(BreakChoices())
    assert "breaks" not in Settings().tables()


@pytest.mark.parametrize(
    ("name", "found", "used"),
    [
        ("interval_s", -1, ""),
        ("interval_s", "soon", ""),
        ("on", "yes", ""),
        ("background", "maybe", ""),
        ("routine", "a\nb", ""),
        ("hours", {"mon": ["9 to 5"]}, ""),
        ("hours", "always", ""),
        ("days_off", ["Christmas"], ""),
        ("colour", "red", None),
    ],
)
def test_a_choice_about_breaks_that_makes_no_sense_is_mended_alone(
    name: str, found: object, used: str | None
) -> None:
    settings, repairs = repair({"breaks": {"snooze_limit": 1, name: found}})

    assert (Repair(f"breaks.{name}", found, used),) == repairs
    assert BreakChoices(rhythm=BreakSettings(snooze_limit=1)) == settings.breaks


def test_who_reads_is_reminded_too() -> None:
    assert 60 == BreakChoices().in_force.idle_after_s
    assert 900 == BreakChoices(reading=True).in_force.idle_after_s
    patient = BreakChoices(reading=True, rhythm=BreakSettings(idle_after_s=1200))
    assert 1200 == patient.in_force.idle_after_s
