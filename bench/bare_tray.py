"""The floor that the tray stands on: an icon with a menu, and a timer that does nothing."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon


def main() -> int:
    """Show it until it is killed; the exit status."""
    application = QApplication(["bare"])
    application.setQuitOnLastWindowClosed(False)
    pixmap = QPixmap(32, 32)
    pixmap.fill("#1c2b36")
    menu = QMenu()
    menu.addAction("Quit").triggered.connect(application.quit)
    icon = QSystemTrayIcon(QIcon(pixmap))
    icon.setContextMenu(menu)
    icon.show()
    timer = QTimer()
    timer.timeout.connect(lambda: None)
    timer.start(1000)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
