"""A routine on the workbench: nothing is lost, and every step can be taken back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.core.bounds import (
    DOSES,
    MOST_STEPS,
    NAME_LENGTH,
    REST_S,
    SUMMARY_LENGTH,
    Bound,
    dose_of,
)
from hipcoach.core.compile import CompileOptions, compile_timeline
from hipcoach.core.editing import MOST_KEPT, Draft, History, draft_of
from hipcoach.core.edits import (
    Add,
    Describe,
    Double,
    Edit,
    Move,
    Remove,
    Rename,
    SetDose,
    SetRest,
    SetRung,
    SetSides,
)
from hipcoach.core.exercise import Contraction, Dose, Exercise, Method
from hipcoach.core.routine import Routine, Sides, Step
from hipcoach.core.side import Side
from hipcoach.core.timeline import Phase
from tests.core.sessions import exercise, rung

HOLD = exercise("hold", rungs=(rung(1), rung(2), rung(3)))
SWING = exercise("swing", method=Method.REPETITIONS, dose=Dose(reps=10, rep_s=2.0))
PUSH = exercise(
    "push",
    method=Method.CONTRACTIONS,
    dose=Dose(cycles=2, contract_s=5.0, relax_s=3.0, hold_s=15.0),
    rungs=(rung(contractions=(Contraction("down", "low", "low", placed=False),)),),
)
MIDDLE = exercise("middle", sided=False)
SHORT = exercise("short", dose=Dose(hold_s=7.0, reps=4, relax_s=3.0))
ALL = {one.id: one for one in (HOLD, SWING, PUSH, MIDDLE, SHORT)}

names = st.sampled_from(sorted(ALL))
places = st.integers(-3, MOST_STEPS + 3)
numbers = st.floats(-1e6, 1e6)


def _steps(drawn: tuple[str, ...]) -> Draft:
    draft = Draft("Mine")
    for name in drawn:
        draft = draft.added(ALL[name])
    return draft


drafts = st.lists(names, max_size=8).map(tuple).map(_steps)
filled = st.lists(names, min_size=1, max_size=8).map(tuple).map(_steps)


@st.composite
def edits(draw: st.DrawFn, draft: Draft) -> Edit:
    """Something that may be done to a draft."""
    some: list[st.SearchStrategy[Edit]] = [
        st.builds(Add, names, st.none() | places),
        st.builds(Rename, st.text()),
        st.builds(Describe, st.text()),
    ]
    if draft.steps:
        index = draw(st.integers(0, len(draft.steps) - 1))
        fields = sorted(dose_of(ALL[draft.steps[index].exercise]))
        some += [
            st.just(Remove(index)),
            st.just(Double(index)),
            st.builds(Move, st.just(index), places),
            st.builds(SetDose, st.just(index), st.sampled_from(fields), numbers),
            st.builds(SetRung, st.just(index), st.none() | st.integers(-2, 12)),
            st.builds(SetSides, st.just(index), st.sampled_from(Sides)),
            st.builds(SetRest, st.just(index), numbers),
        ]
    return draw(st.one_of(some))


@given(st.data(), drafts)
def test_undo_undoes_and_redo_redoes(data: st.DataObject, draft: Draft) -> None:
    history = History(draft)
    seen = [draft]
    for _ in range(data.draw(st.integers(0, 12))):
        history = history.then(data.draw(edits(history.now)).of(history.now, ALL))
        if history.now != seen[-1]:
            seen.append(history.now)
    for before in reversed(seen[:-1]):
        history = history.undone()
        assert before == history.now
    assert not history.can_undo
    for after in seen[1:]:
        history = history.redone()
        assert after == history.now
    assert not history.can_redo
    for before in reversed(seen[:-1]):
        history = history.undone()
        assert before == history.now


def test_what_is_done_after_an_undo_is_the_way_from_then_on() -> None:
    one, two, three = (Draft(name) for name in ("one", "two", "three"))
    history = History(one).then(two).undone().then(three)
    assert not history.can_redo
    assert one == history.undone().now


def test_nothing_to_take_back_changes_nothing() -> None:
    history = History(Draft("one"))
    assert history is history.undone()
    assert history is history.redone()
    assert history is history.then(Draft("one"))


def test_what_is_typed_in_one_go_is_taken_back_at_once() -> None:
    history = History(Draft())
    for name in ("M", "My", "My hips"):
        history = history.then(Draft(name), "name")
    assert Draft() == history.undone().now
    assert Draft("My hips") == history.undone().redone().now


def test_another_change_between_parts_what_is_typed() -> None:
    history = History(Draft()).then(Draft("M"), "name").then(Draft("M", "x"), "summary")
    assert Draft("M") == history.then(Draft("My", "x"), "name").undone().undone().now


def test_the_oldest_changes_are_forgotten() -> None:
    history = History(Draft("0"))
    for number in range(1, MOST_KEPT + 3):
        history = history.then(Draft(str(number)))
    assert MOST_KEPT == len(history.past)
    assert Draft("2") == history.past[0]


@given(filled, st.data())
def test_moving_never_loses_a_step(draft: Draft, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(draft.steps) - 1))
    to = data.draw(places)
    moved = draft.moved(index, to)
    assert sorted(map(repr, draft.steps)) == sorted(map(repr, moved.steps))
    there = max(0, min(to, len(draft.steps) - 1))
    assert draft.steps[index] == moved.steps[there]
    assert draft.steps == moved.moved(there, index).steps


@given(st.data(), drafts)
def test_whatever_is_done_stays_within_the_bounds(data: st.DataObject, draft: Draft) -> None:
    for _ in range(data.draw(st.integers(1, 10))):
        draft = data.draw(edits(draft)).of(draft, ALL)
    assert MOST_STEPS >= len(draft.steps)
    assert NAME_LENGTH >= len(draft.name)
    assert SUMMARY_LENGTH >= len(draft.summary)
    for step in draft.steps:
        practised = ALL[step.exercise]
        for name, bound in dose_of(practised).items():
            assert bound.least <= getattr(step.dose, name) <= bound.most
        assert REST_S.least <= step.rest_s <= REST_S.most
        assert step.rung in {None, *(one.number for one in practised.rungs)}
        assert practised.sided or step.sides is Sides.BOTH


@given(filled)
def test_its_length_is_what_a_session_takes(draft: Draft) -> None:
    found = compile_timeline(draft.routine("mine"), ALL, lambda _text: 1.0, CompileOptions())
    assert len(draft.steps) == len({segment.step for segment in found.segments})
    assert found.length_s == pytest.approx(sum(each.length_s for each in found.segments))


def test_what_is_counted_stays_whole() -> None:
    draft = _steps(("hold",)).dosed(0, HOLD, "sets", 2.6)
    assert (3, int) == (draft.steps[0].dose.sets, type(draft.steps[0].dose.sets))


@pytest.mark.parametrize("does", [Remove(1), Move(-9, 0), Double(3), SetRest(1, 5.0)])
def test_a_step_that_is_not_there_is_refused(does: Edit) -> None:
    with pytest.raises(IndexError):
        does.of(_steps(("hold",)), ALL)


def test_a_dose_has_only_its_own_fields() -> None:
    with pytest.raises(KeyError):
        SetDose(0, "reps", 3.0).of(_steps(("hold",)), ALL)
    assert 5 == SetDose(0, "reps", 5.0).of(_steps(("short",)), ALL).steps[0].dose.reps


def test_a_routine_that_is_full_takes_no_more() -> None:
    draft = _steps(("hold",) * MOST_STEPS)
    assert draft.full
    assert draft == draft.added(SWING) == draft.doubled(0)


def test_a_step_is_added_where_it_is_wanted() -> None:
    draft = _steps(("hold", "push")).added(SWING, 1)
    assert ["hold", "swing", "push"] == [step.exercise for step in draft.steps]
    assert SWING.dose == draft.steps[1].dose


def test_a_name_is_one_line() -> None:
    assert "two lines" == Draft().named("two\n \x00lines\ud800".replace("\n ", " ")).name
    assert "ab" == Draft().described("a\nb").summary


def test_a_routine_that_is_laid_down_is_the_same_again() -> None:
    routine = Routine("r", (Step("hold", HOLD.dose, 2, Sides.LEFT, 20.0),), "teal", 3)
    again = draft_of(routine, "R", "S").routine("r")
    assert (routine.steps, routine.colour) == (again.steps, again.colour)


def _practised(step: Step, one: Exercise) -> list[Side | None]:
    found = compile_timeline(
        Routine("r", (step,), "teal"), {one.id: one}, lambda _text: 1.0, CompileOptions()
    )
    return [each.side for each in found.segments if each.phase is Phase.WORK]


@pytest.mark.parametrize("sides", [Sides.LEFT, Sides.RIGHT])
def test_one_side_alone_is_practised_where_that_is_asked_for(sides: Sides) -> None:
    step = Step("hold", Dose(sets=2, hold_s=20.0), sides=sides)
    assert [Side(sides.value)] * 2 == _practised(step, HOLD)


def test_what_has_no_sides_has_none_whatever_is_asked() -> None:
    assert [None] == _practised(Step("middle", MIDDLE.dose, sides=Sides.LEFT), MIDDLE)


def test_a_rest_lies_between_two_exercises_and_not_at_the_end() -> None:
    plain = _steps(("hold", "swing"))
    rested = plain.rested(0, 40.0).rested(1, 40.0)

    def length(draft: Draft) -> float:
        routine = draft.routine("mine")
        return compile_timeline(routine, ALL, lambda _text: 1.0, CompileOptions()).length_s

    assert 30.0 < length(rested) - length(plain) <= 37.0


@given(st.sampled_from([bound for doses in DOSES.values() for bound in doses.values()]), numbers)
def test_a_bound_gives_the_nearest_value_that_may_be(bound: Bound, value: float) -> None:
    held = bound.held(value)
    assert bound.least <= held <= bound.most
    if bound.least <= value <= bound.most:
        assert abs(held - value) <= (0.5 if bound.whole else 0.0)
