"""Which names can a template read, and what do they hold in this turn?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache

from recado.flows.engine.filters import FILTERS
from recado.flows.engine.inputs import Input, Message
from recado.flows.engine.values import Day, Moment, Value, clean, clean_text


class Scope(Mapping[str, object]):
    """The session's variables, and `contact`, `message`, `trigger`, `bot`, `now`, `today` of this input."""

    __slots__ = ("_arrived", "_bot", "_built", "_now", "variables")

    def __init__(self, variables: Mapping[str, Value], arrived: Input, *, now: datetime, bot: str) -> None:
        self.variables, self._arrived, self._now, self._bot = variables, arrived, now, bot
        self._built: dict[str, object] = {}

    def __getitem__(self, name: str) -> object:
        if name in self.variables:
            return self.variables[name]
        if name not in self._built:
            self._built[name] = _FACTS[name](self)
        return self._built[name]

    def __iter__(self) -> Iterator[str]:
        yield from self.variables
        yield from _FACTS

    def __len__(self) -> int:
        return len(self.variables) + len(_FACTS)

    def contact(self) -> Value:
        """The person: custom fields first, so that none can pose as the name or the phone."""
        contact = self._arrived.contact
        facts: dict[str, Value] = {key: clean(value) for key, value in contact.custom.items()} if contact.custom else {}
        name = facts["name"] = clean_text(contact.name)
        facts["first_name"] = _first_name(name)
        facts["phone"], facts["email"] = clean_text(contact.phone), clean_text(contact.email)
        return facts

    def message(self) -> Value:
        """What arrived, where it is a message."""
        what = self._arrived.what
        said = what if isinstance(what, Message) else Message(type="")
        return {"text": clean(said.text), "type": clean(said.type)}

    def trigger(self) -> Value:
        """Why the session began."""
        return {"kind": self._arrived.trigger.kind, "value": clean(self._arrived.trigger.value)}

    def bot(self) -> Value:
        """The bot itself."""
        return {"name": self._bot}

    def now(self) -> Moment:
        """The moment of the input, in the organization's zone."""
        return Moment(self._now)

    def today(self) -> Day:
        """The day of the input, in the organization's zone."""
        return Day(self._now.date())


_FACTS: Mapping[str, Callable[[Scope], object]] = {
    "contact": Scope.contact,
    "message": Scope.message,
    "trigger": Scope.trigger,
    "bot": Scope.bot,
    "now": Scope.now,
    "today": Scope.today,
}


@lru_cache(maxsize=4_096)
def _first_name(name: str) -> str:
    """The filter's answer; a person's name is asked for in every turn of a conversation."""
    return str(FILTERS["first_name"](name))
