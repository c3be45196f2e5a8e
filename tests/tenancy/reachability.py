"""Which functions of the product can a process of a role come to, as far as names in the source tell?

Every name in a function, its decorators' and defaults' too, that is a function, a class or a constant of the product is a step;
whoever names a class comes to all its methods. That errs on the side of too many, which asks for more rights, never for fewer.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tests.architecture.sources import Source

Node = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(slots=True)
class Module:
    """What a module defines and what its names mean."""

    name: str
    imports: dict[str, str] = field(default_factory=dict)
    """Local name to the dotted name that it stands for."""
    defined: dict[str, ast.AST] = field(default_factory=dict)


class Graph:
    """Steps between the definitions of all modules, by dotted name."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._modules = {source.module: _module(source) for source in sources}

    def definitions(self, module: str) -> Iterator[str]:
        """Return the dotted names of what a module and everything below it defines."""
        for name, found in self._modules.items():
            if name == module or name.startswith(module + "."):
                yield from (f"{name}.{one}" for one in found.defined)

    def reached(self, starts: Iterable[str]) -> set[str]:
        """Return everything that can be come to."""
        waiting, seen = list(starts), set[str]()
        while waiting:
            if (name := waiting.pop()) not in seen:
                seen.add(name)
                waiting.extend(self._steps(name))
        return seen

    def _steps(self, dotted: str) -> Iterator[str]:
        module_name, _, name = dotted.rpartition(".")
        module = self._modules.get(module_name)
        if module is None or name not in module.defined:
            return
        for node in ast.walk(module.defined[name]):
            if (path := _path(node)) and (target := self._resolve(module, path)):
                yield target

    def _resolve(self, module: Module, path: str) -> str | None:
        first, _, rest = path.partition(".")
        if first in module.defined and not rest:
            return f"{module.name}.{first}"
        if first not in module.imports:
            return f"{module.name}.{first}" if first in module.defined else None
        return self._follow(".".join(filter(None, (module.imports[first], rest))))

    def _follow(self, dotted: str) -> str | None:
        """Find where a dotted name is defined, through modules that only pass it on."""
        parts = dotted.split(".")
        for length in range(len(parts), 0, -1):
            module = self._modules.get(".".join(parts[:length]))
            if module is None:
                continue
            if length == len(parts):
                return None
            name = parts[length]
            if name in module.defined:
                return f"{module.name}.{name}"
            passed_on = module.imports.get(name)
            return self._follow(".".join([passed_on, *parts[length + 1 :]])) if passed_on else None
        return None


def _module(source: Source) -> Module:
    found = Module(source.module)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.imports |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
        elif isinstance(node, ast.Import):
            found.imports |= {
                one.asname or one.name.partition(".")[0]: (one.asname and one.name) or one.name.partition(".")[0]
                for one in node.names
            }
    for node in source.tree.body:
        if isinstance(node, Node):
            found.defined[node.name] = node
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found.defined |= {target.id: node for target in targets if isinstance(target, ast.Name)}
    return found


def _path(node: ast.AST) -> str | None:
    """Return `a.b.c` of a name or of attributes of one."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and (inner := _path(node.value)):
        return f"{inner}.{node.attr}"
    return None


def by_role(graph: Graph, entrances: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """Return, for each role, every definition that a process of it can come to."""
    return {
        role: graph.reached(name for module in modules for name in graph.definitions(module))
        for role, modules in entrances.items()
    }
