"""The widgets: snapshots in, intents out."""

from hipcoach.ui.nothing import keep_none

keep_none()
