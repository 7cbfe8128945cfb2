"""The parts that every page is put together from; their look is in the style sheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hipcoach.ui.icons import icon
from hipcoach.ui.measures import Measures

GAPS: Final = Measures()
"""Gaps between things; text and controls grow with the size of text, the air around them not."""
_BESIDE_ICON: Final = 4
"""Pixels that Qt leaves between an icon and the words."""


def label(text: str, role: str = "", *, wrap: bool = True) -> QLabel:
    """Words to read: never taken as markup, and reachable for the mouse to copy nothing."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if wrap:
        # A long word is no reason to make the page wider than the window.
        made.setMinimumWidth(1)
    if role:
        made.setProperty("role", role)
    return made


def grown(widget: QWidget, length: int) -> int:
    """A length in pixels that grows with the size of the text in a widget."""
    return round(length * max(1.0, widget.fontInfo().pixelSize() / GAPS.base))


def restyle(widget: QWidget, name: str, mark: str) -> None:
    """Give a widget a property that the style sheet knows."""
    if widget.property(name) != mark:
        widget.setProperty(name, mark)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Button(QPushButton):
    """A button with words, a role in the style sheet, and an icon that takes its colour."""

    def __init__(self, text: str, role: str = "", icon_name: str = "", *, name: str = "") -> None:
        super().__init__(text)
        self._icon_name = icon_name
        self._role = role
        self._inks: tuple[QColor, QColor] | None = None
        self.bare = False
        """Whether the words stand alone, without their icon."""
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.setAccessibleName(name or text.replace("&", ""))
        self._tint()

    def lay_bare(self, bare: bool) -> None:
        """Show the words alone, where there is no room for the icon; or both again."""
        if bare != self.bare:
            self.bare, self._inks = bare, None
            self._tint()

    @property
    def icon_room(self) -> int:
        """Pixels of width that the icon takes where it is shown."""
        return self.iconSize().width() + _BESIDE_ICON if self._icon_name else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too, as people expect of the button that has the focus."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the new colours over."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._tint()

    def _tint(self) -> None:
        # Qt sends changes of palette and font while a widget is still being built.
        if not getattr(self, "_icon_name", ""):
            return
        if self.bare:
            self.setIcon(QIcon())
            self.setIconSize(self._icon_size)
            return
        colours = self.palette()
        ink = {
            "primary": QPalette.ColorRole.BrightText,
            "place": QPalette.ColorRole.Dark,
            "subtle": QPalette.ColorRole.Dark,
            "quiet": QPalette.ColorRole.Accent,
        }.get(self._role, QPalette.ColorRole.WindowText)
        checked = QPalette.ColorRole.Accent if self._role == "place" else ink
        inks = (colours.color(ink), colours.color(checked))
        if inks != self._inks:
            self._inks = inks
            self.setIcon(icon(self._icon_name, *inks))
        self.setIconSize(self._icon_size)

    @property
    def _icon_size(self) -> QSize:
        edge = round(self.fontMetrics().height() * 1.1)
        return QSize(edge, edge)


def frame(role: str, layout: QLayout | None = None) -> QFrame:
    """A ground for other things: `card`, `hero`, `picture`, `rule`."""
    made = QFrame()
    made.setProperty("role", role)
    if layout is not None:
        made.setLayout(layout)
    return made


def column(*items: QWidget | QLayout, gap: int = 3, margin: int = 0) -> QVBoxLayout:
    """Things under each other; `gap` and `margin` are steps of the scale of spaces."""
    made = QVBoxLayout()
    _fill(made, items, gap, margin)
    return made


def row(*items: QWidget | QLayout, gap: int = 3, margin: int = 0) -> QHBoxLayout:
    """Things beside each other."""
    made = QHBoxLayout()
    _fill(made, items, gap, margin)
    return made


def _fill(layout: QBoxLayout, items: tuple[QWidget | QLayout, ...], gap: int, margin: int) -> None:
    layout.setSpacing(GAPS.space(gap))
    edge = GAPS.space(margin)
    layout.setContentsMargins(edge, edge, edge, edge)
    for item in items:
        if isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


def chips(line: QBoxLayout, words: Iterable[str]) -> None:
    """Put small labels into a row, from the left."""
    for word in words:
        line.addWidget(label(word, "chip", wrap=False))
    line.addStretch(1)


def left_out(layout: QLayout) -> None:
    """Take everything out of a layout, and let the widgets go."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            left_out(inner)
        if widget is not None:
            # Hidden first: a widget that waits for its deletion would still be walked by Tab.
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()


class ScrolledColumn(QScrollArea):
    """A page's body: one column of readable width in the middle, scrolled where it is long."""

    def __init__(self, widest: int = 1080, margin: int = 7) -> None:
        """`widest` in pixels for words of the usual size; 0: whoever fills it sees to that."""
        super().__init__()
        self.setProperty("role", "page")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._margin = margin
        self._widest = widest
        self.body = column(gap=5)
        self._inner = inner = QWidget()
        inner.setLayout(self.body)
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._outer = QWidget()
        self._outer.setProperty("role", "page")
        centred = QHBoxLayout(self._outer)
        centred.addStretch(1)
        centred.addWidget(inner, 1000)
        centred.addStretch(1)
        self._set_margins()
        self.setWidget(self._outer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the air back where the window is small."""
        super().resizeEvent(event)
        self._set_margins()

    def changeEvent(self, event: QEvent) -> None:
        """Be wider where the words are larger."""
        super().changeEvent(event)
        # Qt sends changes of font while a widget is still being built.
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_outer"):
            self._set_margins()

    def _set_margins(self) -> None:
        if self._widest:
            self._inner.setMaximumWidth(grown(self, self._widest))
        edge = GAPS.space(self._margin if self.width() > grown(self, 900) else self._margin - 2)
        layout = self._outer.layout()
        assert layout is not None
        high = min(edge, GAPS.space(6))
        layout.setContentsMargins(edge, high, edge, high)


class CardGrid(QWidget):
    """Cards side by side, as many in a row as there is room for."""

    def __init__(self, least_width: int = 280) -> None:
        super().__init__()
        self._least = least_width
        self._cards: list[QWidget] = []
        self._columns = 0
        self._rows = column(gap=5)
        self.setLayout(self._rows)

    def set_cards(self, cards: list[QWidget]) -> None:
        """Show these cards, in order."""
        for card in self._cards:
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self._cards = cards
        self._columns = 0
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """The widest card alone: what stands beside it now can go into the next row."""
        return QSize(self._widest(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many into a row as there is room for now."""
        super().resizeEvent(event)
        self._arrange()

    def _widest(self) -> int:
        """What the widest card needs: words are longer in some languages."""
        return max((card.minimumSizeHint().width() for card in self._cards), default=0)

    def _arrange(self) -> None:
        gap = GAPS.space(5)
        least = max(grown(self, self._least), self._widest()) + gap
        columns = max(1, min(len(self._cards) or 1, (self.width() + gap) // least))
        if columns == self._columns:
            return
        self._columns = columns
        while (item := self._rows.takeAt(0)) is not None:
            inner = item.layout()
            if inner is not None:
                while inner.takeAt(0) is not None:
                    pass
                inner.deleteLater()
        for first in range(0, len(self._cards), columns):
            line = row(gap=5)
            for card in self._cards[first : first + columns]:
                line.addWidget(card, 1)
            for _missing in range(columns - len(self._cards[first : first + columns])):
                line.addStretch(1)
            self._rows.addLayout(line)
