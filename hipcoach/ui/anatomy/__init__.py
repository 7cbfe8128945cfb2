"""Pictures for the articles: bones and muscles of the hip, and simple diagrams."""
