"""The process that speaks into files: `python -m hipcoach.system.voice.child FOLDER`.

A line of JSON in, a line of JSON out. First it says

    {"event": "ready", "version": …, "where": …, "voices": [{"id", "name", "languages"}]}

or `{"event": "fatal", "code": "no-engine"}` and ends. Then for each

    {"line": …, "voice": …, "rate": …, "volume": …, "language": …, "path": …}

it writes the WAV file and says `{"event": "made", "length_s": …}`
or `{"event": "failed", "code": …}`. The end of its input ends it.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import sys
import threading
from pathlib import Path
from typing import IO

from hipcoach.system.voice.cache import SoundCache
from hipcoach.system.voice.engine import Engine, EngineError
from hipcoach.system.voice.wav import at_volume

PRUNE_EVERY = 100
"""So many new files between two looks at the size of the cache."""


def main() -> None:
    """Serve until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C belongs to the terminal player.
    folder = Path(sys.argv[1])
    answers = own_output()
    orders: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(orders,), daemon=True).start()
    try:
        engine = Engine(folder)
    except EngineError as fault:
        _say(answers, event="fatal", code=fault.code)
        return
    facts = engine.facts
    _say(answers, event="ready", version=facts.version, where=facts.where, voices=engine.voices())
    cache = SoundCache(folder)
    made = 0
    # The engine stays in the main thread: COM and macOS want it there.
    while True:
        order = json.loads(orders.get())
        try:
            length_s = fulfil(engine, cache, order)
        except EngineError as fault:
            _say(answers, event="failed", code=fault.code)
        except OSError:
            _say(answers, event="failed", code="unwritable")
        else:
            _say(answers, event="made", length_s=length_s)
        if made % PRUNE_EVERY == 0:
            cache.prune()
        made += 1


def own_output() -> IO[str]:
    """The standard output, kept for answers alone: whatever else is printed goes nowhere."""
    kept = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return kept


def fulfil(engine: Engine, cache: SoundCache, order: dict[str, str | int]) -> float:
    """Write the file that an order asks for; gives its length in seconds."""
    voice = engine.voice_for(str(order["language"]), str(order["voice"]))
    sound = engine.make(str(order["line"]), voice, int(order["rate"]))
    cache.keep(Path(str(order["path"])), at_volume(sound, int(order["volume"])))
    return sound.length_s


def _read(orders: queue.SimpleQueue[str]) -> None:
    for line in sys.stdin:
        orders.put(line)
    # The main thread may hang inside the engine: whoever asked is gone, so go at once.
    os._exit(0)


def _say(answers: IO[str], **answer: object) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
