"""Benchmarks: each prints one JSON line at its end."""
