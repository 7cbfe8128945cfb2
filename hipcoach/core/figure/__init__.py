"""The figure: a person as joint angles, solved into points in three dimensions."""
