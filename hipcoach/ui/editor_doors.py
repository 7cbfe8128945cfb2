"""The ways into the editor that stand on other pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QSizePolicy

from hipcoach.app.snapshots import RoutineCard
from hipcoach.app.words import _, ngettext
from hipcoach.ui.pieces import Button, column, frame, label

Tell = Callable[[str], None]


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
        "A routine of yours can't be used", "Some routines of yours can't be used", len(sentences)
    )
    hint = _("`hipcoach routine check FILE` says everything that is wrong with a file.")
    lines = [label(sentence) for sentence in sentences]
    return frame("care", column(label(title, "strong"), *lines, label(hint), gap=1, margin=4))
