"""Charts, painted: on the screen in the colours of the theme, on paper in black and white."""
