"""When? A grammar of Brazilian Portuguese times, and what it makes of a sentence."""

from recado.nlu.dates.echo import echo
from recado.nlu.dates.reading import read_both, read_times, read_when

__all__ = ["echo", "read_both", "read_times", "read_when"]
