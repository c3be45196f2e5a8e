"""How are several choices taken in one answer, and choices offered that only the conversation knows?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from recado.flows.engine.limits import MAX_TEXT_OPTION
from recado.flows.imports.typebot.asking import Question, ask
from recado.flows.imports.typebot.export import Block
from recado.flows.imports.typebot.work import NEXT, Link, Work

MOST_DYNAMIC = 20
"""Two screens of a chat; a longer list is not chosen from."""
_HOW = "_Pode escolher mais de uma: mande os números ou os nomes, separados por vírgula._"
_AGAIN = "Não encontrei essas opções. Pode mandar os números ou os nomes, separados por vírgula?"
_NUMBERS = '{% assign _n = _d | replace: ",", " " | replace: ";", " " | replace: ".", " " | replace: " e ", " " | split: " " %}'
_ALL = '_n contains "todas" or _n contains "todos"'
_RESULT = "{{ _r | slice: 2, 9999 }}"


def ask_several(
    work: Work, block: Block, onward: Link, offers: Sequence[tuple[str, str]], before: Sequence[Any]
) -> Link:
    """Choices (title, what is stored) of which more than one may be taken; what is stored keeps their order."""
    work.tell(block, "several_choices")
    titles = [work.text(block, title) for title, _ in offers]
    values = [work.text(block, value) for _, value in offers]
    listed = "\n".join(f"*{number}.* {title}" for number, title in enumerate(titles, 1))
    variable = _kept_in(work, block)
    question = Question({"kind": "text", "variable": variable}, "Quais destas opções?", f"\n{listed}\n\n{_HOW}")
    return _ask_and_match(work, block, onward, question, _matched(variable, titles, values), before)


def ask_dynamic(
    work: Work, block: Block, onward: Link, *, titles: object, descriptions: object = None, pictures: bool = False
) -> Link:
    """Choices out of a variable's list, read when the question is asked."""
    titled = work.variable(block, titles)
    if not titled:
        work.tell(block, "no_choices")
        return ask(work, block, Question({}, "Pode escrever sua resposta. 🙂"), onward)
    work.tell(block, "dynamic_choices", name=work.names.label(titled), limit=MOST_DYNAMIC)
    if pictures:
        work.tell(block, "pictures_left", names=work.names.label(titled))
    if block.options.get("isMultipleChoice") is True:
        work.tell(block, "several_choices")
        listed = f"{{% for _i in _l %}}\n*{{{{ forloop.index }}}}.* {{{{ _i }}}}{{% endfor %}}\n\n{_HOW}"
        items, variable = listing(work, titled), _kept_in(work, block)
        # The answer must not take the place of the list that it is looked up in.
        variable = work.names.fresh("resposta", label="Resposta") if variable == titled else variable
        question = Question({"kind": "text", "variable": variable}, "Quais destas opções?", items + listed)
        return _ask_and_match(work, block, onward, question, _matched_in_list(items, variable), ())
    described = work.names.of(descriptions)
    choices = [_nth(work, place, titled, described) for place in range(MOST_DYNAMIC)]
    return ask(work, block, Question({"kind": "choice", "choices": choices}, "Escolha uma opção:"), onward)


def listing(work: Work, variable: str) -> str:
    """Makes `_l` the items of a variable: of a list, of a text that stands for one, or the one value that it holds."""
    parts = ' | split: ", "' if variable in work.appended else ""
    return f"{{% assign _l = {variable}{parts} | uniq %}}"


def _nth(work: Work, place: int, titles: str, descriptions: str) -> dict[str, Any]:
    """The choice at a place of the list; without an item there its title is empty, and it is not offered."""
    item = f"{{% if _l.size > {place} %}}{{{{ _l[{place}] | truncate: 150 }}}}{{% endif %}}"
    choice = {"id": f"item_{place + 1}", "title": listing(work, titles) + item}
    if descriptions:
        choice["description"] = (
            f"{{% if {descriptions}.size > {place} %}}{{{{ {descriptions}[{place}] }}}}{{% endif %}}"
        )
    return choice


def _ask_and_match(
    work: Work, block: Block, onward: Link, question: Question, matched: str, before: Sequence[Any]
) -> Link:
    """The question; then which choices the words name; where they name none, it is asked again."""
    if len(matched) > MAX_TEXT_OPTION:
        return ask(work, block, question, onward, before)
    group, variable = block.at.group, work.names.of(block.options.get("variableId")) or question.options["variable"]
    entry = ask(work, block, question, onward, before)
    id = next(reversed(work.nodes))
    read = work.assign(group, {variable: matched}, onward)
    nothing = {
        "id": "nenhuma",
        "label": "Nenhuma entendida",
        "when": {"left": {"variable": variable}, "op": "is_empty"},
    }
    check = work.add(group, "condition", {"branches": [nothing]}, {"else": onward})
    again = work.add(group, "message", {"text": _AGAIN}, {NEXT: id})
    work.nodes[id].exits[NEXT], work.nodes[read].exits[NEXT], work.nodes[check].exits["nenhuma"] = read, check, again
    return entry


def _kept_in(work: Work, block: Block) -> str:
    """The variable of the answer; the choices have to be kept somewhere to be understood."""
    return work.names.of(block.options.get("variableId")) or work.names.fresh("escolhas", label="Escolhas")


def _matched(variable: str, titles: Sequence[str], values: Sequence[str]) -> str:
    """A template that gives the values of the choices named: longer titles first, so that none is found inside another."""
    found: list[str] = [f"{{% assign _d = {variable} | fold %}}"]
    for place in sorted(range(len(titles)), key=lambda place: -len(titles[place])):
        found.append(
            f"{{% capture _t %}}{titles[place]}{{% endcapture %}}{{% assign _t = _t | fold %}}"
            f'{{% if _t != "" and _d contains _t %}}{{% assign _o{place} = true %}}'
            f'{{% assign _d = _d | replace: _t, " " %}}{{% endif %}}'
        )
    chosen = "".join(
        f'{{% if _o{place} or _n contains "{place + 1}" or {_ALL} %}}, {value}{{% endif %}}'
        for place, value in enumerate(values)
    )
    return f"{''.join(found)}{_NUMBERS}{{% capture _r %}}{chosen}{{% endcapture %}}{_RESULT}"


def _matched_in_list(items: str, variable: str) -> str:
    """The same for the items of `_l`."""
    return (
        f"{items}{{% assign _d = {variable} | fold %}}{_NUMBERS}{{% capture _r %}}{{% for _i in _l %}}"
        '{% assign _t = _i | fold %}{% assign _k = forloop.index | append: "" %}'
        f'{{% if _t != "" and _d contains _t or _n contains _k or {_ALL} %}}, {{{{ _i }}}}{{% endif %}}'
        f"{{% endfor %}}{{% endcapture %}}{_RESULT}"
    )
