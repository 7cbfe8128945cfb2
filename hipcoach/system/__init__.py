"""The machine: clock, voice, paths, settings file, screen."""
