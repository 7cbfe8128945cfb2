"""All that this desktop tells of the person, behind one object."""

from __future__ import annotations

import select
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Final, TypeVar

from hipcoach.core.presence import Blind, PresenceSample, Sense, Source
from hipcoach.core.value import value
from hipcoach.system.presence.probes import IdleProbe, Link, Probe, YesProbe

PATIENCE: Final = 10
"""Samples that an answer may take."""
RARELY: Final = 5
"""Samples from one poll to the next, of links that have no way to say that something came."""
AGAIN: Final = 60
"""Samples from one try to the next, where something may come up later."""
MAY_COME: Final = frozenset(Blind) - {Blind.ASKING, Blind.NO_LIBRARY, Blind.NOT_TOLD}

AnyProbe = TypeVar("AnyProbe", bound=Probe)


@value
class Senses:
    """What there is to ask on this desktop, best first."""

    links: Sequence[Link] = ()
    """What the probes learn through; each is polled once for each sample."""
    idle: Sequence[IdleProbe] = ()
    yes: Mapping[Sense, Sequence[YesProbe]] = field(default_factory=dict)
    """For lock and guards: each that works is asked, and one that says so is enough."""


class SystemPresence:
    """`hipcoach.ports.Presence` for a desktop with these senses.

    Only links to which something has come are polled, and only then is everything looked at
    anew: a second in which nothing happens costs some microseconds.
    """

    def __init__(self, senses: Senses) -> None:
        self._senses = senses
        self._running = False
        self._samples = 0
        self._by_file: dict[int, Link] = {}
        self._ready: select.poll | None = None
        self._idle: IdleProbe | None = None
        self._locked: bool | None = None
        self._guards: frozenset[Sense] = frozenset()

    def start(self) -> None:
        """Begin to look; the first answers are there some seconds later."""
        self.stop()
        self._running, self._samples = True, 0
        for link in self._senses.links:
            link.open()
        self._look()

    def stop(self) -> None:
        """Look no more: nothing runs and nothing is open."""
        self._running = False
        for link in self._senses.links:
            link.close()
        self._ready = None
        self._by_file.clear()

    def sample(self) -> PresenceSample:
        """What is known now; nothing while it is stopped."""
        if not self._running:
            return PresenceSample()
        self._samples += 1
        if due := self._due():
            for link in due:
                link.poll()
            self._look()
        idle_s = None if self._idle is None else self._idle.idle_s()
        return PresenceSample(idle_s, self._locked, self._guards)

    def _due(self) -> list[Link]:
        """The links to be polled now."""
        links = self._senses.links
        if self._samples % AGAIN == 0:
            for link in links:
                if link.blind in MAY_COME:
                    link.open()
            return list(links)
        due = [] if self._ready is None else [self._by_file[at] for at, _ in self._ready.poll(0)]
        if self._samples % RARELY == 0:
            due += [link for link in links if link.fileno() < 0]
        return due

    def _look(self) -> None:
        """See what is known, and where something may come from."""
        self._idle = next(iter(_working(self._senses.idle)), None)
        self._locked = self._is(Sense.LOCK)
        self._guards = frozenset(guard for guard in GUARDS if self._is(guard))
        files = {link.fileno(): link for link in self._senses.links}
        files.pop(-1, None)
        if files != self._by_file:
            self._by_file, self._ready = files, None
        if files and self._ready is None:
            self._ready = select.poll()
            for file in files:
                self._ready.register(file, select.POLLIN)

    def sources(self) -> tuple[Source, ...]:
        """One for each `Sense`, in that order."""
        probes: dict[Sense, Sequence[Probe]] = {**self._senses.yes, Sense.IDLE: self._senses.idle}
        return tuple(self._source(sense, probes.get(sense, ())) for sense in Sense)

    def _is(self, sense: Sense) -> bool | None:
        answers = {probe.on() for probe in _working(self._senses.yes.get(sense, ()))} - {None}
        return True in answers if answers else None

    def _source(self, sense: Sense, probes: Sequence[Probe]) -> Source:
        for probe in _working(probes):
            return Source(sense, probe.way)
        if not probes:
            return Source(sense, blind=Blind.NOT_TOLD)
        asking = next((probe for probe in probes if probe.blind is Blind.ASKING), None)
        if asking is not None:
            late = self._samples >= PATIENCE
            return Source(sense, asking.way, Blind.NO_ANSWER if late else Blind.ASKING)
        return Source(sense, probes[0].way, probes[0].blind)


GUARDS: Final = (Sense.DO_NOT_DISTURB, Sense.FULLSCREEN, Sense.CALL)


def _working(probes: Sequence[AnyProbe]) -> list[AnyProbe]:
    return [probe for probe in probes if probe.blind is None]
