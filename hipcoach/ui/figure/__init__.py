"""The figure on screen: a person painted from a solved skeleton, and what the picture teaches."""
