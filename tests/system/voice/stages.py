"""Players that note what they were given, and an engine that can be made to fail."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from hipcoach.ports import SpeechEvent
from hipcoach.system.voice.players import PlayerProgram

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipcoach.ports import Speaker

DEADLINE_S = 20.0
STEP_S = 0.005

_Event = TypeVar("_Event", bound=SpeechEvent)

NOTE = 'echo "$$ $3" >> "$1"; exec sleep "$2"'
"""A player that plays for so many seconds, and notes its process and its file."""


def wait_until(condition: Callable[[], object]) -> None:
    """Come back as soon as it is so; a machine may be slow, but not for ever."""
    never = threading.Event()
    for _ in range(round(DEADLINE_S / STEP_S)):
        if condition():
            return
        never.wait(STEP_S)
    raise AssertionError("it never came to be")


@dataclass(frozen=True)
class Notes:
    """What the players were given, in order."""

    path: Path

    def player(self, length_s: float = 30) -> PlayerProgram:
        return PlayerProgram(("sh", "-c", NOTE, "player", str(self.path), str(length_s)))

    @property
    def entries(self) -> list[tuple[int, str]]:
        if not self.path.exists():
            return []
        lines = [line.split(" ", 1) for line in self.path.read_text().splitlines()]
        return [(int(pid), file) for pid, file in lines]

    @property
    def files(self) -> list[str]:
        return [file for _, file in self.entries]

    def sounding(self) -> int:
        """How many of the players still play."""
        return sum(map(_alive, {pid for pid, _ in self.entries}))


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


class Listener:
    """Everything that a speaker has told."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self._told: list[SpeechEvent] = []

    def told(self, kind: type[_Event]) -> list[_Event]:
        self._told += self._speaker.poll()
        return [event for event in self._told if isinstance(event, kind)]

    def wait(self, kind: type[_Event], count: int = 1) -> list[_Event]:
        """The first `count` events of a kind, as soon as they are there."""
        wait_until(lambda: len(self.told(kind)) >= count)
        return self.told(kind)[:count]


ENGINE = '''
"""Stands in for pyttsx3: writes a sound for each line, and is as sick as a file says."""
import array, math, os, sys, threading, wave
from pathlib import Path

FOLDER = Path(__file__).parent
if (FOLDER / "absent").exists():
    raise RuntimeError("no driver")

def sick(what, text):
    cause = FOLDER / what
    if not cause.exists() or cause.read_text() not in text:
        return False
    if (FOLDER / "once").exists():
        cause.unlink()
    return True

class Engine:
    def connect(self, topic, call):
        self.call = call
        self.rate = 200

    def getProperty(self, name):
        return [Voice()] if name == "voices" else "one"

    def setProperty(self, name, value):
        if name == "rate":
            self.rate = value

    def save_to_file(self, text, path):
        self.text, self.path = text, path

    def runAndWait(self):
        with open(FOLDER / "uttered", "a") as log:
            log.write(self.text + "\\n")
        print("Audio saved to", self.path, flush=True)
        if sick("dies", self.text):
            os._exit(1)
        if sick("hangs", self.text):
            threading.Event().wait()
        while sick("waits", self.text):
            threading.Event().wait(0.005)
        seconds = 0 if sick("empty", self.text) else len(self.text) * 10 / self.rate
        quiet = [0] * 2205
        sound = [int(9000 * math.sin(n / 8)) for n in range(int(22050 * seconds))]
        with wave.open(self.path, "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(22050)
            file.writeframes(array.array("h", quiet + sound + quiet).tobytes())
        self.call(name=None, completed=True)

class Voice:
    id, name, languages = "one", "One", ["en-gb"]

def init():
    return Engine()
'''


class Ward:
    """A folder with the stand-in engine, which falls ill here and gets well."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        (folder / "pyttsx3.py").write_text(ENGINE)

    @property
    def path(self) -> str:
        return str(self._folder)

    def fall_ill(self, how: str, at: str = "", *, once: bool = False) -> None:
        """From now on, or just once, it `dies`, `hangs`, `waits`, is `empty` or `absent`."""
        if once:
            (self._folder / "once").touch()
        (self._folder / how).write_text(at)

    def get_well(self) -> None:
        for path in self._folder.iterdir():
            if path.name not in {"pyttsx3.py", "uttered"} and path.is_file():
                path.unlink()

    @property
    def uttered(self) -> list[str]:
        """Every line that it was asked for, the two of each warm-up apart."""
        log = self._folder / "uttered"
        lines = log.read_text().splitlines() if log.exists() else []
        return [line for line in lines if line != "Ready."]
