"""One HipCoach for each data folder, and how others of the same person talk to it.

A message is one line of JSON, an object; so is its answer.
"""
