"""HipCoach: a spoken hip-mobility coach for the desktop."""

__version__ = "0.1.0"
