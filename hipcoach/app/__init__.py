"""The controllers, and every sentence that people read or hear."""
