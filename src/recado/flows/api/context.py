"""What do the routes of flows share?"""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from recado.flows.library import FlowLibrary


def library_of(request: Request) -> FlowLibrary:
    """Return the flow versions that this process holds ready, with the node types that are installed."""
    library: FlowLibrary = request.app.state.library
    return library


LibraryOf = Annotated[FlowLibrary, Depends(library_of)]
