"""The steps from each form of the journal to the next."""
