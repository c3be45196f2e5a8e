"""What can stand in a flow, as a page to read?

Usage: node_reference.py [--check]

Writes docs/flows/nodes.md from the manifests of the installed node types and from docs/flows/examples, whose talks are run
on the engine: what the page says that a bot answers, it answered a moment ago. With `--check` it only says whether the page is
current; a test does the same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "flows" / "nodes.md"
EXAMPLES = ROOT / "docs" / "flows" / "examples"
sys.path.insert(0, str(ROOT / "src"))

Json = Mapping[str, Any]
HEAD = """# Nodes

Generated from the manifests by `scripts/node_reference.py`; do not edit. Labels stand in Portuguese, as on the screen; keys as in
a flow's text form. Every example is a flow as `recado flows` reads it and a talk that was run on the engine when this page was
written: `says` and `taps` are the person's, `expect` is what the bot answered.

Every node also has the exit `error`, taken where it fails; without it the flow ends and the conversation waits for a person.
"""


def main(arguments: list[str]) -> int:
    page = render()
    if "--check" in arguments:
        current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page
        print("docs/flows/nodes.md is current" if current else "out of date: run scripts/node_reference.py")
        return 0 if current else 1
    PAGE.write_text(page, encoding="utf-8")
    return 0


def render() -> str:
    """Return the page: a table of contents, then each kind of node with its exits, options and example."""
    from recado.app.installed import installed_nodes  # noqa: PLC0415 - loads the engine

    types = installed_nodes()
    lines = [HEAD]
    for key, kind in types.items():
        lines.append(f"- [`{key}`](#{key}): {kind.manifest.label}. {kind.manifest.description}")
    for key, kind in types.items():
        lines += ["", f"## {key}", "", f"**{kind.manifest.label}**. {kind.manifest.description}", ""]
        lines += _exits(kind.manifest)
        lines += _options(kind.manifest.to_json()["options"])
        lines += _example(key, types)
    return "\n".join(lines) + "\n"


def _exits(manifest: Any) -> Iterator[str]:
    exits = [f"`{one.key}` ({one.label}{', may lead nowhere' if one.optional else ''})" for one in manifest.exits]
    said = ", ".join(exits) or "none of its own"
    own = type(manifest).__dataclass_fields__["more_exits"].default
    yield f"Exits: {said}{'' if manifest.more_exits is own else ', and those its options add'}."


def _options(schema: Json) -> Iterator[str]:
    rows = list(_rows(schema, ""))
    if not rows:
        yield from ("", "It has no options.")
        return
    yield from ("", "| option | what it is | on the screen |", "| --- | --- | --- |")
    for name, what, label in rows:
        yield f"| `{name}` | {what} | {label} |"


def _rows(schema: Json, prefix: str) -> Iterator[tuple[str, str, str]]:
    for name in schema["order"]:
        one = schema["properties"][name]
        needed = ", required" if name in schema["required"] else ""
        help_ = f": {one['description']}" if one.get("description") else ""
        label = f"{one.get('title', '')}{help_}".replace("|", "\\|")
        yield f"{prefix}{name}", f"{_kind(one)}{needed}", label
        if "properties" in one:
            yield from _rows(one, f"{prefix}{name}.")
        elif "properties" in one.get("items", {}):
            yield from _rows(one["items"], f"{prefix}{name}[].")


def _kind(one: Json) -> str:
    if "enum" in one:
        return "one of " + ", ".join(f"`{word}`" for word in one["enum"])
    if one.get("type") == "array":
        words = one.get("items", {}).get("enum")
        held = "any of " + ", ".join(f"`{word}`" for word in words) if words else "list"
        return f"{held}, at most {one['maxItems']}" if "maxItems" in one and not words else held
    if one.get("type") in ("integer", "number") and "minimum" in one:
        low, high = one["minimum"], one["maximum"]
        return "number" if abs(high) >= 10**12 else f"{low} to {high}"
    if one.get("widget") == "template":
        return f"text with `{{{{ }}}}`, at most {one['maxLength']}"
    if one.get("type") == "string":
        return f"{_WIDGETS.get(one.get('widget', ''), 'text')}, at most {one['maxLength']}"
    return _WIDGETS.get(str(one.get("widget")), str(one.get("type", "value")))


_WIDGETS = {
    "variable": "name of a variable",
    "pattern": "RE2 pattern",
    "switch": "`true` or `false`",
    "condition": "condition",
    "value": "text with `{{ }}`, number, `true`, `false`, list, or `{variable: name}`",
    "group": "group",
}


def _example(key: str, types: Any) -> Iterator[str]:
    from recado.flows import testing, text  # noqa: PLC0415
    from recado.flows.engine.definition import FlowSet, read_definition  # noqa: PLC0415

    sources = [EXAMPLES / f"{key}.flow.yaml", *sorted(EXAMPLES.glob(f"{key}.*.flow.yaml"))]
    flows = [
        read_definition(text.read(path.read_text(encoding="utf-8")), types, version=1)
        for path in dict.fromkeys(sources)
    ]
    set_ = FlowSet.of(*flows, types=types)
    cases = testing.read_cases((EXAMPLES / f"{key}.talk.yaml").read_text(encoding="utf-8"))
    recorded = [testing.record(set_, case) for case in cases]
    for case, written in zip(cases, recorded, strict=True):
        if len([step for step in written.script if step.verb in _ACTS]) < len(case.script):
            raise SystemExit(f"the talk “{case.name}” of {key} stops before its end")
    for path in sources:
        yield from ("", "```yaml", path.read_text(encoding="utf-8").strip(), "```")
    yield from ("", "```yaml", testing.write_cases(recorded).strip(), "```")


_ACTS = frozenset({"says", "taps", "sends", "begins", "after", "at", "handed_back"})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
