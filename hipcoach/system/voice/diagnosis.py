"""What speech finds on this machine, as values; `app` makes sentences of them."""

from __future__ import annotations

import array
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from hipcoach.core.value import value
from hipcoach.system.voice.engine import EngineError
from hipcoach.system.voice.link import EngineLink, child_command
from hipcoach.system.voice.players import installed_players
from hipcoach.system.voice.tones import RATE
from hipcoach.system.voice.wav import Sound, file_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hipcoach.system.voice.players import Player

SOUND_S = 3.0
"""The longest that a player may take over a tenth of a second of silence."""


@value
class VoiceDiagnosis:
    """Whether a person could be spoken to here, and by what."""

    engine: str
    """Name and version; empty if none could be loaded."""
    where: str
    """`system` or `bundled`; empty if none could be loaded."""
    fault: str
    """Empty if the engine loads, else `no-engine`, `died`, `silent` or `unstartable`."""
    voices: int
    """How many there are."""
    players: tuple[str, ...]
    """Programs that play sound, best first."""
    sounding: str
    """The first of them that reached a sound card; empty if none did."""


def diagnose(
    *, players: Sequence[Player] | None = None, command: Sequence[str] | None = None
) -> VoiceDiagnosis:
    """Load the engine and play a moment of silence; takes up to some seconds."""
    found = installed_players() if players is None else players
    with tempfile.TemporaryDirectory(prefix="hipcoach-") as name:
        folder = Path(name)
        engine, where, fault, voices = _engine(command or child_command(folder))
        sounding = _first_sounding(found, folder / "silence.wav")
    return VoiceDiagnosis(engine, where, fault, voices, tuple(p.name for p in found), sounding)


def _engine(command: Sequence[str]) -> tuple[str, str, str, int]:
    try:
        link = EngineLink(command, died=lambda: None)
    except EngineError as fault:
        return "", "", fault.code, 0
    try:
        ready = link.ready()
    except EngineError as fault:
        return "", "", fault.code, 0
    finally:
        link.close()
    return ready.version, ready.where, "", len(ready.voices)


def _first_sounding(players: Sequence[Player], silence: Path) -> str:
    silence.write_bytes(file_bytes(Sound(array.array("h", bytes(RATE // 5)), RATE)))
    for player in players:
        with suppress(OSError):
            playing = player.start(silence)
            played = playing.ended(SOUND_S)
            if played:
                return player.name
            playing.stop()
            playing.ended(SOUND_S)
    return ""
