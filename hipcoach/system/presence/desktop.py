"""Which ways there are on this desktop, by its kind."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from hipcoach.core.presence import Sense
from hipcoach.ports import Clock
from hipcoach.system.presence import places
from hipcoach.system.presence.presence import Senses, SystemPresence
from hipcoach.system.presence.probes import IdleProbe, Link, YesProbe


def desktop_presence(
    clock: Clock, platform: str = sys.platform, environment: Mapping[str, str] = os.environ
) -> SystemPresence:
    """What tells of the person here; opens nothing before it is started."""
    if platform == "win32":
        return SystemPresence(_windows())
    if platform == "darwin":
        return SystemPresence(_mac())
    return SystemPresence(_free_desktop(clock, environment))


def _free_desktop(clock: Clock, environment: Mapping[str, str]) -> Senses:
    """Linux and its relatives: X11 or Wayland, D-Bus, PulseAudio or PipeWire."""
    # Here, not above: nobody pays who has breaks switched off.
    from hipcoach.system.presence.bus import BusLink  # noqa: PLC0415
    from hipcoach.system.presence.disturb import Quiet  # noqa: PLC0415
    from hipcoach.system.presence.gsettings import Switch  # noqa: PLC0415
    from hipcoach.system.presence.inhibitors import Inhibitors  # noqa: PLC0415
    from hipcoach.system.presence.locks import LoginLock, SaverLock  # noqa: PLC0415
    from hipcoach.system.presence.mutter import MutterIdle  # noqa: PLC0415
    from hipcoach.system.presence.pulse import PulseCall  # noqa: PLC0415
    from hipcoach.system.presence.sway import SwayFullscreen  # noqa: PLC0415
    from hipcoach.system.presence.wayland import WaylandIdle  # noqa: PLC0415
    from hipcoach.system.presence.x11 import XLink  # noqa: PLC0415
    from hipcoach.system.presence.x_fullscreen import XFullscreen  # noqa: PLC0415
    from hipcoach.system.presence.x_idle import XIdle  # noqa: PLC0415

    session = BusLink(places.session_bus(environment))
    system = BusLink(places.system_bus(environment))
    switch = Switch(places.dconf_file(environment))
    call = PulseCall(places.pulse_socket(environment))
    idle: list[IdleProbe] = [MutterIdle(session, clock)]
    windows: list[YesProbe]
    # On Wayland the X server is a guest: it sees what is typed into its own windows alone.
    if environment.get("WAYLAND_DISPLAY"):
        wayland = WaylandIdle(places.wayland_socket(environment), clock)
        sway = SwayFullscreen(places.sway_socket(environment))
        screen: list[Link] = [wayland, sway]
        idle.insert(0, wayland)
        windows = [Inhibitors(session), sway]
    else:
        x = XLink(environment.get("DISPLAY", ""))
        screen = [x]
        idle.insert(0, XIdle(x, clock))
        windows = [XFullscreen(x)]
    return Senses(
        links=[session, system, switch, call, *screen],
        idle=idle,
        yes={
            Sense.LOCK: [SaverLock(session), LoginLock(system, environment)],
            Sense.DO_NOT_DISTURB: [Quiet(session, switch)],
            Sense.FULLSCREEN: windows,
            Sense.CALL: [call],
        },
    )


def _windows() -> Senses:
    from hipcoach.system.presence.windows import (  # noqa: PLC0415 - on Windows alone
        WindowsIdle,
        WindowsLink,
        WindowsYes,
    )

    link = WindowsLink()
    names = {
        Sense.LOCK: "locked",
        Sense.DO_NOT_DISTURB: "quiet",
        Sense.FULLSCREEN: "fullscreen",
        Sense.CALL: "call",
    }
    return Senses(
        links=(link,),
        idle=(WindowsIdle(link),),
        yes={sense: (WindowsYes(link, name),) for sense, name in names.items()},
    )


def _mac() -> Senses:
    from hipcoach.system.presence.macos import MacIdle, MacLink, MacLock  # noqa: PLC0415

    link = MacLink()
    return Senses(links=(link,), idle=(MacIdle(link),), yes={Sense.LOCK: (MacLock(link),)})
