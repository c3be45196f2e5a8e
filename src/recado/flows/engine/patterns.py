"""Does a text match a pattern of the author's, in time that no pattern can stretch?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import re2

from recado.flows.engine.folding import unaccent
from recado.flows.engine.limits import MAX_PATTERN, MAX_PATTERN_INPUT, MAX_PATTERN_MEMORY


class PatternInvalid(ValueError):
    """A pattern is too long, too large or not one that RE2 reads."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression on RE2, whose time is linear in the text whatever the pattern; case does not count."""

    source: str
    compiled: tuple[Any, ...] = field(compare=False, repr=False)
    """As written, and without accents where that differs."""

    def found_in(self, text: str) -> bool:
        """Is it anywhere in the first 4 KB of the text, with or without accents on either side?"""
        text = text[:MAX_PATTERN_INPUT]
        return any(one.search(text) or one.search(unaccent(text)) for one in self.compiled)


def compile_pattern(source: str) -> Pattern:
    """Read a pattern; raises PatternInvalid."""
    if len(source) > MAX_PATTERN:
        raise PatternInvalid(f"longer than {MAX_PATTERN} characters")
    options = re2.Options()
    options.max_mem = MAX_PATTERN_MEMORY
    options.log_errors = False
    options.case_sensitive = False
    try:
        compiled = [re2.compile(form, options) for form in dict.fromkeys((source, unaccent(source)))]
    except (re2.error, UnicodeError, ValueError) as fault:
        raise PatternInvalid(str(fault)[:200]) from fault
    return Pattern(source, tuple(compiled))
