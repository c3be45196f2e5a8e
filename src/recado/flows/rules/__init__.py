"""What do flows decide without looking at anything but what they are given?"""

from __future__ import annotations

from recado.flows.rules.choosing import Candidate, Chosen, choose_bot

__all__ = ["Candidate", "Chosen", "choose_bot"]
