"""Programs that play a WAV file, and the one sound that they play at a time."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from hipcoach.core.value import value
from hipcoach.system.voice.link import NO_WINDOW

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

AT_ONCE_S = 0.35
"""A player that fails within this time hands on to the next; later it would come too late."""

PATIENCE_S = 2.0
"""How long a player may take beyond its sound."""


class Playing(Protocol):
    """A sound that is being played."""

    def ended(self, timeout_s: float) -> bool | None:
        """Wait for the end: whether it was played, or `None` if it still sounds then."""
        ...

    def stop(self) -> None:
        """Be silent at once."""
        ...


class Player(Protocol):
    """A way to play a WAV file."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    def start(self, path: Path) -> Playing:
        """Play the file from its start; raises `OSError` if the player can't be run."""
        ...


@value
class PlayerProgram:
    """A program that plays the file named last on its command line, and then ends.

    It must end with an error where there is no sound: `ffplay` doesn't, and is no use.
    """

    command: tuple[str, ...]

    @property
    def name(self) -> str:
        """The program."""
        return self.command[0]

    def start(self, path: Path) -> Playing:
        """Play the file from its start; raises `OSError` if the program can't be run."""
        return _PlayingProcess(
            subprocess.Popen(  # noqa: S603 - one of the programs below
                (*self.command, str(path)),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                # Ctrl+C in the terminal player must not cut a word.
                start_new_session=True,
                creationflags=NO_WINDOW,
            )
        )


class _PlayingProcess:
    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def ended(self, timeout_s: float) -> bool | None:
        try:
            return self._process.wait(timeout_s) == 0
        except subprocess.TimeoutExpired:
            return None

    def stop(self) -> None:
        with suppress(OSError):
            self._process.kill()


class WindowsPlayer:
    """Windows' own player, which needs no process."""

    name = "winsound"

    def start(self, path: Path) -> Playing:
        """Play the file from its start; raises `OSError` if there is no sound."""
        if sys.platform != "win32":
            raise OSError(self.name)
        import winsound  # noqa: PLC0415 - there only on Windows

        flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        try:
            winsound.PlaySound(str(path), flags)
        except RuntimeError as fault:
            raise OSError(self.name) from fault
        return _PlayingInWindows()


class _PlayingInWindows:
    def __init__(self) -> None:
        self._stopped = threading.Event()

    def ended(self, timeout_s: float) -> bool | None:
        # Windows doesn't tell the end: after its length and some patience it is over.
        self._stopped.wait(timeout_s)
        return True

    def stop(self) -> None:
        self._stopped.set()
        if sys.platform == "win32":
            import winsound  # noqa: PLC0415 - there only on Windows

            with suppress(RuntimeError):
                winsound.PlaySound(None, 0)


PROGRAMS = {
    "linux": (
        # The names are what the desktop's volume control shows.
        ("paplay", "--client-name=HipCoach", "--stream-name=HipCoach"),
        ("pw-play",),
        ("aplay", "-q"),
    ),
    "darwin": (("/usr/bin/afplay",),),
}
"""In the order in which they are tried."""


def installed_players(platform: str = sys.platform) -> tuple[Player, ...]:
    """The players that this machine has, best first."""
    if platform == "win32":
        return (WindowsPlayer(),)
    commands = PROGRAMS.get(platform, PROGRAMS["linux"])
    return tuple(PlayerProgram(c) for c in commands if shutil.which(c[0]))


@dataclass(slots=True)
class _Turn:
    """One sound: the players left to try, and what plays it now."""

    path: Path
    length_s: float
    left: list[Player]
    player: Player | None = None
    playing: Playing | None = None
    over: bool = False


class Stage:
    """Where one thing sounds at a time.

    `heard` is called whenever it has become known whether sound comes out. A player that
    still runs `patience_s` seconds after its sound should have ended is taken for hanging.
    """

    def __init__(
        self,
        players: Sequence[Player],
        heard: Callable[[bool], None],
        patience_s: float = PATIENCE_S,
    ) -> None:
        self._patience_s = patience_s
        self._players = tuple(players)
        self._failed: list[Player] = []
        self._heard = heard
        self._lock = threading.Lock()
        self._turn: _Turn | None = None
        self._watchers: set[threading.Thread] = set()

    def play(self, path: Path, length_s: float) -> None:
        """Play a file that lasts `length_s` seconds, in place of what sounds now."""
        with self._lock:
            self._silence()
            fresh = [player for player in self._players if player not in self._failed]
            turn = self._turn = _Turn(path, length_s, fresh + self._failed)
            started = self._start(turn)
        if not started:
            self._heard(False)
            return
        watcher = threading.Thread(target=self._watch, args=(turn,), daemon=True)
        self._watchers = {w for w in self._watchers if w.is_alive()} | {watcher}
        watcher.start()

    def stop(self) -> None:
        """Be silent at once."""
        with self._lock:
            self._silence()

    def close(self) -> None:
        """Be silent, and leave no process behind."""
        self.stop()
        for watcher in self._watchers:
            watcher.join()

    def _silence(self) -> None:
        if self._turn is not None:
            self._turn.over = True
            if self._turn.playing is not None:
                self._turn.playing.stop()
        self._turn = None

    def _start(self, turn: _Turn) -> bool:
        """Give the turn to the next player that can be run."""
        while turn.left:
            turn.player = turn.left.pop(0)
            try:
                turn.playing = turn.player.start(turn.path)
            except OSError:
                continue
            return True
        return False

    def _note(self, player: Player | None, *, good: bool) -> None:
        """Remember which players fail: they are tried last."""
        if player is not None:
            failed = [other for other in self._failed if other is not player]
            self._failed = failed if good else [*failed, player]

    def _watch(self, turn: _Turn) -> None:
        """Follow a sound to its end; hand it on where a player fails at once."""
        handed_on = True
        good = False
        while handed_on:
            good, late = self._follow(turn)
            with self._lock:
                if turn.over:
                    return
                self._note(turn.player, good=good)
                handed_on = not good and not late and self._start(turn)
        self._heard(good)

    def _follow(self, turn: _Turn) -> tuple[bool, bool]:
        """Wait until a player has ended: whether it was good, and whether it took its time."""
        playing = turn.playing
        assert playing is not None
        ended = playing.ended(AT_ONCE_S)
        if ended is not None:
            return ended, False
        if not turn.over:
            self._heard(True)
        ended = playing.ended(turn.length_s + self._patience_s)
        if ended is None:
            playing.stop()
            playing.ended(self._patience_s)
        return ended is True, True
