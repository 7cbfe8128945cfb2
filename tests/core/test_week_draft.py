"""A week on the workbench: changes are taken back in order, and days are carried."""

from __future__ import annotations

from hipcoach.core.hours import Hours, Range
from hipcoach.core.week_draft import WeekDraft
from hipcoach.core.week_edit import Week, edge_moved, of_day

NONE: Week = ((),) * 7
OFFICE = Hours().week
NINE = (Range(540, 1080),)


def test_what_changes_nothing_is_no_change() -> None:
    draft = WeekDraft(OFFICE)
    assert not draft.change(OFFICE)
    assert not draft.can_undo
    assert not draft.undo()


def test_changes_are_taken_back_in_order_and_made_again() -> None:
    draft = WeekDraft(NONE)
    draft.spread(NINE, [0])
    draft.spread(NINE, [1])
    assert draft.undo()
    assert (NINE, *NONE[1:]) == draft.week
    assert draft.redo()
    assert (NINE, NINE, *NONE[2:]) == draft.week
    assert not draft.redo()


def test_after_another_change_nothing_is_made_again() -> None:
    draft = WeekDraft(NONE)
    draft.spread(NINE, [0])
    draft.undo()
    draft.spread(NINE, [2])
    assert not draft.redo()


def test_pieces_are_turned_off_where_all_of_them_are_on() -> None:
    draft = WeekDraft(OFFICE)
    draft.turn([(540, 600), (1440 + 540, 1440 + 600)])
    assert (Range(600, 1080),) == draft.week[0] == draft.week[1]
    draft.turn([(540, 600), (2880 + 540, 2880 + 600)])
    assert NINE == draft.week[0] == draft.week[2]
    assert not draft.turn([(540, 600)], on=True)


def test_a_day_is_carried_as_it_was_when_it_was_copied() -> None:
    draft = WeekDraft(OFFICE)
    assert not draft.paste([6])
    draft.copy(0)
    draft.spread((), [0])
    assert draft.paste([5, 6])
    assert ((), NINE, NINE) == (draft.week[0], draft.week[5], draft.week[6])


def test_a_week_from_elsewhere_begins_anew() -> None:
    draft = WeekDraft(NONE)
    draft.spread(NINE, [0])
    draft.show(draft.week)
    assert draft.can_undo
    draft.show(OFFICE)
    assert not draft.can_undo


def test_a_night_is_seen_on_both_of_its_days() -> None:
    week: Week = ((Range(1320, 360),), *NONE[1:])
    assert ((1320, 1440),) == of_day(week, 0)
    assert ((0, 360),) == of_day(week, 1)
    assert () == of_day(week, 2)


def test_an_edge_is_moved_and_past_the_other_the_piece_is_gone() -> None:
    assert (Range(540, 600),) == edge_moved(OFFICE, 0, (540, 1080), 1080, 600)[0]
    assert (Range(480, 1080),) == edge_moved(OFFICE, 0, (540, 1080), 540, 480)[0]
    assert () == edge_moved(OFFICE, 0, (540, 1080), 1080, 500)[0]
