"""The content: exercises and routines as TOML, and their loader."""
