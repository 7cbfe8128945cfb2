"""Notices on the desktop, as freedesktop.org describes them."""
