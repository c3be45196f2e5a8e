"""How is one field of a Graph request read, and what does the refusal say?"""

from __future__ import annotations

from collections.abc import Iterable

from recado_simulator.graph_errors import GraphError, invalid, missing
from recado_simulator.shapes import Json


def length_of(text: str) -> int:
    """Characters as the provider counts them: UTF-16 units, so most emoji count as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def need_object(parent: Json, key: str, *, where: str = "") -> Json:
    value = parent.get(key)
    if value is None:
        raise missing(_path(where, key))
    if not isinstance(value, dict):
        raise invalid(_path(where, key), "must be an object")
    return value


def need_list(parent: Json, key: str, *, where: str, least: int, most: int) -> list[Json]:
    value = parent.get(key)
    if value is None:
        raise missing(_path(where, key))
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise invalid(_path(where, key), "must be an array of objects")
    if not least <= len(value) <= most:
        raise invalid(_path(where, key), f"must have between {least} and {most} elements, it has {len(value)}")
    return value


def need_text(parent: Json, key: str, *, where: str, most: int) -> str:
    value = parent.get(key)
    if value is None:
        raise missing(_path(where, key))
    return check_text(value, _path(where, key), most=most)


def may_text(parent: Json, key: str, *, where: str, most: int) -> str | None:
    value = parent.get(key)
    return None if value is None else check_text(value, _path(where, key), most=most, least=0)


def check_text(value: object, path: str, *, most: int, least: int = 1) -> str:
    if not isinstance(value, str):
        raise invalid(path, "must be a string")
    size = length_of(value)
    if size < least or (least and not value.strip()):
        raise invalid(path, "must not be empty")
    if size > most:
        raise invalid(path, f"must be at most {most} characters long, it has {size}")
    return value


def check_unique(values: Iterable[str], path: str) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise invalid(path, f"must be unique, {value!r} occurs twice")
        seen.add(value)


def check_keys(value: Json, allowed: set[str], path: str) -> None:
    """Meta refuses keys it does not know with code 100, which finds typing errors early."""
    unknown = sorted(set(value) - allowed)
    if unknown:
        where = f" on param '{path}'" if path else ""
        raise GraphError(100, f"Unexpected key '{unknown[0]}'{where}.")


def check_url(value: object, path: str) -> str:
    text = check_text(value, path, most=2000)
    if not text.startswith(("http://", "https://")) or any(mark in text for mark in (" ", "\n")):
        raise invalid(path, "is not a valid URI")
    return text


def _path(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key
