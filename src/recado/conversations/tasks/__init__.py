"""Jobs and listeners of conversations: what workers run."""
