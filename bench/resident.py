"""What HipCoach takes in the tray, beside a bare icon with a timer; how soon a break is told."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median

import tomli_w

from bench.desktop import Desktop, desktop, pause, running, wait_for
from bench.pairs import Pair, in_turn, row
from bench.stage import PATIENCE_S, command, person
from hipcoach.bootstrap import Environment
from hipcoach.core.break_log import BreakLogged
from hipcoach.system.clock import SystemClock

ROUNDS = 15
READY_LIMIT = 1.3
WEIGHED = 3
SETTLED_S = 60.0
BARE_S = 5.0
TRAY_LIMIT = 1.25
WRITTEN_LIMIT = 1.6
IDLE_S = 120.0
CPU_LIMIT = 3.0
WAKES_LIMIT = 1.02
"""A second, with a little room for what is no beat."""
TOLD_LIMIT_S = 1.2
OFFERS = 5
OFFER = "Time for a stretch break"
BARE = (sys.executable, "-m", "bench.bare_tray")

Figure = tuple[str, str, str, bool]

_clock = SystemClock()


def rows() -> list[Figure]:
    """Start, memory, processor time, wake-ups, and the way from due to shown."""
    with person() as data_dir, desktop() as room:
        own = command(data_dir, "tray")
        _choose(data_dir)
        ready = in_turn(lambda: _ready_ms(room, own), lambda: _ready_ms(room, BARE), ROUNDS)
        idle, bare, written = [], [], []
        for _ in range(WEIGHED):  # in turn, for other Qt programs share what is weighed
            _choose(data_dir)
            idle.append(_weighed(room, own, SETTLED_S))
            bare.append(_weighed(room, BARE, BARE_S))
            written.append(_weighed_written(room, own, data_dir))
        _choose(data_dir)
        cpu, wakes, thread = _idled(room, own)
        late_s = max(_told_after_s(room, own, data_dir) for _ in range(OFFERS))
    return [
        row("process start to tray ready, against a bare tray", ready, "ms", READY_LIMIT),
        row("memory in the tray after a minute, against the same", _pair(idle, bare, "Pss"),
            "MB", TRAY_LIMIT),
        _told(row("the same, resident", _pair(idle, bare, "Rss"), "MB", TRAY_LIMIT)),
        row("memory after the first break was written, against the same",
            _pair(written, bare, "Pss"), "MB", WRITTEN_LIMIT),
        _told(row("the same, resident", _pair(written, bare, "Rss"), "MB", WRITTEN_LIMIT)),
        row("processor time in two idle minutes, against the same", cpu, "ms", CPU_LIMIT),
        (f"wake-ups a second of its busiest thread ({thread})", f"{wakes:.2f}", "at most 1",
         wakes <= WAKES_LIMIT),
        ("longest way from due to the notice, the journal not open", f"{late_s:.2f} s",
         f"at most {TOLD_LIMIT_S:g} s", late_s <= TOLD_LIMIT_S),
    ]  # fmt: skip


def _told(figure: Figure) -> Figure:
    """A figure that is told beside another, and has no limit of its own."""
    measure, value, _, _ = figure
    return measure, value, "", True


def _choose(data_dir: Path, **changed: object) -> None:
    """Settings under which somebody sits there all the time."""
    chosen = {"always": True, "idle_after_s": 86_400, "notice_s": 0, **changed}
    file = data_dir / "config" / "settings.toml"
    file.write_text(tomli_w.dumps({"breaks": chosen}))
    (data_dir / "breaks.json").unlink(missing_ok=True)


def _ready_ms(room: Desktop, program: Sequence[str]) -> float:
    """Milliseconds until the icon has its place and has answered how it looks."""
    room.forget()
    start_s = _clock.monotonic()
    with running(program, room.environment) as process:
        return (room.until("icon", process, PATIENCE_S).monotonic_s - start_s) * 1000


def _weighed(room: Desktop, program: Sequence[str], after_s: float) -> Mapping[str, float]:
    with running(program, room.environment) as process:
        pause(after_s)
        return _sizes(process.pid)


def _weighed_written(room: Desktop, own: Sequence[str], data_dir: Path) -> Mapping[str, float]:
    _choose(data_dir, interval_s=3, offer_s=600)
    room.forget()
    with running(own, room.environment) as process:
        room.until(OFFER, process, PATIENCE_S)
        pause(BARE_S)
        return _sizes(process.pid)


def _sizes(number: int) -> dict[str, float]:
    """Megabytes of a process by the names that Linux has for them."""
    lines = Path(f"/proc/{number}/smaps_rollup").read_text("ascii").splitlines()[1:]
    return {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines}


def _pair(
    own: Sequence[Mapping[str, float]], bare: Sequence[Mapping[str, float]], field: str
) -> Pair:
    return Pair(median(one[field] for one in own), median(one[field] for one in bare))


def _idled(room: Desktop, own: Sequence[str]) -> tuple[Pair, float, str]:
    """Milliseconds of both side by side, and how often a thread of ours woke in a second."""
    with running(own, room.environment) as ours, running(BARE, room.environment) as bare:
        pause(10)
        both = (ours, bare)
        worked_ms, woken = [_worked_ms(one) for one in both], _woken(ours)
        pause(IDLE_S)
        spent = [_worked_ms(one) - before for one, before in zip(both, worked_ms, strict=True)]
        often = {name: number - woken.get(name, 0) for name, number in _woken(ours).items()}
    busiest = max(often, key=lambda name: often[name])
    return Pair(*spent), often[busiest] / IDLE_S, busiest.rpartition("-")[0]


def _threads(process: subprocess.Popen[bytes]) -> list[Path]:
    return list(Path(f"/proc/{process.pid}/task").iterdir())


def _worked_ms(process: subprocess.Popen[bytes]) -> float:
    return sum(int((one / "schedstat").read_text().split()[0]) for one in _threads(process)) / 1e6


def _woken(process: subprocess.Popen[bytes]) -> dict[str, int]:
    """How often each thread has waited for something."""
    found = {}
    for one in _threads(process):
        lines = dict(line.split(":", 1) for line in (one / "status").read_text().splitlines())
        name = f"{lines['Name'].strip()}-{one.name}"
        found[name] = int(lines["voluntary_ctxt_switches"])
    return found


def _told_after_s(room: Desktop, own: Sequence[str], data_dir: Path) -> float:
    """Seconds from `due`, as the journal has it, to the notice."""
    _choose(data_dir, interval_s=3, offer_s=600)
    room.forget()
    with running(own, room.environment) as process:
        told = room.until(OFFER, process, PATIENCE_S)
        before = told.wall_s - PATIENCE_S
        wait_for(lambda: _due_s(data_dir) > before)
        return told.wall_s - _due_s(data_dir)


def _due_s(data_dir: Path) -> float:
    """When the newest break was due, in seconds since 1970; 0 where none was."""
    with closing(Environment.of(data_dir).open_journal()) as journal:
        due = [row.at.timestamp() for row in journal.all_of(BreakLogged) if row.kind == "due"]
    return max(due, default=0.0)
