"""In words, what changed among the options of a node?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from recado.flows.text.words import (
    condition_in_words,
    excerpts,
    item_name,
    item_noun,
    option_label,
    the_node,
    value_in_words,
)

_KEYS = ("id", "variable", "name")
_SAYS = {
    "message": "agora diz",
    "question": "agora pergunta",
    "end": "agora se despede com",
    "hand_to_human": "agora diz",
}
_ABSENT = object()
_NOTHING: Mapping[str, Any] = {}


def changed_options(
    key: str, old: Mapping[str, Any], new: Mapping[str, Any], schema: Mapping[str, Any]
) -> Iterator[str]:
    """Sentences about two states of one node of one kind; `schema` is that of its options, empty if unknown."""
    before, after = _options(old), _options(new)
    for name in dict.fromkeys((*after, *before)):
        one, other = before.get(name, _ABSENT), after.get(name, _ABSENT)
        if same(one, other):
            continue
        if name == "text" and isinstance(one, str) and isinstance(other, str) and other:
            was, now = excerpts(one, other)
            says = _SAYS.get(str(new.get("type")), "agora diz")
            yield f"{the_node(key, new)} {says} “{now}” (antes: {f'“{was}”' if was else 'nada'})."
        else:
            yield from _changed(name, one, other, the_node(key, new), _property(schema, name))


def same(one: Any, other: Any) -> bool:
    """Equal as JSON: 1 is 1.0, but not true."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(part, other[key]) for key, part in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def _options(node: Mapping[str, Any]) -> Mapping[str, Any]:
    options = node.get("options")
    return options if isinstance(options, Mapping) else {}


def _property(schema: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    properties = schema.get("properties")
    found = properties.get(name) if isinstance(properties, Mapping) else None
    return found if isinstance(found, Mapping) else _NOTHING


def _changed(name: str, old: Any, new: Any, place: str, schema: Mapping[str, Any]) -> Iterator[str]:
    """Sentences about one option, in a place such as `A mensagem “saudacao”`."""
    lists = [part for part in (old, new) if part is not _ABSENT]
    if all(isinstance(part, list) for part in lists) and any(
        isinstance(item, Mapping) for part in lists for item in part
    ):
        yield from _changed_items(name, _list(old), _list(new), _belonging(place), schema)
        return
    groups = [part for part in (old, new) if isinstance(part, Mapping)]
    if len(groups) == len((old, new)) and not any(map(condition_in_words, groups)):
        for key in dict.fromkeys((*new, *old)):
            one, other = old.get(key, _ABSENT), new.get(key, _ABSENT)
            if not same(one, other):
                yield from _changed(key, one, other, place, _property(schema, key))
        return
    yield _plain(option_label(name, schema), old, new, place, schema)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _belonging(place: str) -> str:
    """`A mensagem “x”` as a place in which something is: `da mensagem “x”`."""
    article, rest = place.split(" ", 1)
    return f"d{article.lower()} {rest}"


def _plain(label: str, old: Any, new: Any, place: str, schema: Mapping[str, Any]) -> str:
    article, rest = place.split(" ", 1)
    inside = f"N{article.lower()} {rest}"
    if new is _ABSENT:
        return f"{inside}, “{label}” voltou ao padrão (antes: {value_in_words(old, schema)})."
    if isinstance(old, str) and isinstance(new, str) and "enum" not in schema:
        old, new = excerpts(old, new)
    was = "o padrão" if old is _ABSENT else value_in_words(old, schema)
    return f"{inside}, “{label}” agora é {value_in_words(new, schema)} (antes: {was})."


def _changed_items(name: str, old: list[Any], new: list[Any], belongs: str, schema: Mapping[str, Any]) -> Iterator[str]:
    """Sentences about a list: what is new, what is gone, what changed, and whether the order did."""
    article, one, several = item_noun(name)
    before, after = _by_key(old, new)
    of_items = schema.get("items")
    inner = of_items if isinstance(of_items, Mapping) else _NOTHING
    for key, (at, item) in before.items():
        if key not in after:
            yield f"{article.upper()} {one} “{item_name(item, at)}” saiu {belongs}."
    for key, (at, item) in after.items():
        if key not in before:
            yield f"Nov{article} {one} “{item_name(item, at)}” {_into(belongs)}."
        elif not same(item, before[key][1]):
            yield from _changed_item(
                before[key][1], item, f"{article.upper()} {one} “{item_name(item, at)}” {belongs}", inner
            )
    kept = [key for key in after if key in before]
    if kept != [key for key in before if key in after]:
        names = ", ".join(f"“{item_name(item, at)}”" for at, item in after.values())
        all_of = f"{'As' if article == 'a' else 'Os'} {several}"
        yield f"{all_of} {belongs} mudaram de ordem: {names}."


def _into(belongs: str) -> str:
    return f"n{belongs[1:]}"


def _changed_item(old: Any, new: Any, place: str, schema: Mapping[str, Any]) -> Iterator[str]:
    if not isinstance(old, Mapping) or not isinstance(new, Mapping):
        yield f"{place} agora é {value_in_words(new, {})} (antes: {value_in_words(old, {})})."
        return
    for key in dict.fromkeys((*new, *old)):
        one, other = old.get(key, _ABSENT), new.get(key, _ABSENT)
        if not same(one, other):
            yield from _changed(key, one, other, place, _property(schema, key))


def _by_key(old: list[Any], new: list[Any]) -> tuple[dict[Any, tuple[int, Any]], dict[Any, tuple[int, Any]]]:
    """Both lists by what names their items, or by place where nothing does."""
    for key in _KEYS:
        names = [[item.get(key) if isinstance(item, Mapping) else None for item in part] for part in (old, new)]
        if all(isinstance(name, str) for part in names for name in part) and all(len(set(p)) == len(p) for p in names):
            break
    else:
        names = [list(range(len(part))) for part in (old, new)]
    first, second = (
        {name: (at, item) for at, (name, item) in enumerate(zip(part_names, part, strict=True))}
        for part_names, part in zip(names, (old, new), strict=True)
    )
    return first, second
