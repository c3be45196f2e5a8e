"""Properties are checked on the same examples in every run: a failure here is a change of the code, never of the weather."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("repeatable", deadline=None, derandomize=True, database=None)
settings.load_profile("repeatable")
