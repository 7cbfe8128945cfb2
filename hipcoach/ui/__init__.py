"""The widgets: snapshots in, intents out."""
