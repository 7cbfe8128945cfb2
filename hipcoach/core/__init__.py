"""The domain: frozen values and pure functions; time is an argument."""
