"""An article read aloud, from the button to the voice, and found from the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction

from hipcoach.app.article_view import article_pages
from hipcoach.app.reading import ReadingDesk
from hipcoach.library.source import OwnContent
from hipcoach.ports import SpeechProblem, VoiceChoice
from hipcoach.ui.article_blocks import Passage
from hipcoach.ui.article_page import ArticlePage
from hipcoach.ui.picture import PictureBook
from hipcoach.ui.read_aloud import join_reading
from tests.fakes import FakeClock, FakeSpeaker
from tests.ui.page_stand import button, click, show
from tests.ui.shell_stand import ShellStand

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Stand:
    """A page, a desk and a voice."""

    def __init__(self, qtbot: QtBot) -> None:
        self.clock, self.speaker = FakeClock(), FakeSpeaker()
        self.desk = ReadingDesk(lambda: self.speaker, self.clock)
        self.page = ArticlePage(PictureBook({}), lambda _address: None)
        self.page.set_still(still=True)
        join_reading(self.page, self.desk, lambda: VoiceChoice(rate=180))
        self.articles = {page.id: page for page in article_pages(OwnContent().articles())}
        self.page.show_snapshot(self.articles["how-often"], {})
        show(qtbot, self.page, 900, 700)

    def listen(self, seconds: float) -> None:
        """Let time pass in small steps."""
        for _step in range(round(seconds / 0.1)):
            self.clock.advance(0.1)
            self.desk.tick()

    @property
    def lit(self) -> list[int]:
        """Which blocks stand out, counted from the title."""
        return [n for n, one in enumerate(self.page.findChildren(Passage)) if one.lit]


@pytest.fixture
def stand(qtbot: QtBot) -> Stand:
    return Stand(qtbot)


def test_an_article_is_read_from_its_title_to_its_last_sentence(stand: Stand) -> None:
    click(button(stand.page, "Read aloud"))
    assert 180 == stand.speaker.choice.rate
    assert "How often, and how much" == stand.speaker.sounding
    assert [0] == stand.lit
    stand.listen(900)
    assert str(stand.speaker.heard[-1]).endswith("missed Tuesday matters.")
    assert [] == stand.lit
    assert button(stand.page, "Read aloud").isVisible()


def test_the_voice_rests_and_goes_on(stand: Stand) -> None:
    click(button(stand.page, "Read aloud"))
    stand.listen(5)
    click(button(stand.page, "Pause"))
    assert stand.speaker.sounding is None
    click(button(stand.page, "Read on"))
    assert stand.speaker.sounding is not None
    click(button(stand.page, "Stop reading"))
    assert stand.speaker.sounding is None
    assert [] == stand.lit


def test_who_turns_away_hears_no_more(stand: Stand) -> None:
    click(button(stand.page, "Read aloud"))
    stand.page.hide()
    assert stand.speaker.sounding is None
    heard = len(stand.speaker.heard)
    stand.listen(20)
    assert heard == len(stand.speaker.heard)


def test_another_article_is_not_read_over_the_first(stand: Stand) -> None:
    click(button(stand.page, "Read aloud"))
    stand.page.show_snapshot(stand.articles["red-flags"], {})
    assert stand.speaker.sounding is None
    click(button(stand.page, "Read aloud"))
    assert "Red flags: when not to stretch" == stand.speaker.sounding


def test_without_a_voice_the_page_says_so_and_recovers(stand: Stand) -> None:
    stand.speaker.fail(SpeechProblem.NO_ENGINE)
    stand.listen(0.2)
    assert not button(stand.page, "Read aloud").isEnabled()
    stand.speaker.fail()
    stand.listen(0.2)
    assert button(stand.page, "Read aloud").isEnabled()


def test_the_help_menu_leads_to_the_red_flags(qtbot: QtBot) -> None:
    stand = ShellStand(qtbot)
    stand.open()
    actions = {one.text().replace("&", ""): one for one in stand.window.findChildren(QAction)}
    actions["Red flags: when not to stretch"].trigger()
    stand.shows("library")
    library = stand.shell.pages.library
    assert library.articles.isVisible()
    assert "red-flags" == library.articles.article.shown
    stand.window.set_running(running=True)
    assert not actions["Red flags: when not to stretch"].isEnabled()
    stand.window.set_running(running=False)
    stand.leave()


def test_the_window_reads_with_the_voice_of_the_settings_also_in_pages_built_anew(
    qtbot: QtBot,
) -> None:
    stand = ShellStand(qtbot)
    desk = ReadingDesk(lambda: stand.speaker, stand.clock)
    stand.shell._reading = desk
    stand.open()
    for times in (1, 2):
        stand.window.redFlagsAsked.emit()
        stand.shows("library")
        stand.click("Read aloud")
        assert ["Red flags: when not to stretch"] * times == stand.speaker.heard
        assert stand.coach.settings.whole("voice.rate") == stand.speaker.choice.rate
        stand.shell.pages._build_anew()
        assert stand.speaker.sounding is None
    stand.leave()
    desk.close()
