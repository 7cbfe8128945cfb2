"""The sentences of the settings."""

from __future__ import annotations

import pytest

from hipcoach.app.phrases import settings as phrases
from hipcoach.core.errors import SettingsError
from hipcoach.core.settings import OPTIONS, Kind, Option, Repair, option, repair


@pytest.mark.parametrize("one", OPTIONS, ids=lambda one: one.key)
def test_every_option_has_its_words(one: Option) -> None:
    assert phrases.option_words(one.key)
    assert phrases.group_words(one.group)
    assert phrases.hint_words(one.key) != phrases.option_words(one.key)
    assert phrases.value_words(one.key, one.default)


@pytest.mark.parametrize(
    "one", [one for one in OPTIONS if one.kind is Kind.CHOICE], ids=lambda one: one.key
)
def test_every_choice_has_words_of_its_own(one: Option) -> None:
    told = {phrases.choice_words(one.key, code) for code in one.choices}
    assert len(one.choices) == len(told)


def test_what_was_mended_is_named_with_what_holds_now() -> None:
    _settings, repairs = repair({"voice": {"rate": 9000, "accent": "posh"}})
    assert (
        "2 settings could not be used: Speed is now 150, voice.accent is not known."
        " The file as it was is kept as settings.toml.bad-1."
    ) == phrases.repairs_words(repairs, garbled=False, kept_aside="settings.toml.bad-1")


def test_a_routine_whose_sound_was_mended_is_named() -> None:
    _settings, repairs = repair({"routine-sounds": {"desk-reset": "trumpets"}})
    assert (
        "1 setting could not be used: desk-reset sounds as all routines do."
    ) == phrases.repairs_words(repairs, garbled=False, kept_aside="")


def test_every_way_in_which_a_routine_can_sound_has_words_of_its_own() -> None:
    modes = ("", *option("sound.mode").choices)
    assert len(modes) == len({phrases.sound_words(mode) for mode in modes})
    assert len(modes) == len({phrases.sound_choice_words(mode) for mode in modes})


def test_one_mended_option_is_told_in_the_singular() -> None:
    repairs = (Repair("session.distance_m", 9, 3.0),)
    assert (
        "1 setting could not be used: How far you are from the screen is now 3 m."
    ) == phrases.repairs_words(repairs, garbled=False, kept_aside="")


def test_a_long_list_is_cut_short() -> None:
    repairs = tuple(Repair(f"x.{number}", 0, None) for number in range(5))
    told = phrases.repairs_words(repairs, garbled=False, kept_aside="")
    assert "5 settings" in told
    assert told.endswith(", ….")


def test_where_all_is_well_nothing_is_said() -> None:
    assert not phrases.repairs_words((), garbled=False, kept_aside="")


def test_a_garbled_file_is_told_and_where_it_is_kept() -> None:
    told = phrases.repairs_words((), garbled=True, kept_aside="settings.toml.bad-2")
    assert "could not be understood" in told
    assert "settings.toml.bad-2" in told


@pytest.mark.parametrize("code", ["unreadable", "unwritable"])
def test_a_fault_of_the_file_names_the_path_and_the_reason(code: str) -> None:
    fault = SettingsError(code, {"path": "settings.toml", "reason": "No space left"})
    told = phrases.settings_error_words(fault)
    assert "settings.toml" in told
    assert "No space left" in told


def test_a_choice_about_breaks_that_could_not_be_used_is_named() -> None:
    repairs = (Repair("breaks.interval_s", -1, ""),)
    told = phrases.repairs_words(repairs, garbled=False, kept_aside="")
    assert "1 setting could not be used: breaks.interval_s is as usual." == told
