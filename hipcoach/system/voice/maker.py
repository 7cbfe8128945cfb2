"""The thread that has lines made, and brings the engine back when it fails."""

from __future__ import annotations

import math
import threading
from typing import TYPE_CHECKING, Protocol

from hipcoach.core.value import value
from hipcoach.ports import SpeechProblem
from hipcoach.system.voice.engine import EngineError
from hipcoach.system.voice.link import ANSWER_S, START_S, EngineLink, EngineReady, Order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from hipcoach.ports import Clock

TRIES = 3
"""So many failures in a row, and the engine is said to fail."""

ROUNDS = 3
"""So often a line gets that many tries; then it is the line that is at fault."""


@value
class Patience:
    """How long the engine is waited for, in seconds."""

    start_s: float = START_S
    answer_s: float = ANSWER_S
    rests_s: tuple[float, ...] = (5.0, 10.0, 20.0, 40.0, 60.0)
    """Before a failing engine is tried again; the last one for ever after."""


class Customer(Protocol):
    """Whoever wants lines made; called from the maker's thread."""

    def place(self, order: Order) -> Path:
        """Which file the line belongs in."""
        ...

    def known_length_s(self, order: Order) -> float | None:
        """Seconds of sound if the line is made already."""
        ...

    def made(self, order: Order, length_s: float) -> None:
        """Hear that a line is there."""
        ...

    def loaded(self, ready: EngineReady) -> None:
        """Hear that the engine has come up."""
        ...

    def voice_changed(self, problem: SpeechProblem | None) -> None:
        """Hear whether the engine works."""
        ...


class LineMaker:
    """Has lines made one after the other, the line to be spoken now before all others.

    A process that dies or is silent is started again at once, with the line that it had.
    """

    def __init__(
        self, command: Sequence[str], customer: Customer, clock: Clock, patience: Patience
    ) -> None:
        self._command = command
        self._customer = customer
        self._clock = clock
        self._patience = patience
        self._news = threading.Condition()
        self._new: list[Order] = []
        self._missing: dict[Order, None] = {}
        self._urgent: Order | None = None
        self._closing = False
        self._link: EngineLink | None = None
        self._tries: dict[Order, int] = {}
        self._failures = 0
        self._rests = 0
        self._rest_until = -math.inf
        self._thread: threading.Thread | None = None

    @property
    def pid(self) -> int | None:
        """The number of the engine's process, while there is one."""
        link = self._link
        return link.pid if link is not None and link.alive else None

    def want(self, orders: Iterable[Order]) -> None:
        """Have these lines made when there is time; starts the engine even if there are none."""
        with self._news:
            self._new.extend(orders)
            self._wake()

    def want_now(self, order: Order) -> None:
        """Have this line made before all others."""
        with self._news:
            self._urgent = order
            self._wake()

    def forget(self) -> None:
        """Make no more of the lines that were wanted."""
        with self._news:
            self._new.clear()
            self._missing.clear()
            self._urgent = None

    def close(self) -> None:
        """End the engine and the thread."""
        with self._news:
            self._closing = True
            if self._link is not None:
                self._link.kill()
            self._news.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _wake(self) -> None:
        if self._thread is None and not self._closing:
            self._thread = threading.Thread(target=self._run, name="voice", daemon=True)
            self._thread.start()
        self._news.notify_all()

    def _run(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(self._has_work, self._rest_left_s())
                if self._closing:
                    break
                new, self._new = self._new, []
            self._sort(new)
            if self._rest_left_s() is None:
                self._step()
        self._let_go()

    def _has_work(self) -> bool:
        if self._closing or self._new:
            return True
        if self._rest_left_s() is not None:
            return False
        up = self._link is not None and self._link.alive
        return not up or self._urgent is not None or bool(self._missing)

    def _rest_left_s(self) -> float | None:
        left_s = self._rest_until - self._clock.monotonic()
        return left_s if left_s > 0 else None

    def _sort(self, new: list[Order]) -> None:
        """Tell of the lines that are made already, line up the others; needs no engine."""
        for order in new:
            length_s = self._customer.known_length_s(order)
            if length_s is not None:
                self._customer.made(order, length_s)
            else:
                with self._news:
                    self._missing[order] = None

    def _step(self) -> None:
        """Start the engine if need be, and have one line made."""
        order = None
        try:
            link = self._up()
            order = self._take()
            if order is None:
                # It has come up: that is all there is to judge by.
                self._failures = min(self._failures, TRIES - 1)
            else:
                length_s = link.make(order, self._customer.place(order), self._patience.answer_s)
                self._failures = self._rests = 0
                self._tries.pop(order, None)
                self._customer.made(order, length_s)
            if self._failures < TRIES:
                self._customer.voice_changed(None)
        except EngineError as fault:
            self._fail(fault.code, order)

    def _up(self) -> EngineLink:
        if self._link is not None:
            if self._link.alive:
                return self._link
            # It died while nobody waited for it.
            raise EngineError("died")
        link = EngineLink(self._command, self._hear_of_death)
        with self._news:
            self._link = link
            if self._closing:
                link.kill()
        self._customer.loaded(link.ready(self._patience.start_s))
        return link

    def _take(self) -> Order | None:
        with self._news:
            if self._urgent is not None:
                order, self._urgent = self._urgent, None
                self._missing.pop(order, None)
                return order
            for order in self._missing:
                del self._missing[order]
                return order
            return None

    def _fail(self, code: str, order: Order | None) -> None:
        self._let_go()
        self._failures += 1
        if order is not None:
            self._put_back(order)
        if code == SpeechProblem.NO_ENGINE or self._failures >= TRIES:
            rests = self._patience.rests_s
            self._rest_until = self._clock.monotonic() + rests[min(self._rests, len(rests) - 1)]
            self._rests += 1
            none = code == SpeechProblem.NO_ENGINE
            self._customer.voice_changed(
                SpeechProblem.NO_ENGINE if none else SpeechProblem.ENGINE_FAILS
            )

    def _put_back(self, order: Order) -> None:
        """Line up a line that failed: at the front, and after `TRIES` failures at the end."""
        tries = self._tries[order] = self._tries.get(order, 0) + 1
        with self._news:
            if tries >= TRIES * ROUNDS:
                del self._tries[order]
            elif tries % TRIES:
                self._missing = {order: None, **self._missing}
            else:
                self._missing[order] = None

    def _let_go(self) -> None:
        with self._news:
            link, self._link = self._link, None
        if link is not None:
            link.close()

    def _hear_of_death(self) -> None:
        with self._news:
            self._news.notify_all()
