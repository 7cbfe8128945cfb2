"""A damaged journal on the desk: what helps is looked for, offered, and done."""

# ruff: noqa: PLC0415 - a journal is sound on nearly every day of its life
from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal

from hipcoach.app.journal_worker import JournalWorker

if TYPE_CHECKING:
    from hipcoach.app.rescue_snapshots import RescueSnapshot
    from hipcoach.core.backups import BackupShown, Rescue
    from hipcoach.core.errors import KnownError


class Mending(Protocol):
    """What can be done about a damaged journal; each may raise KnownError."""

    def find(self, besides: Collection[Path]) -> Rescue:
        """What there is to go on from, but these copies."""
        ...

    def copies(self) -> tuple[BackupShown, ...]:
        """All copies, the newest first."""
        ...

    def look_again(self) -> None:
        """Raise StoreError while the damaged file lies in its place, or another damaged one."""
        ...

    def restore(self, source: Path) -> Path | None:
        """Go on from a copy; where the damaged journal is now."""
        ...

    def begin_anew(self) -> Path:
        """Make room for an empty journal; where the damaged one is now."""
        ...


class RescueDesk(QObject):
    """Heeds the worker of the journal, and leads out of the damage that it tells of."""

    found = Signal()
    """The journal is damaged, and it is known what helps."""
    changed = Signal(object)
    """A `RescueSnapshot`, or `None`: nothing is wrong any more."""
    mended = Signal()
    """There is a sound journal again, another than before."""

    def __init__(self, worker: JournalWorker, mending: Mending) -> None:
        super().__init__()
        self._worker = worker
        self._mending = mending
        self._damage: KnownError | None = None
        """What the worker has told, and is looked at here."""
        self._rescue: Rescue | None = None
        self._copies: tuple[BackupShown, ...] | None = None
        self._tried: set[Path] = set()
        """Copies that did not help."""
        self._trouble: KnownError | None = None
        self._busy = ""
        """What is being done; empty: nothing."""
        self._source: BackupShown | None = None
        """The copy that takes the place of the journal; `None`: an empty one does."""
        self._aside: Path | None = None
        self._mended = False

    @property
    def damaged(self) -> bool:
        """Whether the journal is damaged."""
        return self._worker.damage is not None

    @property
    def waits(self) -> bool:
        """Whether the journal is damaged and the person has to choose what is to be done."""
        return self._rescue is not None and not self._mended

    def heed(self) -> None:
        """Take in what the worker says; to be called whenever it has something to say."""
        self._worker.poll()
        damage = self._worker.damage
        if damage is not None and damage is not self._damage:
            self._damage, self._mended, self._copies = damage, False, None
            self._worker.beside(lambda: self._mending.find(self._tried), self._offer, self._refuse)
        elif damage is None and self.waits and not self._busy:
            self._forget()  # another program has mended it

    def look_again(self, *_state: object) -> None:
        """Look whether somebody has mended it elsewhere, such as in a terminal."""
        if self.waits and not self._busy:
            self._worker.mend(self._mending.look_again, lambda _none: None, lambda _error: None)

    def show_all(self) -> None:
        """Look at every copy, for the person wants another one."""
        from hipcoach.app.phrases.rescue import looking_words

        if self.waits and not self._busy:
            self._set_out(looking_words())
            self._worker.beside(self._mending.copies, self._list, self._fail)

    def take(self, path: Path) -> None:
        """Go on from a copy."""
        if not self.waits or self._busy:
            return
        from hipcoach.app.phrases.rescue import mending_words

        known = [*(self._copies or ()), *([self._newest] if self._newest else [])]
        self._source = next((one for one in known if one.path == path), None)
        self._tried.add(path)
        self._set_out(mending_words())
        self._worker.mend(lambda: self._mending.restore(path), self._done, self._fail)

    def begin_anew(self) -> None:
        """Go on with an empty journal."""
        if not self.waits or self._busy:
            return
        from hipcoach.app.phrases.rescue import mending_words

        self._source = None
        self._set_out(mending_words())
        self._worker.mend(self._mending.begin_anew, self._done, self._fail)

    def leave(self) -> None:
        """What was done has been read."""
        if self._mended:
            self._forget()

    def snapshot(self) -> RescueSnapshot | None:
        """All that is to be shown now, in the language that is spoken now."""
        from hipcoach.app.rescue_view import rescue_snapshot

        if self._rescue is None:
            return None
        return rescue_snapshot(
            self._rescue,
            self._copies,
            self._trouble,
            busy=self._busy,
            mended=self._mended,
            source=self._source,
            aside=self._aside,
        )

    @property
    def _newest(self) -> BackupShown | None:
        return self._rescue.newest if self._rescue else None

    def _set_out(self, words: str) -> None:
        self._busy, self._trouble = words, None
        self._show()

    def _offer(self, rescue: Any) -> None:
        first, self._rescue, self._busy = self._rescue is None, rescue, ""
        self._show()
        if first:
            self.found.emit()

    def _refuse(self, error: Any) -> None:
        """Not even the copies can be looked for: there is none then, and it is said why."""
        from hipcoach.core.backups import Rescue

        self._trouble = error
        self._offer(Rescue(str(error.details.get("path", "")), None))

    def _list(self, copies: Any) -> None:
        self._copies, self._busy = copies, ""
        self._show()

    def _done(self, aside: Any) -> None:
        self._busy, self._mended, self._aside, self._damage = "", True, aside, None
        self._show()
        self.mended.emit()

    def _fail(self, error: Any) -> None:
        """Nothing was changed; a copy that broke in the act is not offered again."""
        from hipcoach.app.phrases.rescue import BROKEN

        if error.code not in BROKEN:
            self._tried.clear()
        self._busy, self._trouble, self._copies = "", error, None
        self._worker.beside(lambda: self._mending.find(self._tried), self._offer, self._refuse)

    def _forget(self) -> None:
        self._rescue = self._copies = self._trouble = self._damage = self._aside = None
        self._mended = False
        self._tried.clear()
        self.changed.emit(None)

    def _show(self) -> None:
        self.changed.emit(self.snapshot())
