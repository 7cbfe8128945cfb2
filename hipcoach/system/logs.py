"""What went wrong, for whoever mends it: no names, no texts, nothing that was practised."""

from __future__ import annotations

import logging
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final

from hipcoach.system.paths import private_file

logger = logging.getLogger("hipcoach")

BOUND_BYTES: Final = 256 * 1024


class LogFile(logging.Handler):
    """Two files of at most `BOUND_BYTES` each, opened when there is something to write."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._opened: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write it down."""
        if self._opened is None:
            # It brings sockets and pickling along: the first picture comes sooner without.
            from logging.handlers import RotatingFileHandler  # noqa: PLC0415

            self._opened = RotatingFileHandler(self._path, maxBytes=BOUND_BYTES, backupCount=1)
            self._opened.setFormatter(self.formatter)
        self._opened.emit(record)

    def close(self) -> None:
        """Let go of the file."""
        if self._opened is not None:
            self._opened.close()
        super().close()


def log_to(path: Path) -> None:
    """Write warnings and errors to a file of the owner's alone, and to standard error."""
    form = logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
    handlers: list[logging.Handler] = [logging.StreamHandler()]
    with suppress(OSError):
        private_file(path)
        handlers.append(LogFile(path))
    for handler in handlers:
        handler.setFormatter(form)
        logger.addHandler(handler)
    logger.setLevel(logging.WARNING)


def log_exceptions() -> None:
    """Write down what nobody caught, in a slot or a thread, and let the program go on."""

    def unexpected(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logger.error("unexpected", exc_info=(kind, error, trace))

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            unexpected(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = unexpected
    threading.excepthook = in_thread


def log_qt() -> None:
    """Write down what Qt has to say: warnings and worse."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler  # noqa: PLC0415 - not for commands

    grave = {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}

    def said(kind: QtMsgType, _context: object, message: str | None) -> None:
        if kind in grave:
            logger.error("Qt: %s", message)
        elif kind is QtMsgType.QtWarningMsg:
            logger.warning("Qt: %s", message)

    qInstallMessageHandler(said)
