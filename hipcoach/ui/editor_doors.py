"""The ways into the editor that stand on other pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QSizePolicy

from hipcoach.app.snapshots import RoutineCard
from hipcoach.app.words import _, ngettext
from hipcoach.ui.pieces import Button, column, frame, label

if TYPE_CHECKING:
    from hipcoach.app.editor import EditorDesk
    from hipcoach.ui.editor_way import EditorWay
    from hipcoach.ui.main_window import MainWindow
    from hipcoach.ui.pages import Pages

Tell = Callable[[str], None]


class EditorDoors(QObject):
    """Joins the doors to the way behind them, which is built when one is first opened."""

    def __init__(
        self,
        window: MainWindow,
        pages: Pages,
        desk: Callable[[], EditorDesk],
        play: Tell,
        look: Callable[[], None],
    ) -> None:
        """`play` starts a routine, `look` shows Today what has changed."""
        super().__init__(window)
        self._window = window
        self._pages = pages
        self._make_desk = desk
        self._play = play
        self._look = look

    @cached_property
    def way(self) -> EditorWay:
        """The way through the editor."""
        from hipcoach.ui.editor_way import EditorWay  # noqa: PLC0415 - only when it is needed

        desk = self._make_desk()
        desk.routinesChanged.connect(self._look)
        return EditorWay(self._window, self._pages, desk, self._play)

    def join(self, code: str) -> None:
        """Join a page that has just been built, if it has a door."""
        match code:
            case "today":
                self._pages.today.newRequested.connect(self._new)
                self._pages.today.changeRequested.connect(self._change)
                self._pages.today.duplicateRequested.connect(self._duplicate)
            case "library":
                self._pages.library.addRequested.connect(self._offer)
            case "editor":
                self.way.join()

    def _new(self) -> None:
        self.way.new()

    def _change(self, routine: str) -> None:
        self.way.change(routine)

    def _duplicate(self, routine: str) -> None:
        self.way.duplicate(routine)

    def _offer(self, exercise: str) -> None:
        self.way.offer(exercise)


def change_button(routine: RoutineCard, change: Tell, duplicate: Tell) -> Button:
    """Change a routine of one's own; of any other make one's own."""
    if routine.own:
        name = _("Edit {routine}").format(routine=routine.name)
        made = Button(_("Edit"), "quiet", "settings", name=name)
        made.clicked.connect(lambda: change(routine.id))
    else:
        name = _("Duplicate and change {routine}").format(routine=routine.name)
        made = Button(_("Duplicate"), "quiet", "copy", name=name)
        made.setToolTip(_("Make a routine of your own from it"))
        made.clicked.connect(lambda: duplicate(routine.id))
    made.setObjectName(f"change-{routine.id}")
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def new_button(begin: Callable[[], None]) -> Button:
    """Begin a routine of one's own."""
    made = Button(_("&New routine"), "", "plus")
    made.clicked.connect(begin)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def broken_card(sentences: Sequence[str]) -> QFrame:
    """What is wrong with files that can't be used, a sentence each."""
    title = ngettext(
        "A file of yours can't be used", "Some files of yours can't be used", len(sentences)
    )
    hint = _("`hipcoach routine check FILE` says everything that is wrong with a routine's file.")
    lines = [label(sentence) for sentence in sentences]
    return frame("care", column(label(title, "strong"), *lines, label(hint), gap=1, margin=4))
