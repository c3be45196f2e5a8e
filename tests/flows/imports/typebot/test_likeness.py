"""Does a bot drawn by chance say the same here as in the original, message by message?"""

from __future__ import annotations

import random
from typing import Any

import pytest

from recado.flows.engine.definition import read_definition
from recado.flows.engine.effects import Say
from recado.flows.imports.typebot import convert
from tests.flows.engine.support import Talk
from tests.flows.imports.typebot.original import Original, TooLong
from tests.flows.imports.typebot.support import TYPES

Json = dict[str, Any]
OURS = ("Pode escrever sua resposta. 🙂", "Escolha uma opção:", "👇")
"""What questions say here that nothing asks in the original."""
NAMES = ("Nome do pet", "nome", "Pontos", "É cão?")
LABELS = ("Sim, quero", "Ainda não", "Talvez {{nome}} sim", "Azul", "Verde", "Banho e tosa")
WORDS = ("Ana", "Rex", "bom dia", "sei lá", "azul", "42", "-", "R$ 10", "{{nome}}", "50% off", "Sim, quero")
BOTS = 400


class Drawn:
    """A bot drawn by chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - the same bots on every run
        self.made = 0
        self.edges: list[Json] = []
        self.groups = [f"g{number}" for number in range(self.chance.randint(2, 6))]

    def bot(self) -> Json:
        """The whole export."""
        variables = [{"id": f"v{place}", "name": name} for place, name in enumerate(NAMES)]
        variables[2]["value"] = "3"
        groups = [
            {"id": id, "title": f"Grupo {id}", "graphCoordinates": {"x": 0, "y": 0}, "blocks": self._blocks()}
            for id in self.groups
        ]
        start = self._edge("g0")
        return {
            "version": "6",
            "name": "Sorteado",
            "events": [{"id": "s", "type": "start", "outgoingEdgeId": start}],
            "groups": groups,
            "edges": self.edges,
            "variables": variables,
        }

    def _id(self, of: str) -> str:
        self.made += 1
        return f"{of}{self.made}"

    def _edge(self, group: str = "") -> str:
        id = self._id("e")
        self.edges.append(
            {"id": id, "from": {}, "to": {"groupId": group or self.chance.choice([*self.groups, "gone"])}}
        )
        return id

    def _maybe_edge(self, likely: float = 0.6) -> Json:
        return {"outgoingEdgeId": self._edge()} if self.chance.random() < likely else {}

    def _blocks(self) -> list[Json]:
        kinds = [self._text, self._text, self._text, self._ask, self._choose, self._condition, self._set, self._set]
        kinds += [self._jump, self._return, self._link, self._test]
        weights = [3, 3, 3, 3, 4, 3, 2, 2, 1, 1, 1, 1]
        return [one() for one in self.chance.choices(kinds, weights, k=self.chance.randint(0, 6))]

    def _text(self) -> Json:
        name = self.chance.choice(NAMES)
        line = self.chance.choice(("Olá {{%s}}!", "Linha de {{%s}} com {%% e {", "{{%s}}", "Sem nada %.0s", "*{{%s}}*"))
        leaves = [{"type": "p", "children": [{"text": f"{line % name} {self._id('')}"}]}]
        return {"id": self._id("b"), "type": "text", "content": {"richText": leaves}, **self._maybe_edge(0.3)}

    def _ask(self) -> Json:
        options = {"variableId": self.chance.choice(["v0", "v1", "v3"])} if self.chance.random() < 0.8 else {}
        return {"id": self._id("b"), "type": "text input", "options": options, **self._maybe_edge(0.3)}

    def _choose(self) -> Json:
        labels = self.chance.sample(LABELS, self.chance.randint(1, 4))
        items = [{"id": self._id("i"), "content": label, **self._maybe_edge()} for label in labels]
        if self.chance.random() < 0.3:
            items[0]["value"] = self.chance.choice(("outro valor", "vale {{Pontos}}"))
        options = {"variableId": "v1"} if self.chance.random() < 0.5 else {}
        return {
            "id": self._id("b"),
            "type": "choice input",
            "options": options,
            "items": items,
            **self._maybe_edge(0.3),
        }

    def _condition(self) -> Json:
        items = []
        for _ in range(self.chance.randint(1, 3)):
            comparisons = [self._comparison() for _ in range(self.chance.randint(1, 2))]
            content = {"logicalOperator": self.chance.choice(("AND", "OR")), "comparisons": comparisons}
            items.append({"id": self._id("i"), "content": content, **self._maybe_edge(0.8)})
        return {"id": self._id("b"), "type": "Condition", "items": items, **self._maybe_edge(0.4)}

    def _comparison(self) -> Json:
        if self.chance.random() < 0.3:
            return {"variableId": "v2", "comparisonOperator": "Greater than", "value": str(self.chance.randint(0, 9))}
        operators = ("Equal to", "Not equal", "Contains", "Starts with", "Is set", "Is empty")
        return {
            "variableId": self.chance.choice(["v0", "v1", "v3"]),
            "comparisonOperator": self.chance.choice(operators),
            "value": self.chance.choice([*WORDS[:5], "Azul", "e"]),
        }

    def _set(self) -> Json:
        options: Json = {"variableId": self.chance.choice(["v0", "v1", "v3"])}
        match self.chance.randint(0, 4):
            case 0:
                options |= {"variableId": "v2", "expressionToEvaluate": f"{{{{Pontos}}}} {self.chance.choice('+-*')} 2"}
            case 1:
                options["type"] = "Empty"
            case 2:
                options["expressionToEvaluate"] = f"{{{{{self.chance.choice(NAMES[:2])}}}}}"
            case _:
                options["expressionToEvaluate"] = self.chance.choice(
                    ("Bom dia, {{nome}}!", "azul", "{{nome}} e {{nome}}")
                )
        return {"id": self._id("b"), "type": "Set variable", "options": options, **self._maybe_edge(0.15)}

    def _jump(self) -> Json:
        return {"id": self._id("b"), "type": "Jump", "options": {"groupId": self.chance.choice(self.groups)}}

    def _return(self) -> Json:
        return {"id": self._id("b"), "type": "Return"}

    def _link(self) -> Json:
        options = {"typebotId": "current", "groupId": self.chance.choice(self.groups)}
        return {"id": self._id("b"), "type": "Typebot link", "options": options, **self._maybe_edge(0.3)}

    def _test(self) -> Json:
        items = [{"id": self._id("i"), "path": "a", **self._maybe_edge(0.7)}, {"id": self._id("i"), "path": "b"}]
        return {
            "id": self._id("b"),
            "type": "AB test",
            "options": {"aPercent": 100},
            "items": items,
            **self._maybe_edge(0.3),
        }


def read(text: str) -> str:
    """What a person reads of a message: not the numbered choices below it, nor how many blanks there are."""
    return " ".join(text.partition("\n\n*1.* ")[0].split())


def compare(seed: int) -> bool:
    """Talk with both, always with an answer that is one; False where the original talks itself into a ring."""
    drawn = Drawn(seed)
    bot = drawn.bot()
    theirs, ours = Original(bot), Talk(read_definition(convert(bot).definition, TYPES, version=1), types=TYPES)
    said = "oi"
    for turn in range(8):
        try:
            expected = theirs.hears(said)
        except TooLong:
            return turn > 0
        ours.says(said)
        heard = [read(effect.message.text) for effect in ours.last.effects if isinstance(effect, Say)]
        assert [one for one in heard if one not in OURS] == list(map(read, expected)), (seed, turn, said)
        assert (ours.state == "ended") == (theirs.waiting is None), (seed, turn, said)
        if theirs.waiting is None:
            return True
        said = drawn.chance.choice(theirs.choices or [word for word in WORDS if word.strip("-")])
    return True


@pytest.mark.parametrize("part", range(4))
def test_it_says_what_the_original_says(part: int) -> None:
    talked = [compare(seed) for seed in range(part, BOTS, 4)]
    assert sum(talked) > len(talked) * 0.6


def test_the_original_is_told_apart_from_another() -> None:
    bot = Drawn(3).bot()
    for group in bot["groups"]:
        group["blocks"].insert(0, {"id": f"x{group['id']}", "type": "text", "content": {"richText": [
            {"type": "p", "children": [{"text": "Mais uma linha"}]}
        ]}})  # fmt: skip
    assert Original(bot).hears("oi") != Original(Drawn(3).bot()).hears("oi")
