"""How far something is, at the bottom of a terminal; nowhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from hipcoach.bootstrap.exchange import Step


@contextmanager
def progress(words: str) -> Iterator[Step]:
    """Takes the share that is done, and counts it up behind the words; gone at the end."""
    live = sys.stderr.isatty()
    shown = -1

    def step(share: float) -> None:
        nonlocal shown
        percent = int(share * 100)
        if live and percent != shown:
            shown = percent
            print(f"\r{words} {percent:>3} %", end="", file=sys.stderr, flush=True)

    try:
        yield step
    finally:
        if shown >= 0:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
