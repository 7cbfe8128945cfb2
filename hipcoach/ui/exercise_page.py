"""One exercise of the library: its moving picture, and all that is to be known about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QSizePolicy, QWidget

from hipcoach.app.phrases.library import acknowledge_question
from hipcoach.app.snapshots import ExercisePageSnapshot
from hipcoach.app.words import _
from hipcoach.core.side import Side
from hipcoach.ui.dialogs import ask
from hipcoach.ui.folding_row import FoldingRow
from hipcoach.ui.link_line import LinkLine
from hipcoach.ui.picture import Picture, PictureBook
from hipcoach.ui.pieces import (
    GAPS,
    Button,
    ScrolledColumn,
    chips,
    column,
    frame,
    label,
    left_out,
    row,
)
from hipcoach.ui.variant_picker import VariantPicker

FRAME_MS: Final = 40
ROUND_MS: Final = 6000
"""There and back."""


def open_in_browser(address: str) -> None:
    """Show a web page in the person's browser; nothing else is ever opened."""
    url = QUrl(address)
    if url.scheme() in {"http", "https"}:
        QDesktopServices.openUrl(url)


class ExercisePage(QWidget):
    """Shows one exercise; its picture moves only while it is seen."""

    acknowledged = Signal(str)
    """The warning of the exercise of that id was read, and it is to be offered."""
    tryExerciseRequested = Signal(str)
    """The id of the exercise."""
    addRequested = Signal(str)
    """The id of the exercise, which is to be in a routine."""
    articleRequested = Signal(str)
    """The id of an article that mentions it."""

    def __init__(
        self, book: PictureBook, open_address: Callable[[str], None] = open_in_browser
    ) -> None:
        super().__init__()
        self._book = book
        self._open_address = open_address
        self._shown: ExercisePageSnapshot | None = None
        self._mentions: Mapping[str, Sequence[tuple[str, str]]] = {}
        self._still = False
        self._at_ms = 0
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._move_on)
        self._picture = Picture(book, "", QSize(280, 300))
        self._picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._picker = VariantPicker()
        self._picker.changed.connect(self._show_moment)
        self._name = label("", "display")
        self._summary = label("", "lead")
        self._chips = row(gap=2)
        self._try = Button(_("&Try it"), "primary", "play")
        self._try.setProperty("big", True)
        self._try.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._try.clicked.connect(self._ask_to_try)
        self._add = Button(_("&Add to routine…"), "", "plus")
        self._add.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._add.clicked.connect(self._ask_to_add)
        self._locked = label("", "soft")
        self._unlock = Button(_("&Offer it to me…"))
        self._unlock.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._unlock.clicked.connect(self._ask_to_unlock)
        self._sections = column(gap=4)
        self._scrolled = ScrolledColumn(widest=960, margin=6)
        does = _holding(column(self._try, self._add, self._locked, self._unlock, gap=2))
        below = FoldingRow(self._picker, does, gap=3, widest=self._picker)
        body = self._scrolled.body
        body.addLayout(column(self._name, self._summary, gap=1))
        body.addLayout(self._chips)
        body.addWidget(frame("card", column(self._picture, below, gap=4, margin=4)))
        body.addLayout(self._sections)
        body.addStretch(1)
        self.setLayout(column(self._scrolled))

    def show_snapshot(self, snapshot: ExercisePageSnapshot) -> None:
        """Show this exercise, from its beginning."""
        if snapshot == self._shown:
            return
        self._shown = snapshot
        self._name.setText(snapshot.name)
        self._summary.setText(snapshot.summary)
        self._locked.setText(snapshot.locked_words)
        self._locked.setVisible(bool(snapshot.locked_words))
        self._unlock.setVisible(snapshot.may_unlock)
        for button in (self._try, self._add):
            button.setVisible(not snapshot.locked_words)
        self._try.setAccessibleName(_("Try {exercise}").format(exercise=snapshot.name))
        self._picture.setAccessibleName(
            _("Moving picture of {exercise}").format(exercise=snapshot.name)
        )
        self._picker.offer(snapshot.rungs, snapshot.default_rung, sided=snapshot.sided)
        left_out(self._chips)
        chips(self._chips, [snapshot.position, *snapshot.goals])
        left_out(self._sections)
        for section in self._written(snapshot):
            self._sections.addWidget(section)
        self._at_ms = 0
        self._scrolled.verticalScrollBar().setValue(0)
        self._show_moment()

    def show_mentions(self, mentions: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Know for each exercise the (id, title) of the articles that mention it, from now on."""
        self._mentions = mentions

    def set_still(self, *, still: bool) -> None:
        """Show end poses only, or let the picture move."""
        self._still = still
        self._run()
        self._show_moment()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the picture move."""
        super().showEvent(event)
        self._run()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the picture its share of the height."""
        super().resizeEvent(event)
        self._picture.setFixedHeight(min(560, max(280, self.height() * 2 // 5)))

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: stand still."""
        super().hideEvent(event)
        self._run()

    @property
    def moving(self) -> bool:
        """Whether the picture moves."""
        return self._timer.isActive()

    def _run(self) -> None:
        if self.isVisible() and not self._still:
            self._timer.start()
        else:
            self._timer.stop()

    def _move_on(self) -> None:
        self._at_ms = (self._at_ms + FRAME_MS) % ROUND_MS
        self._show_moment()

    def _show_moment(self) -> None:
        shown = self._shown
        if shown is None:
            return
        start, end = shown.poses[self._picker.rung - 1]
        turn = self._at_ms / ROUND_MS
        fraction = 1.0 if self._still else 1.0 - abs(1.0 - 2.0 * turn)
        side = self._picker.side if shown.sided else None
        self._picture.show_frame(self._book.frame(start, side, to=end, fraction=fraction))

    def _ask_to_try(self) -> None:
        if self._shown is not None:
            self.tryExerciseRequested.emit(self._shown.id)

    def _ask_to_unlock(self) -> None:
        if self._shown is None:
            return
        name = self._shown.id
        ask(
            self,
            acknowledge_question(),
            stay=_("Not &now"),
            leave=_("&Yes, offer it"),
            then=lambda: self.acknowledged.emit(name),
            otherwise=lambda: None,
        )

    def _ask_to_add(self) -> None:
        if self._shown is not None:
            self.addRequested.emit(self._shown.id)

    def _written(self, snapshot: ExercisePageSnapshot) -> list[QWidget]:
        needed = ", ".join(snapshot.props) or _("Nothing.")
        sections = [
            _section(_("How to do it"), [_numbered(snapshot.how)]),
            _section(
                _("Where you feel it"),
                [
                    label(snapshot.feel),
                    label(_("Muscles: {list}").format(list=", ".join(snapshot.muscles)), "soft"),
                ],
            )
            if snapshot.feel
            else None,
            self._faults(snapshot),
            _section(_("Take care"), [label(line) for line in snapshot.safety], role="care"),
            _listed(_("Who leaves it out"), snapshot.not_for, role="care"),
            _listed(_("Know this before you ever do it"), snapshot.warning, role="care"),
            _listed(_("How much"), (snapshot.dose,)),
            _listed(_("Where opinions differ"), (snapshot.debated,)),
            _section(_("What you need"), [label(needed)]),
            self._articles(self._mentions.get(snapshot.id, ())),
            self._sources(snapshot.sources),
        ]
        return [section for section in sections if section is not None]

    def _faults(self, snapshot: ExercisePageSnapshot) -> QFrame | None:
        if not snapshot.faults:
            return None
        lines = column(gap=3)
        for number, (mistake, mend) in enumerate(snapshot.faults):
            role = "worst" if number == 0 else "strong"
            lines.addLayout(column(label(mistake, role), label(mend), gap=0))
        lines.addStretch(1)
        inside = row(lines, gap=5)
        inside.setStretch(0, 3)
        wrong = self._book.frame(snapshot.fault_pose, Side.RIGHT if snapshot.sided else None)
        if wrong is not None:
            words = _("Picture of the commonest mistake: {mistake}")
            picture = Picture(
                self._book,
                words.format(mistake=snapshot.faults[0][0]),
                QSize(220, 190),
                wrong=True,
            )
            picture.setMaximumHeight(280)
            picture.show_frame(wrong)
            inside.addWidget(picture, 2)
        return _section(_("What goes wrong"), [_holding(inside)])

    def _sources(self, sources: Sequence[tuple[str, str]]) -> QFrame | None:
        if not sources:
            return None
        links: list[QWidget] = [label(_("A click opens your web browser."), "small")]
        for title, address in sources:
            link = LinkLine(title, _("Open in the browser: {title}").format(title=title))
            link.setToolTip(address)
            link.clicked.connect(lambda _on=False, to=address: self._open_address(to))
            links.append(link)
        return _section(_("Where this comes from"), links)

    def _articles(self, articles: Sequence[tuple[str, str]]) -> QFrame | None:
        if not articles:
            return None
        links: list[QWidget] = []
        for name, title in articles:
            link = LinkLine(title, _("Open the article: {title}").format(title=title))
            link.clicked.connect(lambda _on=False, to=name: self.articleRequested.emit(to))
            links.append(link)
        return _section(_("To read"), links)


def _holding(layout: QLayout) -> QWidget:
    made = QWidget()
    made.setLayout(layout)
    return made


def _listed(title: str, lines: Sequence[str], role: str = "card") -> QFrame | None:
    """A card of lines under a heading; none where there is nothing to say."""
    said = [label(line) for line in lines if line]
    return _section(title, said, role=role) if said else None


def _section(title: str, items: Sequence[QWidget], role: str = "") -> QFrame:
    """A card with a heading."""
    inner = column(label(title, "heading"), *items, gap=2, margin=5)
    return frame(role or "card", inner)


def _numbered(lines: Sequence[str]) -> QWidget:
    """Lines with their numbers in a margin of their own."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(GAPS.space(3))
    grid.setVerticalSpacing(GAPS.space(2))
    for number, line in enumerate(lines, 1):
        grid.addWidget(label(str(number), "step", wrap=False), number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(line), number, 1)
    grid.setColumnStretch(1, 1)
    return _holding(grid)
