"""How far something is: at the bottom of a terminal, or told to the window that asked for it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from hipcoach.bootstrap.exchange import Step
from hipcoach.core.errand import STEP, STEPS_VARIABLE


@contextmanager
def progress(words: str) -> Iterator[Step]:
    """Takes the share that is done, and counts it up behind the words; gone at the end."""
    told = bool(os.environ.get(STEPS_VARIABLE))
    live = sys.stderr.isatty()
    shown = -1

    def step(share: float) -> None:
        nonlocal shown
        percent = int(share * 100)
        if not (told or live) or percent == shown:
            return
        shown = percent
        line = f"{STEP}{percent}\n" if told else f"\r{words} {percent:>3} %"
        print(line, end="", file=sys.stderr, flush=True)

    if told:
        # Who called it off wants nothing left half written, just as with Ctrl+C.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield step
    finally:
        if shown >= 0 and not told:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


@contextmanager
def unbroken() -> Iterator[None]:
    """What is begun here comes to its end, also where the window that asked for it is closed."""
    if not os.environ.get(STEPS_VARIABLE):
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
