"""The way of the Tab key through a page: as one reads."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def read_through(page: QWidget) -> None:
    """Let Tab go through a page as its layouts stand, whenever its parts were made."""
    stops = [one for one in _as_read(page) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


def _as_read(widget: QWidget) -> Iterator[QWidget]:
    """Everything within a widget, in the order of its layouts."""
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from _as_read(inner)
    layout = widget.layout()
    if layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        assert item is not None
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield widget
            yield from _as_read(widget)
        elif inner is not None:
            yield from _laid_out(inner)
