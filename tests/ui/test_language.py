"""The language of the window: chosen in the settings, spoken at once and everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hipcoach.app.editor import EditorDesk
from hipcoach.app.words import PSEUDO, language, use_language
from hipcoach.core.edits import Add
from hipcoach.core.settings import Settings
from hipcoach.library.articles import ArticleShelf
from hipcoach.library.load import own_shelf
from hipcoach.library.own import OwnRoutines
from hipcoach.library.source import OwnContent
from hipcoach.ports import Voice
from hipcoach.system.paths import replace_file
from hipcoach.system.qt_words import QtWords
from hipcoach.ui.option_editors import Editor
from tests.ui.shell_stand import ShellStand

PAGES = ("today", "library", "settings", "first-start", "check-in", "session")
ENGLISH = Voice("en", "English", ("en-GB",))
GERMAN = Voice("de", "German", ("de",))
NAMES = ("HipCoach", "English", "Deutsch", "Español")


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[ShellStand]:
    """Somebody in front of the Today page, in a window that can change its language."""
    content = OwnContent()
    made = ShellStand(qtbot, content=content)

    def speak(settings: Settings) -> bool:
        before = language()
        found = use_language(settings.word("look.language"))
        content.use_language(found)
        return found != before

    made.shell.pages._speak = speak
    made.answered()
    made.open()
    made.shows("today")
    yield made
    made.leave()


def box(stand: ShellStand, key: str) -> QComboBox:
    """The list of an option on the settings page."""
    page = stand.shell.pages.settings
    (found,) = [one for one in page.findChildren(Editor) if one.option.key == key]
    control = found.focusProxy()
    assert isinstance(control, QComboBox)
    return control


def choose(stand: ShellStand, code: str) -> None:
    """Choose a language, and wait until the window speaks it."""
    page = stand.shell.pages.settings
    control = box(stand, "look.language")
    control.setCurrentIndex(control.findData(code))
    control.activated.emit(control.currentIndex())
    stand.qtbot.waitUntil(lambda: stand.shell.pages.settings is not page)


def test_the_window_speaks_another_language_at_once(stand: ShellStand) -> None:
    stand.window.show_page("settings")
    choose(stand, "de")
    stand.shows("settings")
    stand.qtbot.waitUntil(lambda: stand.reads("Einstellungen"))
    stand.qtbot.wait(1)  # the rail shows its new buttons when there is time
    assert stand.button("Bibliothek").isVisible()
    assert not stand.reads("Settings")
    menus = [action.text() for action in stand.window.menuBar().actions()]
    assert ["&Gehe zu", "&Einheit", "&Hilfe"] == menus
    stand.window.show_page("today")
    stand.qtbot.waitUntil(lambda: stand.reads("Sanfter Anfang"))


def test_it_speaks_english_again_when_that_is_chosen(stand: ShellStand) -> None:
    stand.window.show_page("settings")
    choose(stand, "de")
    choose(stand, "en")
    assert stand.reads("Settings")
    assert "en" == stand.saved[-1].word("look.language")


def test_one_comes_back_to_the_same_option_and_nothing_else_has_changed(stand: ShellStand) -> None:
    stand.window.show_page("settings")
    before = stand.coach.settings
    choose(stand, "de")
    control = box(stand, "look.language")
    stand.qtbot.waitUntil(control.hasFocus)
    assert "Deutsch" == control.currentText()
    assert control.visibleRegion().boundingRect().height() == control.height()
    assert before.with_value("look.language", "de") == stand.coach.settings == stand.saved[-1]


def test_the_pages_work_as_before_in_the_new_language(stand: ShellStand) -> None:
    stand.window.show_page("settings")
    choose(stand, "de")
    stand.window.show_page("today")
    stand.qtbot.waitUntil(lambda: stand.reads("Sanfter Anfang"))
    stand.click("Schreibtischpause starten")
    stand.plays()
    stand.qtbot.waitUntil(lambda: stand.reads("Hüftdehnung im Stehen am Schreibtisch"))
    assert stand.speaker.length_s("Hüftdehnung im Stehen. Rechtes Bein zurück.")
    assert "de" == stand.speaker.choice.language


def test_in_a_session_no_language_is_exchanged(stand: ShellStand) -> None:
    stand.shell.session.start("desk-reset")
    stand.plays()
    stand.shell.change(stand.coach.settings.with_value("look.language", "de"))
    assert "en" == language()
    assert stand.reads("Standing hip stretch")


def test_the_voices_of_the_language_are_offered(stand: ShellStand) -> None:
    stand.window.show_page("settings")
    stand.voice.voicesKnown.emit((ENGLISH, GERMAN))
    assert -1 == box(stand, "voice.id").findData("de")
    voice = box(stand, "voice.id")
    voice.setCurrentIndex(voice.findData("en"))
    voice.activated.emit(voice.currentIndex())
    choose(stand, "de")
    stand.voice.voicesKnown.emit((ENGLISH, GERMAN))
    offered = box(stand, "voice.id")
    assert ["", "de"] == [offered.itemData(place) for place in range(offered.count())]
    assert not stand.coach.settings.word("voice.id")


def test_the_editor_names_its_steps_in_the_new_language(tmp_path: Path) -> None:
    content = OwnContent()
    desk = EditorDesk(content, OwnRoutines(tmp_path, replace_file))
    desk.edit(Add("plank"))
    assert ["Forearm plank"] == [step.name for step in desk.view.steps]
    content.use_language(use_language("de"))
    assert ["Unterarmstütz"] == [step.name for step in desk.view.steps]
    assert desk.unsaved


def test_qts_own_words_follow(stand: ShellStand) -> None:
    application = QCoreApplication.instance()
    assert application is not None
    words = QtWords(application)
    try:
        assert words.use_language("de")
        question = QMessageBox(stand.window)
        question.setStandardButtons(QMessageBox.StandardButton.Cancel)
        assert "Abbrechen" == question.button(QMessageBox.StandardButton.Cancel).text()
        assert "1,5" == QLocale().toString(1.5)
        assert not words.use_language("xx")
    finally:
        assert words.use_language("en")
    assert "Cancel" == QCoreApplication.translate("QPlatformTheme", "Cancel")
    assert "1.5" == QLocale().toString(1.5)


def _texts(window: QWidget) -> Iterator[str]:
    """Every text that can be seen, or be read out by a screen reader."""
    for one in window.findChildren(QWidget):
        if not one.isVisible():
            continue
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        elif isinstance(one, QLineEdit):
            yield one.placeholderText()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(place) for place in range(one.count()))
        yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip())
    for action in window.findChildren(QAction):
        yield action.text()


def _content() -> list[str]:
    """Every text of the content, long ones first; it has languages of its own."""
    found: set[str] = set()

    def gather(value: object) -> None:
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, dict):
            gather(list(value.values()))
        elif isinstance(value, list | tuple):
            for one in value:
                gather(one)

    shelf = own_shelf()
    for name in shelf.exercise_ids:
        gather(shelf.table(f"exercises/{name}/exercise.toml"))
        gather([text for line in shelf.exercise(name)[1].lines.values() for text in line.texts])
    for name in shelf.routine_ids:
        gather(shelf.table(f"routines/{name}.toml"))
    for article in ArticleShelf(shelf.root, shelf.exercise_ids).all():
        gather([article.title, article.summary, *(line for _b, line in _lines(article))])
    return sorted((text for text in found if len(text) > 2), key=len, reverse=True)


def _lines(article: object) -> Iterator[tuple[int, str]]:
    from hipcoach.app.article_view import article_pages, passages  # noqa: PLC0415 - one test's

    (page,) = article_pages((article,))  # type: ignore[arg-type] # an Article
    for passage in passages(page):
        for line in passage.lines:
            yield passage.block, line


def _bare(text: str, content: list[str]) -> str:
    """What is left of a text without what passed the door, the content and names."""
    left = re.sub(r"<[^<>]*>", " ", text).replace("&", "")
    while (inner := re.sub(r"\[[^\[\]]*\]", " ", left)) != left:
        left = inner
    for known in (*content, *NAMES):
        left = left.replace(known, " ")
    return " ".join(re.findall(r"[^\W\d_]{2,}", left))


@pytest.mark.parametrize("page", PAGES)
def test_no_sentence_passes_beside_the_door(stand: ShellStand, page: str) -> None:
    content = _content()
    use_language(PSEUDO)
    stand.shell.pages._build_anew()
    if page == "session":
        stand.shell.session.start("desk-reset")
        stand.plays()
    else:
        stand.window.show_page(page)
    if page == "check-in":
        stand.shell.pages.check_in.ask(3.0)

    def beside() -> None:
        texts = {text for text in _texts(stand.window) if text}
        assert 5 < len([text for text in texts if "~" in text])
        assert [] == sorted(text for text in texts if _bare(text, content))

    # What the journal tells of is told anew as soon as it has answered.
    stand.qtbot.waitUntil(beside)


def test_the_walk_finds_what_passes_beside_the_door() -> None:
    assert "Settings" == _bare("Settings", [])
    assert not _bare("[[3 mín~] · Šéttíñgš~~]", [])
    assert not _bare("Gentle start · 3", ["Gentle start"])
