"""What leads out of a damaged journal, hung into the window and the tray."""

from __future__ import annotations

from typing import TYPE_CHECKING

# ruff: noqa: PLC0415 - what neither the tray nor the first picture needs comes later

if TYPE_CHECKING:
    from hipcoach.app.coach import Coach
    from hipcoach.bootstrap.process import Process
    from hipcoach.bootstrap.resident import Resident
    from hipcoach.ports import Notifier
    from hipcoach.ui.data_way import DataWay
    from hipcoach.ui.shell import Shell


def join_rescue(shell: Shell, process: Process, coach: Coach, data: DataWay) -> None:
    """Let the window ask what is to be done, and read anew when it is done.

    `data` may have taken a copy back as well.
    """
    from hipcoach.ui.rescue_way import RescueWay

    desk = process.rescue
    way = RescueWay(shell.window, shell.pages, desk)
    # After the banner that says the same in general words.
    coach.troubleChanged.connect(way.heed)
    desk.mended.connect(coach.look)
    desk.found.connect(coach.forget_wish)  # else a session would begin before it can be read
    data.journalChanged.connect(desk.look_again)
    desk.heed()


def join_notice(resident: Resident, process: Process, notifier: Notifier) -> None:
    """Let the tray say it where no window does, and lead to what helps."""
    from hipcoach.app.rescue_notice import RESCUE, RescueNotice

    front = resident.front
    notice = RescueNotice(process.rescue, notifier, lambda: front.visible, resident.corner.tell)
    notice.wanted.connect(lambda: front.show(RESCUE))
    resident.offers.otherHeard.connect(notice.heed)
    # After the window: whoever opens it comes to what helps first.
    resident.tray.windowAsked.connect(lambda _page: notice.lead())
    # Who may be led through a break is not known while the journal can't be read.
    resident.offers.breakBegun.connect(lambda _routine: None if front.running else notice.lead())
