"""How do the architecture tests see the source: as parsed files, from the repository or from an example in a test?"""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"


@dataclass(frozen=True)
class Source:
    """One Python file. `module` is its dotted name, `path` is relative to the repository."""

    path: str
    module: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return _parse(self.text)

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.module.split("."))

    @property
    def owner(self) -> str:
        """The module of the product this file belongs to, such as `conversations`; empty outside of one."""
        return self.parts[1] if len(self.parts) > 1 and self.parts[0] == "recado" else ""

    def imports(self) -> Iterator[tuple[int, str]]:
        """Line and full dotted name of everything imported; a name imported from a module counts as below it."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)

    def at(self, line: int, what: str) -> str:
        return f"{self.path}:{line}: {what}"


@cache
def _parse(text: str) -> ast.Module:
    return ast.parse(text)


@cache
def product() -> tuple[Source, ...]:
    """Every Python file of the product and the simulator."""
    return tuple(_read(path, SRC) for path in sorted(SRC.rglob("*.py")))


@cache
def of_tests() -> tuple[Source, ...]:
    return tuple(_read(path, ROOT) for path in sorted((ROOT / "tests").rglob("*.py")))


def listed(found: Iterable[object]) -> str:
    """One offence a line: compared with the empty string, a failing test shows them all."""
    return "\n".join(str(entry) for entry in found)


def example(text: str, module: str = "recado.conversations.service") -> Source:
    """A file that exists only in a test."""
    return Source(f"src/{module.replace('.', '/')}.py", module, text)


@cache
def committed() -> tuple[str, ...]:
    """Paths of all files that git knows or would take, those just written among them."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return tuple(path for path in sorted(set(listed.split("\0"))) if path and (ROOT / path).is_file())


def _read(path: Path, base: Path) -> Source:
    parts = path.relative_to(base).with_suffix("").parts
    module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Source(str(path.relative_to(ROOT)), module, path.read_text(encoding="utf-8"))
