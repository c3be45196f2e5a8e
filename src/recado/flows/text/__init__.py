"""What is a flow as a text that people review, and what changed between two of them?"""

from __future__ import annotations

from recado.flows.text.differences import Difference, differences
from recado.flows.text.faults import Fault, TextUnreadable
from recado.flows.text.form import read, read_flow_text, write

__all__ = ["Difference", "Fault", "TextUnreadable", "differences", "read", "read_flow_text", "write"]
