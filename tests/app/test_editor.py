"""The editor behind its page: what it shows, and what becomes of files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hipcoach.app.editor import EditorDesk, Saved
from hipcoach.app.editor_view import EditorView
from hipcoach.app.today_view import routine_card, today_of
from hipcoach.core.bounds import MOST_STEPS
from hipcoach.core.edits import Add, Describe, Edit, Remove, Rename, SetDose, SetRest, SetSides
from hipcoach.core.errors import ContentError, KnownError
from hipcoach.core.routine import Sides
from hipcoach.library.own import OwnRoutines
from hipcoach.library.source import OwnContent
from hipcoach.system.paths import replace_file
from tests.fakes import FakeClock


class Bench:
    """A desk over a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.own = OwnRoutines(folder / "routines", replace_file)
        self.content = OwnContent(own=self.own)
        self.desk = EditorDesk(self.content, self.own)
        self.views: list[EditorView] = []
        self.troubles: list[str] = []
        self.changes: list[Any] = []
        self.desk.viewChanged.connect(self.views.append)
        self.desk.troubleChanged.connect(self.troubles.append)
        self.desk.routinesChanged.connect(lambda: self.changes.append(None))

    def do(self, *edits: Edit) -> None:
        for edit in edits:
            self.desk.edit(edit)

    @property
    def names(self) -> list[str]:
        return [step.name for step in self.desk.view.steps]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_a_new_one_is_empty_and_nothing_would_be_lost(bench: Bench) -> None:
    bench.desk.new()
    view = bench.desk.view
    assert ((), "", 0.0) == (view.steps, view.length_words, view.length_s)
    assert {False} == {view.unsaved, view.kept, view.can_undo, view.can_redo}


def test_each_change_gives_a_new_view(bench: Bench) -> None:
    bench.do(Add("leg-swings"), Rename("Mine"))
    assert 2 == len(bench.views)
    assert ("Mine", ["Leg swings"]) == (bench.views[-1].name, bench.names)
    bench.do(Rename("Mine"))
    assert 2 == len(bench.views)


def test_the_length_is_what_today_says_of_it(bench: Bench) -> None:
    bench.do(Add("leg-swings"), Add("supine-knee-to-chest"), SetRest(0, 60.0))
    view = bench.desk.view
    assert Saved.DONE is bench.desk.save()
    card = routine_card(bench.content.everything(), bench.desk.routine)
    assert card.length_s == pytest.approx(view.length_s)
    minutes, seconds = map(int, view.length_words.split(":"))
    assert view.length_s == pytest.approx(60 * minutes + seconds, abs=0.5)


def test_a_card_says_what_its_step_holds(bench: Bench) -> None:
    bench.do(
        Add("half-kneeling-hip-flexor"),
        SetDose(0, "hold_s", 45),
        SetSides(0, Sides.LEFT),
        SetRest(0, 20.0),
    )
    (step,) = bench.desk.view.steps
    assert "2 sets · hold 45 s · Left only · then rest 20 s" == step.words
    assert step.spoken.startswith("Step 1 of 1: Half-kneeling hip flexor stretch, 2 sets")
    assert {"sets": 2, "hold_s": 45.0} == {field.code: field.value for field in step.dose}
    assert ("My own level", "Tall and tucked") == step.rungs[:2]


def test_undo_and_redo_walk_through_the_changes(bench: Bench) -> None:
    bench.do(Add("leg-swings"), Remove(0))
    bench.desk.undo()
    assert ["Leg swings"] == bench.names
    bench.desk.redo()
    assert [] == bench.names
    bench.desk.redo()
    assert 4 == len(bench.views)


def test_what_is_saved_can_be_played_and_is_told(bench: Bench) -> None:
    bench.do(Rename("  Evening "), Add("leg-swings"))
    assert Saved.DONE is bench.desk.save()
    assert "evening" == bench.desk.routine
    assert "Evening" == bench.content.programme("evening").wording.routines["evening"].name
    assert not bench.desk.unsaved
    assert bench.desk.view.kept
    assert [None] == bench.changes


def test_a_nameless_routine_gets_a_name(bench: Bench) -> None:
    bench.do(Add("leg-swings"))
    bench.desk.save()
    assert ("My routine", "A routine of my own.", "my-routine") == (
        bench.desk.view.name,
        bench.desk.view.summary,
        bench.desk.routine,
    )


def test_one_that_is_changed_stays_the_same_routine(bench: Bench) -> None:
    bench.do(Rename("Mine"), Add("leg-swings"))
    bench.desk.save()
    bench.do(Rename("Yours"), Describe("For you."))
    assert bench.desk.unsaved
    bench.desk.save()
    assert {"mine"} == set(bench.own.found().routines)
    bench.desk.new()
    bench.desk.open("mine")
    assert ("Yours", "For you.") == (bench.desk.view.name, bench.desk.view.summary)
    assert not bench.desk.unsaved


def test_what_another_program_wrote_is_not_overwritten_unasked(bench: Bench) -> None:
    bench.do(Rename("Mine"), Add("leg-swings"))
    bench.desk.save()
    file = bench.own.folder / "mine.toml"
    theirs = file.read_text().replace("Mine", "Theirs")
    file.write_text(theirs)
    bench.do(Rename("Ours"))
    assert Saved.CHANGED is bench.desk.save()
    assert theirs == file.read_text()
    assert Saved.DONE is bench.desk.save(as_new=True)
    assert {"mine": "Theirs", "ours": "Ours"} == dict(bench.desk.own_routines())
    bench.desk.open("mine")
    bench.do(Rename("Ours after all"))
    file.write_text(theirs.replace("Theirs", "Again"))
    assert Saved.DONE is bench.desk.save(whatever_is_there=True)
    assert "Ours after all" == dict(bench.desk.own_routines())["mine"]


def test_a_file_that_another_program_garbled_is_not_overwritten_unasked(bench: Bench) -> None:
    bench.do(Rename("Mine"), Add("leg-swings"))
    bench.desk.save()
    file = bench.own.folder / "mine.toml"
    file.write_text("half a sentence")
    bench.do(Rename("Ours"))
    assert Saved.CHANGED is bench.desk.save()
    assert "half a sentence" == file.read_text()


def test_a_file_that_is_gone_is_written_again(bench: Bench) -> None:
    bench.do(Rename("Mine"), Add("leg-swings"))
    bench.desk.save()
    (bench.own.folder / "mine.toml").unlink()
    bench.do(Rename("Ours"))
    assert Saved.DONE is bench.desk.save()
    assert [("mine", "Ours")] == bench.desk.own_routines()


def test_a_built_in_one_is_duplicated_and_stays_as_it_is(bench: Bench) -> None:
    before = bench.content.programme("desk-reset").routines["desk-reset"]
    bench.desk.duplicate("desk-reset")
    assert ("Desk reset, my way", True, False) == (
        bench.desk.view.name,
        bench.desk.view.unsaved,
        bench.desk.view.kept,
    )
    bench.desk.save()
    assert "desk-reset-my-way" == bench.desk.routine
    assert before == bench.content.programme("desk-reset").routines["desk-reset"]


def test_a_copy_can_be_handed_on_and_opened(bench: Bench, tmp_path: Path) -> None:
    bench.do(Rename("Mine"), Add("leg-swings"), SetDose(0, "reps", 17))
    steps = bench.desk.view.steps
    bench.desk.export(tmp_path / "copy.toml")
    assert bench.desk.unsaved
    bench.desk.new()
    bench.desk.open_file(tmp_path / "copy.toml")
    assert ("Mine", steps) == (bench.desk.view.name, bench.desk.view.steps)
    assert bench.desk.unsaved
    assert not bench.desk.view.kept


def test_a_file_that_is_no_routine_is_refused_and_the_draft_stays(
    bench: Bench, tmp_path: Path
) -> None:
    bench.do(Add("leg-swings"))
    (tmp_path / "x.toml").write_text("nonsense")
    with pytest.raises(ContentError):
        bench.desk.open_file(tmp_path / "x.toml")
    with pytest.raises(KnownError):
        bench.desk.open("nowhere")
    assert ["Leg swings"] == bench.names


def test_what_can_not_be_written_is_told_and_stays_unsaved(bench: Bench, tmp_path: Path) -> None:
    bench.do(Add("leg-swings"))
    (tmp_path / "routines").write_text("in the way")
    assert Saved.FAILED is bench.desk.save()
    bench.desk.export(tmp_path / "routines" / "x.toml")
    assert 2 == len(bench.troubles)
    assert all("can't be written" in trouble for trouble in bench.troubles)
    assert bench.desk.unsaved
    assert not bench.desk.view.kept


def test_one_that_is_deleted_can_be_kept_again(bench: Bench) -> None:
    bench.do(Rename("Mine"), Add("leg-swings"))
    bench.desk.save()
    bench.desk.remove()
    assert [] == bench.desk.own_routines()
    assert bench.desk.unsaved
    bench.desk.save()
    assert [("mine", "Mine")] == bench.desk.own_routines()


def test_a_full_routine_takes_no_more(bench: Bench) -> None:
    bench.do(*[Add("leg-swings")] * (MOST_STEPS + 1))
    assert (MOST_STEPS, False) == (len(bench.names), bench.desk.view.can_add)


def test_today_offers_them_last_and_tells_what_is_broken(bench: Bench) -> None:
    bench.do(Rename("Aaa"), Add("leg-swings"))
    bench.desk.save()
    (bench.own.folder / "bad.toml").write_text("colour = 3\n")
    today = today_of(bench.content.everything(), None, None, FakeClock().now())
    assert ("aaa", True) == (today.routines[-1].id, today.routines[-1].own)
    assert [False] * (len(today.routines) - 1) == [card.own for card in today.routines[:-1]]
    (sentence,) = today.broken_words
    assert sentence.endswith("bad.toml, line 1, colour: a text in quotes is wanted here.")
    assert today == replace(today, broken_words=(sentence,))
