"""One file for each step; once released it is never edited and imports none of our code."""
