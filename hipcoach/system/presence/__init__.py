"""Whether the person is here, and whether this is a moment to remind them."""
