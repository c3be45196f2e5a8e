"""Where in a definition are we while it is read, and what was wrong so far?"""

from __future__ import annotations

from recado.flows.engine.problems import Code, Datum, Problem, error


class Reading:
    """The problems found so far while a definition is read, and the place that is being read."""

    __slots__ = ("_node", "_path", "problems")

    def __init__(self, problems: list[Problem], path: str = "", node: str = "") -> None:
        self.problems, self._path, self._node = problems, path, node

    def into(self, step: str | int, *, node: str = "") -> Reading:
        """The same reading, one key or place deeper."""
        return Reading(self.problems, f"{self._path}.{step}" if self._path else str(step), node or self._node)

    def wrong(self, code: Code, **data: Datum) -> None:
        """Note a problem here."""
        self.problems.append(error(code, node=self._node, path=self._path, **data))
