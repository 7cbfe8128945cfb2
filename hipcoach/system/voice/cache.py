"""Lines and tones that were turned into sound, kept on disk.

File names are hashes: what is spoken to a person isn't written beside it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

try:
    from _blake2 import blake2b  # the same as hashlib's, which loads 3 MB of OpenSSL for it
except ImportError:  # pragma: no cover - an interpreter that keeps it elsewhere
    from hashlib import blake2b

from hipcoach.system.voice.wav import Sound, file_bytes, file_length_s

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hipcoach.ports import Tone, VoiceChoice

FORMAT = "1"
"""Part of every name: raised when sounds are cut or made differently."""

BOUND_BYTES = 64 * 1024 * 1024
"""Room the files may take: about 600 lines."""

_ENGINE = "engine"

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would write line ends into a sound.


class SoundCache:
    """A folder of WAV files, readable by their owner alone; made when first written to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def line_path(self, choice: VoiceChoice, line: str, engine: str) -> Path:
        """Where the line is or would be, spoken like this by that version of the engine."""
        how = (choice.voice, str(choice.rate), str(choice.volume), choice.language)
        return self.folder / f"{_digest(engine, *how, line)}.wav"

    def tone_path(self, tone: Tone, volume: int) -> Path:
        """Where the tone is or would be, at a volume of 0 to 100."""
        return self.folder / f"{tone.value}-{volume}-{FORMAT}.wav"

    def length_s(self, path: Path) -> float | None:
        """Seconds of a sound that was kept; `None` if it is missing or damaged."""
        return file_length_s(path)

    def touch(self, path: Path) -> None:
        """Count the sound as used now, so that it is dropped late."""
        with suppress(OSError):
            os.utime(path)

    def keep(self, path: Path, sound: Sound) -> None:
        """Write a sound all at once or not at all; raises `OSError`."""
        self._write(path, file_bytes(sound))

    def engine(self) -> str:
        """The version of the engine that spoke last; empty before the first time."""
        try:
            return (self.folder / _ENGINE).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return ""

    def remember_engine(self, version: str) -> None:
        """Note which engine speaks, so that lengths are known without starting it."""
        if version != self.engine():
            with suppress(OSError):
                self._write(self.folder / _ENGINE, version.encode())

    def prune(self, bound_bytes: int = BOUND_BYTES) -> None:
        """Drop the sounds that were used longest ago until the rest fit."""
        kept = []
        for path in self.folder.glob("*.wav"):
            with suppress(OSError):
                facts = path.stat()
                kept.append((facts.st_mtime, facts.st_size, path))
        total = sum(size for _, size, _ in kept)
        for _, size, path in sorted(kept):
            if total <= bound_bytes:
                return
            with suppress(OSError):
                path.unlink()
            total -= size

    def _write(self, path: Path, content: bytes) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        # One that a kill leaves behind has a name that prune knows.
        new = self.folder / f".new-{os.getpid()}-{path.name}.wav"
        handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            new.replace(path)
        except OSError:
            new.unlink(missing_ok=True)
            raise


def cached_lengths(folder: Path, choice: VoiceChoice) -> Callable[[str], float | None]:
    """Seconds of each line as it was spoken before, `None` for one that never was.

    Needs neither engine nor Qt.
    """
    cache = SoundCache(folder)
    engine = cache.engine()
    return lambda line: cache.length_s(cache.line_path(choice, line, engine))


def _digest(*parts: str) -> str:
    whole = "\0".join((FORMAT, *parts)).encode("utf-8", "surrogatepass")
    return blake2b(whole, digest_size=20).hexdigest()
