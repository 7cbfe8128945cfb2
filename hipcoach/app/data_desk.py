"""The journal as a whole on the desk: taken out, joined, copied, taken back, deleted.

Every step is a command of our own, in a process of its own: the window neither waits for it nor
keeps what it took to do it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from hipcoach.app.data_snapshots import DataSnapshot, Form, Outcome, Part, Weighed, Wish, Work
from hipcoach.app.data_view import (
    counted,
    joined,
    looked_at,
    question_of,
    read_look,
    read_tables,
    read_word,
    trouble_of,
)
from hipcoach.app.phrases import data as phrases
from hipcoach.core.errand import ErrandDone
from hipcoach.ports import Errands

_OPTIONS = {Form.WHOLE: (), Form.TABLE: ("--csv",), Form.CALENDAR: ("--ical",)}
"""How a form is asked for."""


class DataDesk(QObject):
    """Does one thing at a time, and tells how far it is and what became of it."""

    changed = Signal(object)
    """A `DataSnapshot`."""
    weighed = Signal(object)
    """A `Weighed`: how much a wish would delete."""
    journalChanged = Signal()
    """Another program of ours has written the journal, or put another in its place."""

    def __init__(
        self, errands: Errands, place: str, *, in_file: bool, size: Callable[[], int]
    ) -> None:
        """`place` is where the journal is, for people; `size` gives its bytes on the disk."""
        super().__init__()
        self._errands = errands
        self._size = size
        self._looks = 0
        """Number of the look that was asked for last: what comes of others is let go."""
        self._number = 0
        """Of the command that runs."""
        self.snapshot = DataSnapshot(place, in_file, words=phrases.reading_words())
        """What was told last."""

    @property
    def busy(self) -> bool:
        """Whether something is being done."""
        return self.snapshot.work is not None

    def look(self) -> None:
        """See anew what is in the journal, and which copies there are."""
        self._looks += 1
        number = self._looks

        def then(done: ErrandDone) -> None:
            if number == self._looks:
                self._see(done)

        if self.snapshot.in_file:
            self._errands.begin(("restore", "--json"), then)
        else:
            # A server has no copies of ours; what would be deleted is what there is.
            self._errands.begin(("forget", *_span(None), "--dry-run", "--json"), then)

    def leave(self) -> None:
        """Nobody looks any more: what was said of the last deed is said."""
        self._tell(outcome=None)

    def take_out(self, form: Form, path: Path) -> None:
        """Write the journal, or what is told of it, into a file."""
        if form is Form.TABLE and path.suffix.lower() != f".{form.value}":
            # Another name would ask for a folder of all tables.
            self._tell(outcome=Outcome(Part.OUT, phrases.wrong_name_words(), wrong=True))
            return
        name = str(path)

        def told(_done: ErrandDone) -> Outcome:
            return Outcome(Part.OUT, phrases.written_words(name), path=name)

        words = phrases.work_words(Part.OUT, name)
        self._do(Work(Part.OUT, words, True), ("export", *_OPTIONS[form], name), told)

    def tell_of_report(self, words: str) -> None:
        """Say what became of a report, which is no deed of this desk."""
        self._tell(outcome=Outcome(Part.OUT, words) if words else None)

    def bring_in(self, path: Path, *, back: bool = False) -> None:
        """Join the journal in a file with this one; `back`: also what has been deleted since."""
        name = str(path)
        work = Work(Part.IN, phrases.work_words(Part.IN, name), True)
        asked = ("import", name, *(("--bring-back",) if back else ()), "--json")
        self._do(work, asked, lambda done: joined(done, name), changes=True)

    def copy(self) -> None:
        """Make a copy among the others."""
        self._do(
            Work(Part.COPIES, phrases.work_words(Part.COPIES), False),
            ("backup",),
            lambda _done: Outcome(Part.COPIES, phrases.copied_words()),
        )

    def take_back(self, path: str) -> None:
        """Put a copy in the place of the journal."""

        def told(done: ErrandDone) -> Outcome:
            aside = read_word(done.said, "aside") or ""
            return Outcome(Part.COPIES, phrases.taken_back_words(aside), path=aside)

        work = Work(Part.COPIES, phrases.taking_back_words(), False)
        self._do(work, ("restore", path, "--yes", "--json"), told, changes=True)

    def weigh(self, wish: Wish) -> None:
        """Find out how much a wish would delete."""

        def told(done: ErrandDone) -> Outcome | Weighed:
            found = question_of(wish, read_tables(done.said))
            return found if found.question else Outcome(Part.DELETE, phrases.nothing_words())

        work = Work(Part.DELETE, phrases.reading_words(), False)
        self._do(work, ("forget", *_span(wish.span), "--dry-run", "--json"), told)

    def forget(self, wish: Wish) -> None:
        """Delete what is wished, for good."""

        def told(done: ErrandDone) -> Outcome:
            counts, copies = read_tables(done.said), read_word(done.said, "backups") or 0
            words = phrases.deleted_words(counts, copies)
            if done.went_well:
                return Outcome(Part.DELETE, words)
            return Outcome(Part.DELETE, f"{words}\n{trouble_of(done)}", wrong=True)

        copies = ("--backups",) if wish.copies else ()
        work = Work(Part.DELETE, phrases.work_words(Part.DELETE), False)
        self._do(
            work, ("forget", *_span(wish.span), *copies, "--yes", "--json"), told, changes=True
        )

    def call_off(self) -> None:
        """End what is being done, where it lets itself be ended."""
        work = self.snapshot.work
        if work is not None and work.stoppable:
            self._errands.call_off(self._number)

    def _do(
        self,
        work: Work,
        asked: tuple[str, ...],
        told: Callable[[ErrandDone], Outcome | Weighed],
        *,
        changes: bool = False,
    ) -> None:
        """Run a command, unless another one runs; `told` makes what is said of what it did.

        `changes` where it writes the journal.
        """
        if self.busy:
            return

        def then(done: ErrandDone) -> None:
            found = _found(work.part, done, told)
            if isinstance(found, Weighed):
                self._tell(work=None)
                self.weighed.emit(found)
                return
            self._tell(work=None, outcome=found)
            if changes:
                # Also where it failed or was called off: what is there counts, not what was meant.
                self.journalChanged.emit()
            if work.part is not Part.OUT:
                self.look()

        def step(share: float) -> None:
            self._tell(work=replace(work, share=share))

        self._tell(work=work, outcome=None)
        self._number = self._errands.begin(asked, then, step)

    def _see(self, done: ErrandDone) -> None:
        try:
            if self.snapshot.in_file:
                self.snapshot = looked_at(self.snapshot, read_look(done.said), self._size())
            else:
                self.snapshot = counted(self.snapshot, read_tables(done.said))
        except ValueError:
            self._tell(figures=(), words=trouble_of(done), days=None, copies=(), copies_words="")
            return
        self.changed.emit(self.snapshot)

    def _tell(self, **changed: object) -> None:
        self.snapshot = replace(self.snapshot, **changed)  # type: ignore[arg-type] # our own fields
        self.changed.emit(self.snapshot)


def _found(
    part: Part, done: ErrandDone, told: Callable[[ErrandDone], Outcome | Weighed]
) -> Outcome | Weighed:
    """What is said of a command that has ended.

    One that was called off too late has done its work; one that failed may have done some of it,
    and has said so.
    """
    if done.status and (done.called_off or not done.said):
        if done.called_off:
            return Outcome(part, phrases.called_off_words(part))
        return Outcome(part, trouble_of(done), wrong=True)
    try:
        return told(done)
    except ValueError:
        return Outcome(part, trouble_of(done), wrong=True)


def _span(span: tuple[date, date] | None) -> tuple[str, ...]:
    """How days are named in a command."""
    if span is None:
        return ("--everything",)
    first, last = span
    return "--from", first.isoformat(), "--to", last.isoformat()
