"""Finding an exercise by words, and by what one wants and has at hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hipcoach.core.exercise import Goal, Position
from hipcoach.core.finding import Entry, Wanted, found, in_order, words_in


def entry(name: str, *told: str, **changes: object) -> Entry:
    made = Entry(
        id=name.lower(),
        name=name,
        position=Position.LYING,
        goals=(Goal.FLEXION,),
        props=(),
        length_s=90.0,
        words=words_in(" ".join((name, *told))),
    )
    return replace(made, **changes)  # type: ignore[arg-type] # the fields of an entry


KNEE = entry("Knee to chest", "The gentlest way into a bent hip", props=("mat",))
COUCH = entry(
    "Couch stretch",
    "Front of the thigh, rectus femoris",
    position=Position.KNEELING,
    goals=(Goal.EXTENSION,),
    props=("couch", "mat"),
    length_s=240.0,
)
SWINGS = entry(
    "Leg swings",
    "Loosens the hip standing",
    position=Position.STANDING,
    goals=(Goal.WARM_UP, Goal.OFFICE),
    props=("wall",),
    length_s=60.0,
)
TILT = entry(
    "Pelvic tilt",
    "Rocks the pelvis on a chair: Übung",
    position=Position.SEATED,
    goals=(Goal.OFFICE,),
    length_s=45.0,
)
ALL = (SWINGS, TILT, COUCH, KNEE)


def names(text: str = "", **wanted: object) -> list[str]:
    return [one.name for one in found(ALL, Wanted(text, **wanted))]  # type: ignore[arg-type] # its fields


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("knee", ["Knee to chest"]),
        ("KNEE", ["Knee to chest"]),
        ("kn", ["Knee to chest"]),
        ("femoris", ["Couch stretch"]),
        ("hip", ["Knee to chest", "Leg swings"]),
        ("hip stand", ["Leg swings"]),
        ("  stand,hip ", ["Leg swings"]),
        ("ubung", ["Pelvic tilt"]),
        ("ÜBUNG", ["Pelvic tilt"]),
        ("hip couch", []),
        ("tretch", ["Couch stretch"]),
        ("ip", []),
        ("", ["Knee to chest", "Couch stretch", "Leg swings", "Pelvic tilt"]),
        (" -_. ", ["Knee to chest", "Couch stretch", "Leg swings", "Pelvic tilt"]),
    ],
)
def test_every_word_has_to_be_there(text: str, there: list[str]) -> None:
    assert there == names(text)


@pytest.mark.parametrize(
    "text",
    ["sttetch", "strech", "strettch", "stertch", "xtretch", "strett", "stretchd", "sxtre", "stet"],
)
def test_one_wrong_letter_is_forgiven(text: str) -> None:
    assert ["Couch stretch"] == names(text)


@pytest.mark.parametrize("text", ["sterch", "knie x", "xne", "hop", "couhc strecth zzz"])
def test_more_than_one_wrong_letter_or_a_short_word_is_not(text: str) -> None:
    assert [] == names(text)


def test_a_word_that_is_right_somewhere_is_not_taken_for_another() -> None:
    calf, half = entry("Calf raise"), entry("Half kneeling")
    assert (calf,) == found((calf, half), Wanted("calf"))
    assert (half,) == found((half,), Wanted("calf"))


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        (Wanted(goals=frozenset({Goal.OFFICE})), ["Leg swings", "Pelvic tilt"]),
        (
            Wanted(goals=frozenset({Goal.EXTENSION, Goal.FLEXION})),
            ["Knee to chest", "Couch stretch"],
        ),
        (Wanted(positions=frozenset({Position.KNEELING})), ["Couch stretch"]),
        (
            Wanted(positions=frozenset({Position.SEATED, Position.STANDING})),
            ["Leg swings", "Pelvic tilt"],
        ),
        (Wanted(props=frozenset()), ["Pelvic tilt"]),
        (Wanted(props=frozenset({"mat"})), ["Knee to chest", "Pelvic tilt"]),
        (Wanted(props=frozenset({"couch", "mat"})),
         ["Knee to chest", "Couch stretch", "Pelvic tilt"]),
        (Wanted(most_s=60.0), ["Leg swings", "Pelvic tilt"]),
        (Wanted(most_s=59.0), ["Pelvic tilt"]),
        (Wanted("hip", positions=frozenset({Position.STANDING})), ["Leg swings"]),
        (Wanted("hip", positions=frozenset({Position.SEATED})), []),
    ],
)  # fmt: skip
def test_filters_narrow_it_together(wanted: Wanted, there: list[str]) -> None:
    assert there == [one.name for one in found(ALL, wanted)]


def test_words_lose_accents_and_capitals_and_nothing_else() -> None:
    assert {"ubung", "strasse", "3d", "hips", "knee"} == words_in("Übung: STRAẞE, 3D-hips_knee…")


def test_words_alone_are_no_filter() -> None:
    assert not Wanted("hip").filtered
    assert Wanted(props=frozenset()).filtered
    assert Wanted("hip", most_s=60.0).filtered


def test_those_of_a_position_stand_in_their_own_order_else_by_name() -> None:
    last, first = entry("Apple", order=2), entry("Zebra", order=1)
    beta, alpha = entry("beta"), entry("Alpha")
    assert (first, last) == in_order((last, first))
    assert (alpha, beta) == in_order((beta, alpha))


WORDS = st.text("abcdefghij", min_size=4, max_size=9)


@given(WORDS, st.data())
def test_whatever_slip_of_a_finger_the_word_is_found(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdefghijxyz"))
    before, after = word[:place], word[place + 1 :]
    slips = [before + letter + after, before + letter + word[place:], before + after]
    if after:
        slips.append(before + after[0] + word[place] + after[1:])
    typed = data.draw(st.sampled_from(slips))
    assume(len(typed) >= 4)
    one = entry(word)
    assert (one,) == found((one,), Wanted(typed))


@given(st.lists(st.sampled_from(ALL)), st.text("aehiknpst "))
def test_more_words_never_find_more(entries: list[Entry], text: str) -> None:
    fewer = found(entries, Wanted(f"{text} hip"))
    assert set(fewer) <= set(found(entries, Wanted(text)))


@given(st.text())
def test_a_text_is_found_by_itself(text: str) -> None:
    one = entry(text)
    assert (one,) == found((one,), Wanted(text))
