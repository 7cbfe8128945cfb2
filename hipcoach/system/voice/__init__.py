"""The voice and the tones: an engine in a process of its own, and players that it doesn't need.

Importing this costs nothing; `speaker.ProcessSpeaker` is the door,
`cache.cached_lengths` the side door that needs no engine.
"""
