"""Trends in charts and words: what is not known is a gap, and each place has its sentence."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipcoach.app.break_chart import break_chart
from hipcoach.app.chart_snapshots import (
    BarChart,
    ChartSnapshot,
    GridChart,
    LineChart,
    RungChart,
    Sign,
)
from hipcoach.app.plan_book import read_plan
from hipcoach.app.practice_charts import ROWS, rung_chart, week_chart
from hipcoach.app.report_view import report_of
from hipcoach.app.span_reading import charted_facts, first_day
from hipcoach.app.spans import SpanChoice, first_of
from hipcoach.app.time_ticks import at, time_ticks
from hipcoach.app.trends_view import charts, pain_chart, soreness_chart, trends_snapshot
from hipcoach.core.plan import Action
from hipcoach.core.plan_log import Soreness
from tests.app.span_stand import BRIDGE, DAY, KNEE, MONDAY, Diary, content, every


def lines(shown: ChartSnapshot) -> LineChart:
    assert isinstance(shown.chart, LineChart)
    return shown.chart


def bars(shown: ChartSnapshot) -> BarChart:
    assert isinstance(shown.chart, BarChart)
    return shown.chart


class TestPain:
    def test_an_answer_that_is_missing_is_a_gap_and_no_zero(self) -> None:
        diary = Diary().practised(0, 3, during=2, after=1).practised(1, during=None, after=None)

        during, next_day = lines(pain_chart(diary.facts(0, 6), 0)).lines

        assert [2, None, 2] == [point.value for point in during.points]
        assert [1, None, 1] == [point.value for point in next_day.points]

    def test_each_place_says_what_is_there_and_what_is_not(self) -> None:
        diary = Diary().practised(0, during=2, after=None, sore=None)

        (stop,) = lines(pain_chart(diary.facts(0, 6), 0)).stops

        assert (
            "Monday 2 March: while practising 2 of 10; the day after not answered; "
            "plan: twice a week."
        ) == stop.words
        assert (at(MONDAY), at(MONDAY) + 1) == (stop.first, stop.last)

    def test_the_plan_and_its_steps_stand_behind(self) -> None:
        diary = Diary().practised(0, 3, 7, 9).practised(11, during=7)

        shown = pain_chart(diary.facts(0, 20), 0)

        assert ["2 a week", "3–4 a week", "2 a week"] == [band.words for band in lines(shown).bands]
        assert [Action.ADVANCE, Action.BACK_OFF] == [mark.action for mark in lines(shown).marks]
        assert {Sign.UP, Sign.DOWN} <= {sign for sign, _words in shown.legend}
        assert Sign.STOP not in {sign for sign, _words in shown.legend}

    def test_the_first_beginning_is_none_anew(self) -> None:
        first = pain_chart(Diary().practised(3).facts(0, 9), 0)
        again = pain_chart(Diary().practised(3).flagged(5, "calf").cleared(7).facts(0, 9), 0)

        told = [dict(shown.legend)[Sign.AGAIN] for shown in (first, again)]
        assert ["the plan begins", "the plan begins anew"] == told

    def test_it_says_in_words_what_it_shows(self) -> None:
        diary = Diary().practised(0, 3, during=1, after=0).practised(5, during=6, after=2)

        assert (
            "Pain while practising was 2.7 of 10 on average and 6 at most. "
            "On the day after it was 0.7 on average and 2 at most. The plan stepped back once."
        ) == pain_chart(diary.facts(0, 6), 0).words

    def test_weeks_tell_their_average_and_their_worst(self) -> None:
        diary = Diary().practised(0, 2, during=1).practised(4, during=4)

        shown = pain_chart(diary.facts(0, 150), 0)

        during = lines(shown).lines[0].points[0]
        assert (2, 1, 4) == (during.value, during.least, during.most)
        assert "Week from 2 Mar 2026: while practising 2.0 of 10 on average, 4 at most" in (
            lines(shown).stops[0].words
        )
        assert Sign.SPREAD in {sign for sign, _words in shown.legend}

    def test_without_any_answer_there_is_no_chart_and_a_word_on_why(self) -> None:
        facts = Diary().practised(0, during=None, after=None, sore=None).facts(0, 6)

        for shown in (pain_chart(facts, 0), soreness_chart(facts, 0)):
            assert shown.chart is None
            assert shown.words.endswith("the questions were not answered.")

    def test_its_table_leaves_open_what_is_not_known(self) -> None:
        shown = pain_chart(Diary().practised(0, during=None, sore=None).facts(0, 6), 0)

        assert (("2 Mar 2026", "1", "", "0", "", "Plan: twice a week"),) == shown.table.rows
        assert len(shown.table.header) == len(shown.table.rows[0])

    def test_a_long_stretch_without_practice_has_its_own_word(self) -> None:
        chart = lines(pain_chart(Diary().practised(0, 20).facts(0, 27), 0))

        assert [1, None, 1] == [point.value for point in chart.lines[0].points]
        assert "3 Mar to 21 Mar 2026: no practice." == chart.stops[1].words


class TestSoreness:
    def test_it_stands_at_its_rank(self) -> None:
        diary = Diary().practised(0).practised(3, sore=Soreness.MODERATE)

        shown = soreness_chart(diary.facts(0, 6), 0)

        assert [0, 2] == [point.value for point in lines(shown).lines[0].points]
        assert ["None", "Mild", "Moderate", "Severe"] == [
            tick.words for tick in lines(shown).values
        ]
        assert (
            "There was no soreness after 1 of 2 practice days that were answered. "
            "The worst was: moderate."
        ) == shown.words


class TestWeeks:
    def test_a_bar_stands_against_what_was_asked_for(self) -> None:
        chart = bars(week_chart(Diary().practised(0, 2).facts(0, 13), 0))

        first, second = chart.bars
        assert (10.0, 10.0, 10.0, False) == (first.value, first.least, first.most, first.open)
        assert (0.0, 15.0, 20.0, True) == (second.value, second.least, second.most, second.open)

    def test_a_week_before_the_first_session_is_a_gap(self) -> None:
        shown = week_chart(Diary().practised(7).facts(0, 20), 0)

        assert [None, 5.0, 0.0] == [bar.value for bar in bars(shown).bars]
        assert "Week from 2 Mar 2026: before your first session." == bars(shown).stops[0].words
        assert ("2 Mar 2026", "", "", "") == shown.table.rows[0]

    def test_only_whole_weeks_that_are_over_are_counted_in_words(self) -> None:
        diary = Diary().practised(0, 2, 7, 9, 14)

        told = week_chart(diary.facts(0, 15), 0).words

        assert (
            "On average you practised 10 minutes a week, in 2.0 sessions. "
            "In 1 of 2 weeks it was as often as the plan asked for. "
            "The band is the plan in minutes: a session of yours holds 5 minutes."
        ) == told

    def test_years_are_told_by_months(self) -> None:
        diary = Diary().practised(*every(3, 0, 800))

        chart = bars(week_chart(diary.facts(0, 800), 0))

        assert 27 == len(chart.bars)
        assert "March 2026: 12 sessions, 12 minutes a week." == chart.stops[0].words
        assert all(
            one.last == other.first for one, other in zip(chart.bars, chart.bars[1:], strict=False)
        )

    def test_whole_weeks_without_practice_are_told_as_such(self) -> None:
        told = [
            week_chart(Diary().practised(*days).facts(first, last), 0).words
            for days, first, last in (((0, 15), 1, 15), ((2,), 0, 4))
        ]

        assert [
            "No session was practised in the whole weeks of this time.",
            "There is no whole week to be told of yet.",
        ] == told

    def test_nothing_done_draws_nothing(self) -> None:
        shown = week_chart(Diary().breaks(0, 10, "taken").facts(0, 20), 0)

        assert shown.chart is None
        assert "No session was practised in this time." == shown.words


class TestRungs:
    def test_an_exercise_goes_from_rung_to_rung(self) -> None:
        diary = Diary().practised(0, 2).practised(4, 6, rung=2)

        shown = rung_chart(diary.facts(0, 6), content(), 0)

        assert isinstance(shown.chart, RungChart)
        (row,) = shown.chart.rows
        assert ("Glute bridge", "40 holds, 20 minutes") == (row.name, row.note)
        assert [(1, at(MONDAY), at(MONDAY) + 3), (2, at(MONDAY) + 4, at(MONDAY) + 7)] == [
            (run.rung, run.first, run.last) for run in row.runs
        ]
        assert (
            "Glute bridge, 6 Mar to 8 Mar 2026: variant 2 of 2, In one line." == row.runs[1].words
        )
        assert (
            "1 exercise was practised: 1 at a harder variant than at first, 0 at an easier one, "
            "0 at the same. Glute bridge was held longest, 20 minutes in all."
        ) == shown.words

    def test_an_exercise_that_is_gone_has_its_id_for_a_name(self) -> None:
        facts = Diary().practised(0, exercise="of-somebody", rung=4).facts(0, 6)

        shown = rung_chart(facts, content(), 0)

        assert isinstance(shown.chart, RungChart)
        assert ("of-somebody", 4) == (shown.chart.rows[0].name, shown.chart.rows[0].rungs)
        assert "4" == shown.table.rows[0][4]

    def test_the_table_has_those_for_which_the_chart_has_no_room(self) -> None:
        diary = Diary()
        for number in range(ROWS + 3):
            diary.practised(0, exercise=f"of-somebody-{number}")

        shown = rung_chart(diary.facts(0, 6), content(), 0)

        assert isinstance(shown.chart, RungChart)
        assert (ROWS, ROWS + 3) == (len(shown.chart.rows), len(shown.table.rows))


class TestBreaks:
    def test_an_hour_tells_how_its_breaks_ended(self) -> None:
        diary = Diary().breaks(1, 10, "due", "taken", "skipped", "satisfied", "taken")

        shown = break_chart(diary.facts(0, 6), 0)

        assert isinstance(shown.chart, GridChart)
        (cell,) = shown.chart.cells
        assert "Tuesday from 10:00: 2 taken, 1 in time away, 1 skipped." == cell.words
        assert (1, "10") == (cell.row, shown.chart.columns[cell.column])
        assert ("Tuesday", "10:00", "2", "1", "1") == shown.table.rows[0]

    def test_the_week_begins_where_the_person_has_it_begin(self) -> None:
        diary = Diary().breaks(0, 10, "taken").breaks(6, 10, "skipped")

        shown = break_chart(diary.facts(0, 6), 6)

        assert isinstance(shown.chart, GridChart)
        assert "Sun" == shown.chart.rows[0]
        assert [(0, 1), (1, 0)] == [(cell.row, cell.skipped) for cell in shown.chart.cells]

    def test_the_hour_with_most_skipped_is_named_when_they_are_some(self) -> None:
        few = Diary().breaks(0, 10, "taken", *["skipped"] * 4)
        some = Diary().breaks(0, 10, "taken", *["skipped"] * 5)

        told = [break_chart(one.facts(0, 6), 0).words for one in (few, some)]

        assert (
            "Of 5 stretch breaks 1 were taken, 0 fell into time away, and 4 were skipped."
            == (told[0])
        )
        assert told[1].endswith("Most were skipped on Monday from 10:00 on: 5.")

    def test_late_hours_have_room_too(self) -> None:
        shown = break_chart(Diary().breaks(0, 23, "taken").facts(0, 6), 0)

        assert isinstance(shown.chart, GridChart)
        assert ("16", "23") == (shown.chart.columns[0], shown.chart.columns[-1])


class TestTheWhole:
    def test_everything_that_is_known_has_its_chart(self) -> None:
        facts = Diary().practised(0, exercise=KNEE).breaks(0, 9, "taken").facts(0, 6)

        shown = trends_snapshot(facts, content(), 0)

        assert ["pain", "soreness", "weeks", "rungs", "breaks"] == [
            chart.code for chart in shown.charts
        ]
        assert all(chart.chart and chart.words and chart.table.rows for chart in shown.charts)
        assert "2 Mar to 8 Mar 2026" == shown.title

    def test_an_empty_time_says_what_to_do(self) -> None:
        never = trends_snapshot(Diary().facts(0, 6), content(), 0)
        not_then = trends_snapshot(Diary().practised(0).facts(10, 16), content(), 0)

        assert ((), ()) == (never.charts, not_then.charts)
        assert "Follow a session on Today" in never.empty_words
        assert "A longer span" in not_then.empty_words

    def test_what_was_held_on_other_days_is_none_of_it(self) -> None:
        facts = Diary().practised(0, 8, exercise=KNEE).practised(1, 3).facts(1, 7)

        assert [(BRIDGE, 2)] == [(one.exercise, one.days) for one in facts.exercises]

    def test_what_was_somebody_elses_tells_nothing(self) -> None:
        diary = Diary().practised(0, exercise=KNEE).practised(5).withdrawn(0)

        facts = diary.facts(0, 6)

        assert MONDAY + 5 * DAY == first_day(facts.known)
        assert [BRIDGE] == [one.exercise for one in facts.exercises]
        assert [1] == [week.sessions for week in facts.trends.weeks]

    def test_what_was_held_long_ago_is_read_too(self) -> None:
        facts = Diary().practised(0, 200, 500).facts(0, 520)

        assert [(BRIDGE, 3)] == [(one.exercise, one.days) for one in facts.exercises]


class TestSpans:
    def test_a_span_goes_back_as_far_as_it_says(self) -> None:
        long_ago = date(2020, 1, 1)

        assert [27, 90, 364, (MONDAY - long_ago).days] == [
            (MONDAY - first_of(choice, MONDAY, long_ago)).days for choice in SpanChoice
        ]

    def test_it_goes_little_beyond_the_first_session(self) -> None:
        for earliest, days in ((MONDAY - 40 * DAY, 40), (MONDAY - 3 * DAY, 27), (None, 27)):
            for choice in (SpanChoice.THREE_MONTHS, SpanChoice.YEAR, SpanChoice.ALL):
                assert days == (MONDAY - first_of(choice, MONDAY, earliest)).days

    @pytest.mark.parametrize("first", [0, 20, 75])
    def test_charts_tell_the_same_from_what_the_plan_knows(self, first: int) -> None:
        diary = Diary().practised(*every(3, 0, 60), during=4, sore=Soreness.MILD)
        diary.practised(70, during=8).practised(75, exercise=KNEE).withdrawn(75).noted(72, "Stiff.")
        diary.breaks(71, 10, "due", "taken").flagged(73, "calf").cleared(74)
        now, span = diary.at(80, 22), (MONDAY + first * DAY, MONDAY + 78 * DAY)

        whole = diary.facts(first, 78, today=80)
        found = charted_facts(diary.journal, read_plan(diary.journal, now), span, 0)

        assert charts(whole, content(), 0) == charts(found, content(), 0)
        assert report_of(whole, content(), 0) == report_of(found, content(), 0)


@given(days=st.integers(0, 5000), weekday=st.integers(0, 6), shift=st.integers(0, 400))
def test_an_axis_has_labels_within_its_span_and_in_order(
    days: int, weekday: int, shift: int
) -> None:
    first = MONDAY + timedelta(days=shift)
    ticks = time_ticks(first, first + days * DAY, weekday)

    for chosen in ticks.sets:
        places = [tick.at for tick in chosen]
        assert sorted({*places}) == places
        assert at(first) <= places[0] <= places[-1] <= at(first) + days + 1
    if days > 13:
        assert ticks.sets


def test_an_axis_names_weeks_then_months_then_years() -> None:
    def finest(days: int) -> list[str]:
        ticks = time_ticks(MONDAY, MONDAY + days * DAY, 0)
        return [tick.words for tick in ticks.sets[0]][:3]

    assert ["2 Mar", "4 Mar", "6 Mar"] == finest(27)
    assert ["2 Mar", "9 Mar", "16 Mar"] == finest(90)
    assert ["Apr 2026", "May", "Jun"] == finest(364)
    assert ["2027", "2028", "2029"] == finest(3000)
