"""Flows that one can begin from, each with the cases that show what it does."""
