"""How does the original talk? A small interpreter of exported bots, written from the description of the format alone.

It knows what the random bots of `test_likeness.py` hold, and nothing of our converter.
"""

from __future__ import annotations

import re
from typing import Any

Json = dict[str, Any]
MOST_STEPS = 60
MOST_SAID = 15
LONGEST = 1_000


class TooLong(Exception):
    """A ring in which nobody gets to speak, or a text that doubles: our engine would end it by a ceiling."""


class Original:
    """One conversation with an exported bot."""

    def __init__(self, bot: Json) -> None:
        self.groups = {group["id"]: group for group in bot["groups"]}
        self.edges = {edge["id"]: edge for edge in bot["edges"]}
        self.names = {one["name"]: one["id"] for one in bot["variables"]}
        self.values: dict[str, Any] = {one["id"]: one.get("value") for one in bot["variables"]}
        self.at: tuple[str, int] | None = self._target(bot["events"][0]["outgoingEdgeId"])
        self.waiting: Json | None = None
        self.jumps: list[tuple[str, int]] = []
        self.calls: list[tuple[str, int] | None] = []
        self.said: list[str] = []

    @property
    def choices(self) -> list[str]:
        """The buttons it waits for."""
        items = (self.waiting or {}).get("items", ())
        return [self._filled(item["content"]) for item in items]

    def hears(self, text: str) -> list[str]:
        """What it says to a message; the first one begins the conversation."""
        self.said = []
        if self.waiting is not None:
            block, self.waiting = self.waiting, None
            assert self.at is not None
            items = [one for one in block.get("items", ()) if self._filled(one["content"]) == text]
            item: Json = items[0] if items else {}
            if variable := block["options"].get("variableId"):
                self.values[variable] = self._filled(item.get("value", "")) or text
            self.at = self._target(item.get("outgoingEdgeId")) or self._behind(block)
        self._run()
        return self.said

    def _run(self) -> None:
        for _ in range(MOST_STEPS):
            if self.at is None or self.at[1] >= len(self.groups[self.at[0]]["blocks"]):
                if not self.calls:
                    self.at = None
                    return
                self.at = self.calls.pop()
                continue
            block = self.groups[self.at[0]]["blocks"][self.at[1]]
            if block["type"].endswith("input"):
                self.waiting = block
                return
            getattr(self, "_" + block["type"].replace(" ", "_").lower())(block)
            if len(self.said) > MOST_SAID:
                raise TooLong
        raise TooLong

    def _target(self, edge: str | None) -> tuple[str, int] | None:
        found = self.edges.get(edge or "")
        if found is None or found["to"]["groupId"] not in self.groups:
            return None
        group = self.groups[found["to"]["groupId"]]
        ids = [block["id"] for block in group["blocks"]]
        block = found["to"].get("blockId")
        return group["id"], ids.index(block) if block in ids else 0

    def _behind(self, block: Json) -> tuple[str, int] | None:
        assert self.at is not None
        return self._target(block.get("outgoingEdgeId")) or (self.at[0], self.at[1] + 1)

    def _text(self, block: Json) -> None:
        assert self.at is not None
        said = self._filled("\n".join(leaf["children"][0]["text"] for leaf in block["content"]["richText"]))
        if said.strip():
            self.said.append(said.strip())
        group, place = self.at
        is_last = place + 1 == len(self.groups[group]["blocks"])
        self.at = self._behind(block) if is_last else (group, place + 1)

    def _condition(self, block: Json) -> None:
        for item in block["items"]:
            found = [self._holds(one) for one in item["content"]["comparisons"]]
            if any(found) if item["content"]["logicalOperator"] == "OR" else found and all(found):
                self.at = self._target(item.get("outgoingEdgeId"))
                return
        self.at = self._behind(block)

    def _holds(self, comparison: Json) -> bool:
        value, other = self.values.get(comparison["variableId"]), self._filled(comparison.get("value", ""))
        text = "" if value is None else str(value)
        match comparison["comparisonOperator"]:
            case "Equal to":
                return text == other
            case "Not equal":
                return text != other
            case "Contains":
                return other.strip().lower() in text.strip().lower() if other and text else False
            case "Starts with":
                return text.strip().lower().startswith(other.strip().lower()) if other and text else False
            case "Is set":
                return text != ""
            case "Is empty":
                return text == ""
            case "Greater than":
                return text.lstrip("-").isdigit() and int(text) > int(other)
            case operator:
                raise ValueError(operator)

    def _set_variable(self, block: Json) -> None:
        options = block["options"]
        source = options.get("expressionToEvaluate", "")
        if options.get("type") == "Empty":
            value: Any = None
        elif lone := re.fullmatch(r"\{\{([^{}]+)\}\}", source):
            value = self.values.get(self.names.get(lone[1], ""))
        elif math := re.fullmatch(r"\{\{([^{}]+)\}\} ([-+*]) (\d+)", source):
            left = int(self.values.get(self.names.get(math[1], "")) or 0)
            value = {"+": left + int(math[3]), "-": left - int(math[3]), "*": left * int(math[3])}[math[2]]
        else:
            value = self._filled(source)
        self.values[options["variableId"]] = value
        self.at = self._behind(block)

    def _jump(self, block: Json) -> None:
        assert self.at is not None
        self.jumps.append((self.at[0], self.at[1] + 1))
        group = block["options"]["groupId"]
        self.at = (group, 0) if group in self.groups else None

    def _return(self, block: Json) -> None:
        self.at = self.jumps.pop() if self.jumps else self._behind(block)

    def _typebot_link(self, block: Json) -> None:
        self.calls.append(self._behind(block))
        self.at = (block["options"]["groupId"], 0)

    def _ab_test(self, block: Json) -> None:
        edges = [item.get("outgoingEdgeId") for item in block["items"]]
        self.at = self._target(edges[0]) or self._target(edges[1]) or self._behind(block)

    def _filled(self, text: str) -> str:
        def value(name: re.Match[str]) -> str:
            found = self.values.get(self.names.get(name[1], ""))
            return "" if found is None else str(found)

        filled = re.sub(r"\{\{([^{}]+)\}\}", value, text)
        if len(filled) > LONGEST:
            raise TooLong
        return filled
