"""What does the file `.env` add to the environment?"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

_LINE = re.compile(r"^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*?)\s*$")


def with_dotenv(environment: Mapping[str, str], path: Path) -> dict[str, str]:
    """The environment with the file's settings under it: what is set outside wins. A missing file adds nothing."""
    return (parse(path.read_text(encoding="utf-8")) if path.is_file() else {}) | dict(environment)


def parse(text: str) -> dict[str, str]:
    """`KEY=value` a line; quotes around a value are taken off, ` # …` after an unquoted one is a remark."""
    found = {}
    for line in text.splitlines():
        matched = _LINE.match(line)
        if matched and not line.lstrip().startswith("#"):
            found[matched[1]] = _value(matched[2])
    return found


def _value(text: str) -> str:
    if text[:1] in {'"', "'"} and text.find(text[0], 1) > 0:
        return text[1 : text.find(text[0], 1)]
    return re.split(r"(?:^|\s)#", text, maxsplit=1)[0].strip()


def here() -> dict[str, str]:
    """The environment of this process with the file `.env` of its folder under it."""
    return with_dotenv(os.environ, Path(".env"))
