"""Every sentence that people read or hear, by what it is about."""
