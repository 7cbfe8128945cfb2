"""What became of joining with another place, kept for whoever asks later."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from hipcoach.app.phrases.errors import error_words
from hipcoach.bootstrap.environment import Environment
from hipcoach.bootstrap.sync import sync_journal
from hipcoach.core.errors import KnownError, StoreError
from hipcoach.core.exchange import ExchangeFault
from hipcoach.core.sync import SyncDone
from hipcoach.core.sync_choices import NO_ADDRESS, shown_place
from hipcoach.core.sync_timing import LAST, SyncTry, read_try, try_text
from hipcoach.core.value import value
from hipcoach.system.paths import replace_file


@value
class Tried:
    """One try: what is kept of it, and either what has come or what went wrong."""

    last: SyncTry
    done: SyncDone | None
    error: KnownError | None


def kept_try(environment: Environment, where: str) -> SyncTry | None:
    """What is known of the last try with a place; `None`: there was none."""
    with suppress(OSError, UnicodeDecodeError):
        return read_try(_file(environment).read_text("utf-8"), shown_place(where))
    return None


def keep_try(environment: Environment, last: SyncTry) -> None:
    """Keep it; a disk that is full has told of itself by then."""
    with suppress(OSError):
        replace_file(_file(environment), try_text(last).encode())


def try_sync(environment: Environment, where: str) -> Tried:
    """Join with a place, and say what became of it; raises what is no KnownError."""
    before = kept_try(environment, where)
    done, error = None, None
    try:
        _check_address(where)
        done = sync_journal(environment, where)
    except KnownError as fault:
        error = fault
    code, said, left = _outcome(done, error)
    now = environment.clock().now()
    last = SyncTry(
        where=shown_place(where),
        at=now,
        failures=(before.failures if before else 0) + 1 if code else 0,
        joined=(before.joined if before else None) if code else now,
        added=done.added if done else {},
        deleted=done.deleted if done else {},
        left=left,
        trouble=code,
        said=said,
    )
    return Tried(last, done, error)


def _check_address(where: str) -> None:
    """Raise KnownError (`sync-no-address`): else the journal's own address would be blamed."""
    if "://" not in where:
        return
    from hipcoach.store.place import place_of  # noqa: PLC0415 - SQLAlchemy takes its time

    try:
        place_of(where)
    except StoreError:
        raise KnownError(NO_ADDRESS) from None


def _outcome(done: SyncDone | None, error: KnownError | None) -> tuple[str, str, tuple[str, ...]]:
    """The code of what went wrong with its sentence, and the files that were left."""
    if error is not None:
        return error.code, error_words(error), ()
    assert done is not None
    code, said, left = "", "", []
    for name, fault in done.skipped:
        if getattr(fault, "code", "") == ExchangeFault.CONFLICT and isinstance(fault, KnownError):
            code, said = fault.code, f"{name}: {error_words(fault)}"
        else:
            left.append(name)
    return code, said, tuple(left)


def _file(environment: Environment) -> Path:
    return environment.paths.data / LAST
