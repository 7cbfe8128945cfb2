"""A report in words and numbers: facts with their dates."""

from __future__ import annotations

from datetime import timedelta

from hipcoach.app.report_snapshots import Entries, ReportSnapshot
from hipcoach.app.report_view import EXERCISES, LONGEST, report_of
from hipcoach.core.plan_log import Soreness
from tests.app.span_stand import MONDAY, Diary, content


def report(diary: Diary, last: int = 27) -> ReportSnapshot:
    return report_of(diary.facts(0, last), content(), 0)


def test_it_says_of_when_it_is_and_what_it_is_not() -> None:
    found = report(Diary().practised(0))

    assert "2 Mar to 29 Mar 2026" == found.span
    assert found.made.startswith("Made on 29 Mar 2026 with HipCoach ")
    assert "No diagnosis" in found.foot
    assert "hipcoach-2026-03-02-2026-03-29" == found.file_name


def test_sessions_stand_against_those_on_plan() -> None:
    found = report(Diary().practised(0, 3, during=2, after=1).practised(9, during=4, after=0))

    told = [(one.value, one.words) for one in found.figures]
    assert ("3", "sessions done; 10–12 on plan") == told[0]
    assert ("2.7 / 4", "pain while practising: average / worst") == told[2]
    assert ("0.7 / 1", "pain the day after: average / worst") == told[3]
    assert ("1", "time the plan stepped back") == told[4]


def test_one_of_a_thing_is_told_as_one() -> None:
    told = report(Diary().practised(0).noted(1, "Stiff.").breaks(2, 10, "taken"))
    many = report(
        Diary().practised(0, 2).flagged(3, "calf").cleared(4).noted(1, "Stiff.").noted(2, "Better.")
    )

    assert ("1 session", "1 exercise", "1 note", "1 stretch break") == (told.contents)
    assert "session done; 8 on plan" == told.figures[0].words
    assert ("2 sessions", "1 exercise", "2 warning signs and clearances") == many.contents[:3]
    assert "2 notes" == many.contents[-1]


def test_what_is_not_known_is_a_dash_and_no_zero() -> None:
    found = report(Diary().practised(0, during=None, after=None, sore=None), last=3)

    assert ["–", "–", "–"] == [one.value for one in found.figures[1:4]]


def test_warning_signs_and_clearances_stand_with_their_days() -> None:
    diary = Diary().practised(0).flagged(2, "calf").cleared(9, "No clot.")

    assert (
        ("4 Mar 2026", "Warning sign: A calf or leg that is newly swollen, red, warm or tender."),
        ("11 Mar 2026", "Cleared by Dr. Weber: “No clot.”"),
    ) == report(diary).signs.lines


def test_each_step_of_the_plan_tells_why() -> None:
    diary = Diary().practised(0, 3, 7, 9).practised(11, during=7, after=2, sore=Soreness.MILD)

    up, down = report(diary, last=20).turns.lines

    assert up[1].startswith("The plan goes up. At two sessions a week since Monday 2 March")
    assert (
        "13 Mar 2026",
        (
            "The plan steps back. Friday 13 March was too much. Pain 7 of 10 while practising, "
            "pain 2 of 10 the day after, soreness: mild, effort 4 of 10."
        ),
    ) == down


def test_a_beginning_within_the_span_is_told() -> None:
    lines = report(Diary().practised(2), last=6).turns.lines

    assert (("4 Mar 2026", "The plan begins."),) == lines


def test_a_stop_is_told_once_with_the_sign_and_not_again_with_the_plan() -> None:
    lines = report(Diary().practised(0).flagged(2, "calf").cleared(9), last=12).turns.lines

    assert [
        "The plan stops until somebody has looked at it.", "The plan begins anew."
    ] == [words for _day, words in lines]  # fmt: skip


def test_notes_are_told_in_the_persons_words() -> None:
    found = report(Diary().practised(0).noted(1, "Slept badly."))

    assert (("3 Mar 2026", "Slept badly."),) == found.notes.lines


def test_what_was_written_at_length_is_told_by_its_beginning() -> None:
    diary = Diary().practised(0).noted(1, "very\nlong " * 900).cleared(2, "and so on " * 900)

    found = report(diary)

    ((_day, note),), ((_when, cleared),) = found.notes.lines, found.signs.lines
    assert LONGEST >= len(note) > LONGEST - 20
    assert note.startswith("very long very long")
    assert note.endswith("…")
    assert LONGEST >= len(cleared)


def test_of_many_exercises_those_held_longest_are_listed() -> None:
    diary = Diary()
    for number in range(EXERCISES + 2):
        diary.practised(0, exercise=f"of-somebody-{number}")

    found = report(diary)

    assert EXERCISES == len(found.exercises.rows)
    assert f"Exercises: the {EXERCISES} held longest, of {EXERCISES + 2}" == found.exercises_title


def test_without_breaks_nothing_is_said_of_them() -> None:
    assert report(Diary().practised(0)).breaks is None
    assert report(Diary().practised(0).breaks(1, 9, "taken")).breaks is not None


def test_of_many_lines_the_newest_stay_and_the_others_are_counted() -> None:
    lines = tuple((f"{MONDAY + timedelta(days=n)}", "…") for n in range(5))
    entries = Entries("Notes", lines, ("none", "one more", "2 more", "3 more", "4 more", "5 more"))

    assert (("", "3 more"), *lines[3:]) == entries.cut(2).lines
    assert lines == entries.cut(5).lines == entries.cut(9).lines
