"""Can somebody in the middle of a flow go on in another version of it?"""

from __future__ import annotations

from dataclasses import replace

from msgspec import structs

from recado.flows.engine.definition import Flow
from recado.flows.engine.session import Frame, Session


def can_stand(old_type: str, node: str, to: Flow) -> bool:
    """Is there a node of that id and kind in the other version? Its options may be others."""
    found = to.nodes.get(node)
    return found is not None and (not old_type or found.type == old_type)


def moved(session: Session, to: Flow, old: Flow | None) -> Session | None:
    """Return the session at the same node of version `to` of its flow; None where that has no such node.

    `old` is the version it stands at, None where it is gone. What waits goes on waiting; variables that only the new version
    declares get their defaults. Where the flow has called itself, its frames go along as far as their nodes do.
    """
    if session.flow != to.id or not can_stand(_type(old, session.node), session.node, to):
        return None
    defaults = {name: one.default for name, one in to.variables.items() if name not in session.variables}
    return structs.replace(
        session, version=to.version, variables={**session.variables, **defaults},
        stack=tuple(_frame(frame, to, old) for frame in session.stack),
    )  # fmt: skip


def _frame(frame: Frame, to: Flow, old: Flow | None) -> Frame:
    fits = frame.flow == to.id and can_stand(_type(old, frame.node), frame.node, to)
    return replace(frame, version=to.version) if fits else frame


def _type(flow: Flow | None, node: str) -> str:
    found = flow.nodes.get(node) if flow else None
    return found.type if found else ""
