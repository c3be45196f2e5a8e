"""What does the API offer, as a page to read?

Usage: api_reference.py [--check]

Writes docs/API.md from the description that the product serves at /api/v1/openapi.json. With `--check` it only says whether
the page is current; a test does the same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "API.md"
sys.path.insert(0, str(ROOT / "src"))

Json = Mapping[str, Any]
HEAD = """# API

Generated from the description served at `/api/v1/openapi.json` by `scripts/api_reference.py`; do not edit.

- JSON in UTF-8. Times are ISO 8601 with their offset, ids are UUIDs, durations are seconds.
- `Authorization: Bearer` with the access token of a session, or with an API key (`rcd_…`). Operations marked *public*
  need neither; what they ask for instead (a password, a cookie, an invitation, the monitor's token) stands in their text.
- A refusal is `application/problem+json` with `status`, `code` and `data`; the code is stable, the title is for machines. Another
  organization's things do not exist: 404.
- Lists are `{items, …}`; where there is more, the answer says how to go on.
- What `{ref}` names may be a conversation's id or a phone number in any form: that person's latest conversation.
- Webhooks are not described there: `POST` and `GET /webhooks/{channel}`, also `/webhook/whatsapp` and `/api/v1/whatsapp/webhook`.
- Live events: `GET /api/v1/live/org/{organization_id}`, server-sent, ids only.
"""


def main(arguments: list[str]) -> int:
    from recado.app.api import describe_api  # noqa: PLC0415 - loads the whole product
    from recado.organizations.permissions import OPERATIONS  # noqa: PLC0415

    page = render(describe_api().openapi(), OPERATIONS)
    if "--check" in arguments:
        current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == page
        print("docs/API.md is current" if current else "docs/API.md is out of date: run scripts/api_reference.py")
        return 0 if current else 1
    PAGE.write_text(page, encoding="utf-8")
    return 0


def render(document: Json, permissions: Mapping[str, str]) -> str:
    """Return the page: a table of contents, then each operation under its tag."""
    by_tag: dict[str, list[tuple[str, str, Json]]] = {}
    for path, methods in sorted(document["paths"].items()):
        for method, operation in methods.items():
            tag = (operation.get("tags") or ["other"])[0]
            by_tag.setdefault(tag, []).append((method.upper(), path, operation))
    lines = [HEAD]
    lines += [f"- [{tag}](#{tag.replace(' ', '-')}): {len(found)}" for tag, found in sorted(by_tag.items())]
    for tag, found in sorted(by_tag.items()):
        lines += ["", f"## {tag}", ""]
        for method, path, operation in found:
            lines += described(method, path, operation, permissions, document)
    return "\n".join(lines).rstrip() + "\n"


def described(method: str, path: str, operation: Json, permissions: Mapping[str, str], document: Json) -> Iterator[str]:
    """Yield the lines of one operation."""
    yield f"### `{method} {path}`"
    yield ""
    needed = permissions.get(operation["operationId"], "public")
    yield f"{sentence(operation)} *{operation['operationId']}*, {'public' if needed == 'public' else f'needs `{needed}`'}."
    yield ""
    rows = [
        f"| `{one['name']}` | {one['in']} | {type_of(one.get('schema', {}))}{'' if one.get('required') else ', optional'} |"
        for one in operation.get("parameters", [])
    ]
    body = operation.get("requestBody", {}).get("content", {})
    for kind, content in body.items():
        rows += [
            f"| `{name}` | {'body' if kind == 'application/json' else kind} | {shown} |"
            for name, shown in fields(content.get("schema", {}), document)
        ]
    if rows:
        yield from ["| name | in | what |", "| --- | --- | --- |", *rows, ""]
    for status, answer in sorted(operation["responses"].items()):
        if status.startswith("2"):
            yield f"Answers {status}{answer_of(answer, document)}."
            yield ""


def sentence(operation: Json) -> str:
    text = " ".join(str(operation.get("description") or operation.get("summary") or "").split())
    return text if text.endswith(".") else f"{text}."


def answer_of(answer: Json, document: Json) -> str:
    for kind, content in answer.get("content", {}).items():
        schema = content.get("schema", {})
        if kind != "application/json":
            return f" with `{kind}`"
        name = schema.get("$ref", "").rpartition("/")[2] or type_of(schema)
        inside = ", ".join(f"`{field}`" for field, _ in fields(schema, document))
        return f" with {name}" + (f": {inside}" if inside else "")
    return ""


def fields(schema: Json, document: Json) -> list[tuple[str, str]]:
    """Return name and shape of each field of an object; nothing for anything else."""
    seen = resolved(schema, document)
    required = set(seen.get("required", ()))
    return [
        (name, type_of(one) + ("" if name in required else ", optional"))
        for name, one in seen.get("properties", {}).items()
    ]


def resolved(schema: Json, document: Json) -> Json:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: Json = document["components"]["schemas"][name] if name else schema
    return found


def type_of(schema: Json) -> str:
    """Return the shape of a value in a few words."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    options = schema.get("anyOf") or schema.get("oneOf")
    if options:
        return " or ".join(dict.fromkeys(type_of(one) for one in options))
    if "enum" in schema:
        return ", ".join(f"`{one}`" for one in schema["enum"])
    if "const" in schema:
        return f"`{schema['const']}`"
    kind = str(schema.get("type", "any"))
    if kind == "array":
        return f"list of {type_of(schema.get('items', {}))}"
    if kind == "null":
        return "null"
    limits = [
        f"{word} {schema[key]}"
        for key, word in (("maxLength", "at most"), ("minimum", "from"), ("maximum", "to"))
        if key in schema
    ]
    return " ".join([schema.get("format") or kind, *limits])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
