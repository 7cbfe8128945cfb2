"""The person's session bus: on it, what is said there, and what HipCoach offers there."""
