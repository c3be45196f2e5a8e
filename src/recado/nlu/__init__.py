"""Understanding of Brazilian Portuguese: pure, deterministic, offline."""
