"""Starting at login: an entry that each system keeps in its own way, checked when it is made."""
