"""The library as the pages show it: in order, and found by what people call things."""

from __future__ import annotations

import pytest

from hipcoach.app.phrases import finding as phrases
from hipcoach.app.today_view import entry_of, exercise_pages
from hipcoach.core.exercise import Goal, Position
from hipcoach.core.finding import Wanted, found
from tests.app.practice import content

ENTRIES = tuple(entry_of(content(), name) for name in content().exercises)


@pytest.mark.parametrize("name", sorted(content().exercises))
def test_an_exercise_is_found_by_all_that_it_is_called_and_is_for(name: str) -> None:
    words = content().wording.exercises[name]
    page = next(page for page in exercise_pages(content()) if page.id == name)
    for text in (
        words.name,
        words.name.upper(),
        words.summary,
        page.position,
        *page.goals,
        *page.muscles,
        *page.props,
    ):
        assert name in [entry.id for entry in found(ENTRIES, Wanted(text))], text


def test_exercises_come_from_the_floor_up() -> None:
    places = [list(Position).index(page.entry.position) for page in exercise_pages(content())]
    assert sorted(places) == places
    assert len(content().exercises) == len(places)


def test_those_of_a_position_come_by_what_they_are_for_then_by_name() -> None:
    lying = [page for page in exercise_pages(content()) if page.entry.position is Position.LYING]
    goals = [min(list(Goal).index(goal) for goal in page.entry.goals) for page in lying]
    assert sorted(goals) == goals
    bending = [page.name for page in lying if Goal.FLEXION in page.entry.goals]
    assert sorted(bending, key=str.casefold) == bending
    assert "Knee to chest" == lying[0].name


def test_an_exercise_takes_its_own_dose_and_all_that_is_said() -> None:
    exercise = content().exercises["supine-knee-to-chest"]
    entry = entry_of(content(), "supine-knee-to-chest")
    held_s = 2 * exercise.dose.sets * exercise.dose.hold_s
    assert held_s < entry.length_s < 2 * held_s


@pytest.mark.parametrize(
    ("number", "total", "words"),
    [
        (1, 1, "1 exercise"),
        (7, 7, "7 exercises"),
        (0, 7, "0 of 7 exercises"),
        (1, 7, "1 of 7 exercises"),
        (0, 1, "0 of 1 exercise"),
    ],
)
def test_they_are_counted(number: int, total: int, words: str) -> None:
    assert words == phrases.count_words(number, total)


def test_where_nothing_is_found_it_says_what_to_do() -> None:
    told = {
        phrases.nothing_found_words(text, filtered=filtered)
        for text, filtered in (("rolller", False), ("rolller", True), (" ", True))
    }
    assert 3 == len(told)
    assert 2 == sum("“rolller”" in words for words in told)
