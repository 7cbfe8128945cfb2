"""The floor that the window stands on: a bare Qt window with six buttons."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QVBoxLayout, QWidget

BUTTONS = 6


def main() -> int:
    """Show it until it is closed; the exit status."""
    application = QApplication(["bare"])
    window = QMainWindow()
    body = QWidget()
    column = QVBoxLayout(body)
    for number in range(BUTTONS):
        column.addWidget(QPushButton(f"Button {number + 1}"))
    window.setCentralWidget(body)
    window.resize(1180, 780)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
