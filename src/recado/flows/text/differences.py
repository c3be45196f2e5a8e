"""What changed between two versions of a flow, in sentences that its author understands?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from recado.flows.engine.fields import describe
from recado.flows.engine.node_type import NodeTypes
from recado.flows.text.changed_options import changed_options, same
from recado.flows.text.order import exits_of, node_order
from recado.flows.text.words import excerpts, exit_label, node_name, node_noun, the_node, value_in_words

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """One change. `kind` is a word for an icon: flow, variable, added, removed, renamed, changed, exit, layout; `node` the
    node's id in the newer version (in the older one where it is gone), empty for the flow as a whole."""

    kind: str
    node: str
    sentence: str


def differences(
    old: Json, new: Json, types: NodeTypes | None = None, names: Mapping[str, str] | None = None
) -> tuple[Difference, ...]:
    """Everything that differs between two definitions, in the order in which the flow is read; none where they mean the
    same. With `types`, options are called as on their forms; `names` says what flows are called, by their ids."""
    found = _differences(old, new, types)
    return tuple(replace(one, sentence=_named(one.sentence, names)) for one in found) if names else found


def _named(sentence: str, names: Mapping[str, str]) -> str:
    for id_, name in names.items():
        sentence = sentence.replace(f"“{id_}”", f"“{name}”")
    return sentence


def _differences(old: Json, new: Json, types: NodeTypes | None) -> tuple[Difference, ...]:
    nodes_before, nodes_after = _nodes(old), _nodes(new)
    renamed = _renamed(nodes_before, nodes_after)
    moved = {before: after for after, before in renamed.items()}
    found = (
        *_of_flow(old, new, moved),
        *_of_variables(_mapping(old.get("variables")), _mapping(new.get("variables"))),
        *_gone(old, nodes_before, nodes_after, moved),
        *_of_nodes(new, nodes_before, nodes_after, renamed, types or {}),
        *_of_layout(nodes_before, nodes_after),
    )
    if found or same(_meaning(old), _meaning(new)):
        return found
    # What no form shows, such as a key that nobody knows: a change must never pass in silence.
    return (Difference("flow", "", "O fluxo mudou em detalhes que não aparecem no quadro."),)


def _meaning(definition: Json) -> Any:
    """The definition without what stands for nothing."""
    nodes = _mapping(definition.get("nodes"))
    bare = {
        key: {name: part for name, part in node.items() if part not in ({}, "")} if isinstance(node, Mapping) else node
        for key, node in nodes.items()
    }
    kept = {key: part for key, part in definition.items() if part not in ({}, "")}
    return {"language": "pt_BR", **kept, "nodes": bare or definition.get("nodes")}


def _mapping(value: Any) -> Json:
    return value if isinstance(value, Mapping) else {}


def _nodes(definition: Json) -> dict[str, Json]:
    return {key: node for key, node in _mapping(definition.get("nodes")).items() if isinstance(node, Mapping)}


def _renamed(before: Mapping[str, Json], after: Mapping[str, Json]) -> dict[str, str]:
    """New id to old id, where one node went and one came that differ in nothing else."""
    gone = {key: _substance(node) for key, node in before.items() if key not in after}
    came = {key: _substance(node) for key, node in after.items() if key not in before}
    alone = [{body for body, times in Counter(part.values()).items() if times == 1} for part in (gone, came)]
    by_body = {body: key for key, body in gone.items() if body in alone[0]}
    return {key: by_body[body] for key, body in came.items() if body in alone[1] and body in by_body}


def _substance(node: Json) -> str:
    """What makes a node the same under another id."""
    return repr((node.get("type"), node.get("label"), node.get("options")))


def _of_flow(old: Json, new: Json, moved: Mapping[str, str]) -> Iterator[Difference]:
    if old.get("name") != new.get("name"):
        yield Difference(
            "flow", "", f"O fluxo agora se chama “{new.get('name', '')}” (antes: “{old.get('name', '')}”)."
        )
    if old.get("language", "pt_BR") != new.get("language", "pt_BR"):
        yield Difference("flow", "", f"O idioma do fluxo agora é {new.get('language')} (antes: {old.get('language')}).")
    entry, begins = old.get("entry"), new.get("entry")
    if moved.get(str(entry), entry) != begins:
        was, now = (
            node_name(str(entry), _nodes(old).get(str(entry))),
            node_name(str(begins), _nodes(new).get(str(begins))),
        )
        yield Difference("flow", str(begins or ""), f"O fluxo agora começa em “{now}” (antes: “{was}”).")


def _of_variables(old: Json, new: Json) -> Iterator[Difference]:
    for name in sorted({*old, *new}):
        before, after = _mapping(old.get(name)), _mapping(new.get(name))
        if name not in old:
            default = (
                f", que começa com {value_in_words(after['default'], {})}" if after.get("default") is not None else ""
            )
            yield Difference("variable", "", f"Nova variável “{name}”{default}.")
        elif name not in new:
            yield Difference("variable", "", f"A variável “{name}” não é mais declarada.")
        elif not same(before.get("default"), after.get("default")):
            was, now = value_in_words(before.get("default"), {}), value_in_words(after.get("default"), {})
            yield Difference("variable", "", f"A variável “{name}” agora começa com {now} (antes: {was}).")
        elif before.get("label") != after.get("label"):
            yield Difference("variable", "", f"A variável “{name}” agora se descreve como “{after.get('label', '')}”.")


def _gone(old: Json, before: Json, after: Json, moved: Mapping[str, str]) -> Iterator[Difference]:
    for key in node_order(old.get("entry"), before):
        if key not in after and key not in moved:
            yield Difference("removed", key, f"{the_node(key, before[key])} saiu do fluxo.")


def _of_nodes(
    new: Json, before: Mapping[str, Json], after: Mapping[str, Json], renamed: Mapping[str, str], types: NodeTypes
) -> Iterator[Difference]:
    moved = {was: now for now, was in renamed.items()}
    for key in node_order(new.get("entry"), after):
        was = renamed.get(key, key)
        if was not in before:
            yield Difference("added", key, _new(key, after[key], after))
            continue
        if was != key:
            yield Difference("renamed", key, f"O bloco “{was}” agora se chama “{key}”.")
        yield from _of_node(key, before[was], after[key], types)
        yield from _of_exits(key, before[was], after[key], moved, {**before, **after})


def _new(key: str, node: Json, nodes: Mapping[str, Json]) -> str:
    article, noun = node_noun(node)
    text = _mapping(node.get("options")).get("text")
    said = f": “{excerpts(text, '')[0]}”" if isinstance(text, str) and text.strip() else ""
    leads = [target for target in exits_of(node).values() if isinstance(target, str)]
    onward = f", que leva a “{node_name(leads[0], nodes.get(leads[0]))}”" if len(leads) == 1 and not said else ""
    return f"Nov{article} {noun} “{node_name(key, node)}”{said}{onward}."


def _of_node(key: str, old: Json, new: Json, types: NodeTypes) -> Iterator[Difference]:
    if str(old.get("type")).lower() != str(new.get("type")).lower():
        was, now = (f"um{article.removeprefix('o')} {noun}" for article, noun in map(node_noun, (old, new)))
        yield Difference("changed", key, f"O bloco “{node_name(key, new)}” agora é {now} (antes: {was}).")
        return
    if old.get("label", "") != new.get("label", ""):
        yield Difference(
            "changed",
            key,
            f"O bloco “{key}” agora tem o nome “{node_name(key, new)}” (antes: “{node_name(key, old)}”).",
        )
    kind = types.get(str(new.get("type")).lower())
    schema = describe(kind.manifest.options) if kind else {}
    for sentence in changed_options(key, old, new, schema):
        yield Difference("changed", key, sentence)


def _of_exits(
    key: str, old: Json, new: Json, moved: Mapping[str, str], nodes: Mapping[str, Json]
) -> Iterator[Difference]:
    """Sentences about where the exits lead; that the node at their end has another id is no change of theirs."""
    before = {exit: moved.get(str(target), target) for exit, target in exits_of(old).items()}
    after = exits_of(new)
    for exit in dict.fromkeys((*after, *before)):
        was, now = before.get(exit), after.get(exit)
        if was == now:
            continue
        who = f"A saída “{exit_label(new if exit in after else old, exit)}” de “{node_name(key, new)}”"
        if exit == "next" and {*before, *after} == {"next"}:
            who = the_node(key, new)
        to, once = (f"“{node_name(str(end), nodes.get(str(end)))}”" for end in (now, was))
        if now is None:
            yield Difference("exit", key, f"{who} não leva mais a lugar nenhum (antes: {once}).")
        elif was is None:
            yield Difference("exit", key, f"{who} agora leva a {to} (antes: a lugar nenhum).")
        else:
            yield Difference("exit", key, f"{who} agora leva a {to} (antes: {once}).")


def _of_layout(before: Mapping[str, Json], after: Mapping[str, Json]) -> Iterator[Difference]:
    count = sum(1 for key, node in after.items() if key in before and node.get("layout") != before[key].get("layout"))
    if count == 1:
        yield Difference("layout", "", "Um bloco mudou de lugar no quadro.")
    elif count:
        yield Difference("layout", "", f"{count} blocos mudaram de lugar no quadro.")
