"""Journals to test with: in memory, in a file, and on a PostgreSQL server of our own."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from hipcoach.ports import Journal
from hipcoach.store.journal import open_journal
from tests.fakes import MemoryJournal
from tests.store.samples import PATIENCE_S, Shelf

NOBODY = 65534
FIRST = ("-U", "coach", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A path where no journal is yet."""
    return tmp_path / "data" / "journal.db"


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def shelf(request: pytest.FixtureRequest) -> Iterator[Shelf]:
    """An empty journal of each kind."""
    if request.param == "memory":
        memory = MemoryJournal()
        shelf = Shelf(lambda: memory)
    elif request.param == "sqlite":
        path: Path = request.getfixturevalue("file")
        shelf = Shelf(lambda: open_journal(path, patience_s=PATIENCE_S))
    else:
        url: str = request.getfixturevalue("postgres_url")
        shelf = Shelf(lambda: open_journal(url, patience_s=PATIENCE_S))
    yield shelf
    shelf.journal.close()


@pytest.fixture
def journal(shelf: Shelf) -> Journal:
    """An empty journal of each kind."""
    return shelf.journal


@pytest.fixture
def as_nobody() -> Iterator[Path]:
    """A folder of somebody without special rights, who runs the test: root may do anything."""
    with tempfile.TemporaryDirectory(prefix="hipcoach-") as name:
        if os.geteuid() != 0:
            yield Path(name)
            return
        os.chown(name, NOBODY, NOBODY)
        os.setegid(NOBODY)
        os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)
            os.setegid(0)


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of 512 KiB."""
    with tempfile.TemporaryDirectory(prefix="hipcoach-disk-") as name:
        mount = ["mount", "-t", "tmpfs", "-o", "size=512k,mode=0700", "none", name]
        if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
            pytest.skip("only root may mount a small disk")
        try:
            yield Path(name)
        finally:
            # Lazily: a journal that a failed test left open must not keep it.
            subprocess.run(["umount", "--lazy", name], check=True)


_databases = count(1)


@pytest.fixture
def postgres_url(postgres: Path) -> Iterator[str]:
    """The address of an empty database."""
    name = f"journal_{next(_databases)}"
    with psycopg.connect(f"host={postgres} user=coach dbname=postgres", autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name}".encode())
        yield f"postgresql+psycopg://coach@/{name}?host={postgres}"
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture(scope="session")
def postgres() -> Iterator[Path]:
    """The socket folder of a PostgreSQL server that lives as long as the tests."""
    binaries = _postgres_binaries()
    if binaries is None:
        reason = "PostgreSQL is not installed (its initdb was not found)"
        if os.environ.get("HIPCOACH_TEST_POSTGRES") == "require":
            pytest.fail(reason)
        pytest.skip(reason)
    # In /tmp itself: a socket's path may have 107 characters.
    folder = Path(tempfile.mkdtemp(prefix="hipcoach-pg-", dir="/tmp"))
    data, log = folder / "data", folder / "log"
    control = [str(binaries / "pg_ctl"), "-D", str(data)]
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    try:
        if os.geteuid() == 0:
            # The server refuses to run as root.
            shutil.chown(folder, _unprivileged())
        _run([str(binaries / "initdb"), "-D", str(data), *FIRST], folder)
        _run([*control, "-w", "-l", str(log), "-o", options, "start"], folder)
        yield folder
    finally:
        if (data / "postmaster.pid").exists():
            _run([*control, "-w", "-m", "immediate", "stop"], folder)
        shutil.rmtree(folder)


def _run(command: list[str], folder: Path) -> None:
    owner = _unprivileged() if os.geteuid() == 0 else None
    # To a file, as the server would hold a pipe open.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            command,
            cwd=folder,
            check=False,
            stdout=output,
            stderr=output,
            user=owner,
            extra_groups=[] if owner else None,
        )
        output.seek(0)
        assert 0 == done.returncode, output.read().decode()


def _postgres_binaries() -> Path | None:
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: float(path.parent.parent.name),
    )
    return versions[-1].parent if versions else None


def _unprivileged() -> str:
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"
