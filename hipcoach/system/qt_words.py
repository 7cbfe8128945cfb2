"""Qt's own words (buttons of dialogs, menus of text fields) and its way to write numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


class QtWords:
    """Speaks the language that the rest of the program speaks, where Qt knows it."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._translator: QTranslator | None = None

    def use_language(self, code: str) -> bool:
        """Speak this language (`de`) from now on; whether Qt knows it, as it does English."""
        QLocale.setDefault(QLocale(code))
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
            self._translator = None
        if code == "en":
            return True
        translator = QTranslator(self._application)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if not translator.load(f"qtbase_{code}", folder):
            return False
        self._translator = translator
        return self._application.installTranslator(translator)
