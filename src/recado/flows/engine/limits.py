"""How far may a flow go before the engine stops it, and how much does a channel carry?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Limits:
    """The ceilings of one turn. Reaching one is a visible problem and ends the turn safely."""

    iterations: int = 100
    """Node executions a turn (MAX_FLOW_ITERATIONS). The longest honest turn we know of runs 30 nodes; a loop without
    a question in it runs for ever."""
    depth: int = 8
    """Flows inside flows. People nest two or three deep; two flows that call each other nest without end."""
    same_text: int = 20
    """How often one text may be said among the last `remembered_texts`. Another robot at the other end answers each
    of our questions with the same words, and only this notices."""
    remembered_texts: int = 40
    """Two texts in turn must be caught as well as one, so twice `same_text`."""
    says: int = 20
    """Messages a turn. WhatsApp lets 45 go to one person in a burst and then makes us repay the time; half of it
    leaves room for what a person writes meanwhile."""
    alone: int = 200
    """Turns in a row that a timer or an answer began, with no word of the person between. A daily message may go on for
    half a year; a flow that polls an address or waits a second in a ring would go on for ever, one turn at a time, where
    no ceiling of a single turn sees it."""
    problems: int = 50
    """Problems a turn tells of, the last ones: a turn's row is read by a person."""
    path: int = 200
    """Nodes the session remembers of its way. The rows of the turns hold the whole way; this is for a quick look."""
    variables: int = 200
    """Names a session may hold. It is read and written whole on every turn."""
    variables_size: int = 65_536
    """Characters of all values together, for the same reason."""
    value_size: int = 16_384
    """Characters of one value: four of the longest WhatsApp texts."""


DEFAULT = Limits()

# What a definition may hold. A file beyond these is not a flow that a person drew.
MAX_NODES = 500
MAX_EXITS = 60
MAX_LAYOUT = 10
MAX_DECLARED_VARIABLES = 200
MAX_TEXT_OPTION = 8_192
MAX_NAME = 120
MAX_ID = 64
MAX_NESTING = 12

MAX_WAIT_DAYS = 400
"""Days of one wait. A reminder after a year is a real wish; longer ones outlive numbers, prices and consents."""

# What one template may cost (reliability T32): all of it bounds time to a few milliseconds and memory to kilobytes.
MAX_LOOP_ITERATIONS = 500
"""All loops of one rendering together."""
MAX_LOOKUPS = 5_000
"""Variables read and filters run in one rendering."""
MAX_RENDERED = 16_384
"""Characters one rendering may give: four messages of WhatsApp's longest text."""
MAX_LOCALS = 65_536
"""Bytes that `assign` and `capture` may hold."""
MAX_BLOCK_NESTING = 10

# What one pattern may cost (reliability T36).
MAX_PATTERN = 500
MAX_PATTERN_INPUT = 4_096
MAX_PATTERN_MEMORY = 1 << 20
"""Bytes RE2 may use for one compiled pattern; `(x{1000}){1000}` is refused when read instead of run."""

MAX_ANSWER = 4_096
"""Characters of an inbound text that are read as an answer; WhatsApp's own limit for a text."""


class ChannelLimits(Protocol):
    """What a channel carries: counts, and lengths in characters. A channel adapter's `Limits` fits."""

    @property
    def text(self) -> int: ...
    @property
    def buttons(self) -> int: ...
    @property
    def button_title(self) -> int: ...
    @property
    def list_rows(self) -> int: ...
    @property
    def list_row_title(self) -> int: ...
    @property
    def list_row_description(self) -> int: ...
    @property
    def list_label(self) -> int: ...
    @property
    def interactive_body(self) -> int: ...
    @property
    def caption(self) -> int: ...


@dataclass(frozen=True, slots=True)
class CommonChannel:
    """The limits of WhatsApp's Cloud API (Meta's documentation of text, media and interactive messages)."""

    text: int = 4096
    buttons: int = 3
    button_title: int = 20
    list_rows: int = 10
    list_row_title: int = 24
    list_row_description: int = 72
    list_label: int = 20
    interactive_body: int = 1024
    caption: int = 1024


WHATSAPP = CommonChannel()
