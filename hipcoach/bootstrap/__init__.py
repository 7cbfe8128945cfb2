"""Builds everything, once and in order; the only room that knows all the others.

What a command does not need is not imported: a score is printed without Qt, a session
followed in the terminal likewise.
"""

from hipcoach.bootstrap.environment import Environment, TerminalParts, own_content, own_routines

__all__ = ["Environment", "TerminalParts", "own_content", "own_routines"]
