"""pyttsx3 inside the child process: each line becomes samples, and is checked."""

from __future__ import annotations

import array
import ctypes
import os
import subprocess
import sys
import threading
import wave
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hipcoach.core.errors import KnownError
from hipcoach.core.value import value
from hipcoach.ports import Voice
from hipcoach.system.voice.wav import Sound, trimmed

if TYPE_CHECKING:
    from collections.abc import Sequence

SETTLE_S = 0.020
"""A change of voice or rate that is followed sooner by a line is lost in two of three cases."""

FINISH_S = 2.5
"""The longest that one line may take to make."""

TRIES = 3
"""An utterance is sometimes empty for no reason; the next one is not."""

WARM_UPS = 2
"""The first two utterances of a new engine can't be trusted."""

SHORTEST_S_PER_LETTER = 0.01
"""A tenth of the time that a letter takes at 150 words a minute: less is no speech."""


class EngineError(KnownError):
    """An engine that can't be loaded, or gives no sound."""


@value
class EngineFacts:
    """Which engine speaks."""

    version: str
    """Name and version, as part of the cache's names."""
    where: str
    """`system` or `bundled`."""


class Engine:
    """A speech engine that is warmed up, with a folder to write in.

    Raises `EngineError` where there is none.
    """

    def __init__(self, folder: Path) -> None:
        self.facts = find_library()
        try:
            # pyttsx3 looks for the library the moment it is imported.
            import pyttsx3  # noqa: PLC0415 - after find_library

            self._speech: Any = pyttsx3.init()
        except Exception as fault:
            # It raises whatever the system's driver raises, down to a bare RuntimeError.
            raise EngineError("no-engine") from fault
        self._finished = threading.Event()
        self._speech.connect("finished-utterance", self._on_finished)
        self._set: tuple[str, int] | None = None
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._scratch = folder / f".line-{os.getpid()}.wav"
        self._voices = [
            Voice(one.id, one.name, tuple(bcp47(tag) for tag in one.languages if tag))
            for one in self._speech.getProperty("voices")
        ]
        self._first = str(self._speech.getProperty("voice") or "")
        self._default = self.voice_for("en")
        for _ in range(WARM_UPS):
            with suppress(EngineError):
                self._utter("Ready.")

    def voices(self) -> list[dict[str, object]]:
        """Every voice: its id, name and languages as BCP 47 tags."""
        return [
            {"id": one.id, "name": one.name, "languages": list(one.languages)}
            for one in self._voices
        ]

    def voice_for(self, language: str, wanted: str = "") -> str:
        """Id of the voice that says lines of a language; see `suited_voice`."""
        return suited_voice(self._voices, language, wanted, self._first)

    def make(self, line: str, voice: str, rate: int) -> Sound:
        """The line spoken at full volume, the silence around it cut; raises `EngineError`."""
        self._use(voice, rate)
        for _ in range(TRIES):
            with suppress(EngineError):
                sound = trimmed(self._utter(line))
                if sound.length_s >= _shortest_s(line, rate):
                    return sound
        raise EngineError("empty")

    def _use(self, voice: str, rate: int) -> None:
        if self._set == (voice, rate):
            return
        # An engine told of a voice that is gone keeps the one it had: so say the default first.
        for name in dict.fromkeys((self._default, voice)):
            if name:
                self._speech.setProperty("voice", name)
        self._speech.setProperty("rate", engine_rate(rate))
        threading.Event().wait(SETTLE_S)
        self._set = (voice, rate)

    def _utter(self, line: str) -> Sound:
        # Made by us first, so that only its owner can read it.
        self._scratch.unlink(missing_ok=True)
        self._scratch.touch(mode=0o600)
        self._finished.clear()
        try:
            self._speech.save_to_file(line, str(self._scratch))
            self._speech.runAndWait()
            # runAndWait may come back while espeak-ng is still writing in its own thread.
            if sys.platform == "linux" and not self._finished.wait(FINISH_S):
                raise EngineError("unfinished")
            return read_sound(self._scratch)
        finally:
            self._scratch.unlink(missing_ok=True)

    def _on_finished(self, name: str | None, completed: bool) -> None:
        del name, completed
        self._finished.set()


def suited_voice(voices: Sequence[Voice], language: str, wanted: str, first: str) -> str:
    """Id of the voice that is to speak: the one that is wanted, if it can say such lines.

    It can if nothing is known of its languages, or where no voice speaks this one. Else the
    system's own (`first`), the one without a region, or any other that speaks the language.
    """
    bare = language.partition("-")[0].lower()
    spoken = {
        one.id: [tag for tag in one.languages if tag.partition("-")[0].lower() == bare]
        for one in voices
    }
    suited = [name for name, tags in spoken.items() if tags]
    for one in voices:
        if one.id == wanted and (one.id in suited or not suited or not one.languages):
            return wanted
    if first in suited or not suited:
        return first
    return next((name for name in suited if bare in spoken[name]), suited[0])


def engine_rate(words_a_minute: int) -> int:
    """The number to set so that a voice speaks that many words a minute.

    espeak-ng and NSSpeech take words a minute. SAPI rounds to its own steps (142 to 173 are
    one): this is the place for a rate that was measured there.
    """
    return words_a_minute


def find_library() -> EngineFacts:
    """The engine's library, loaded; the system's own before the bundled one.

    Raises `EngineError` where neither can be loaded. A bundled library without its data ends
    the whole process, as espeak-ng calls `exit`.
    """
    if sys.platform != "linux":
        return EngineFacts(sys.platform, "system")
    with suppress(OSError):
        return EngineFacts(_espeak_version(ctypes.CDLL("libespeak-ng.so.1")), "system")
    try:
        import espeakng_loader  # noqa: PLC0415 - there only on Linux

        os.environ["ESPEAK_DATA_PATH"] = espeakng_loader.get_data_path()
        # pyttsx3 asks for the library by its SONAME: it then finds the one loaded here.
        library = Path(espeakng_loader.get_library_path()).with_name("libespeak-ng.so.1")
        return EngineFacts(_espeak_version(ctypes.CDLL(str(library))), "bundled")
    except (ImportError, OSError, RuntimeError) as fault:
        raise EngineError("no-engine") from fault


def read_sound(path: Path) -> Sound:
    """The first channel of what the engine wrote; raises `EngineError`."""
    try:
        if path.read_bytes().startswith(b"FORM"):
            # NSSpeech writes AIFF whatever the name; macOS brings the converter.
            subprocess.run(  # noqa: S603 - our own file
                ["/usr/bin/afconvert", "-f", "WAVE", "-d", "LEI16", str(path), str(path)],
                check=True,
                timeout=FINISH_S,
            )
        with wave.open(str(path), "rb") as file:
            if file.getsampwidth() != array.array("h").itemsize:
                raise EngineError("format")
            samples = array.array("h", file.readframes(file.getnframes()))
            channels, rate = file.getnchannels(), file.getframerate()
    except (OSError, EOFError, wave.Error, ValueError, subprocess.SubprocessError) as fault:
        raise EngineError("unreadable") from fault
    if sys.byteorder == "big":
        samples.byteswap()
    return Sound(samples[::channels], rate)


def bcp47(tag: str) -> str:
    """A language as espeak-ng, SAPI or NSSpeech writes it, as a BCP 47 tag.

    `en-gb-x-rp` becomes `en-GB-x-rp`, `en_US` `en-US`, `en-us-nyc` `en-US-x-nyc`.
    """
    first, *rest = tag.replace("_", "-").split("-")
    parts = [first.lower()]
    private: list[str] = []
    for at, part in enumerate(rest):
        low = part.lower()
        if low == "x":
            private = [p.lower() for p in rest[at + 1 :]]
            break
        if len(low) == 2 or low.isdigit():  # noqa: PLR2004 - a region: two letters or a number
            parts.append(low.upper())
        elif len(low) == 4 and low.isalpha():  # noqa: PLR2004 - a script: four letters
            parts.insert(1, low.title())
        elif len(low) > 4:  # noqa: PLR2004 - a variant: five letters or more
            parts.append(low)
        else:
            private.append(low)
    return "-".join([*parts, "x", *private] if private else parts)


def _espeak_version(library: ctypes.CDLL) -> str:
    info = library.espeak_Info
    info.restype = ctypes.c_char_p
    return f"espeak-ng {(info(None) or b'').decode('ascii', 'replace')}"


def _shortest_s(line: str, rate: int) -> float:
    return SHORTEST_S_PER_LETTER * sum(map(str.isalnum, line)) * 150 / rate
