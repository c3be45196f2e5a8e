"""How do the dashboard's files reach a browser?"""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Response
from starlette.responses import FileResponse, PlainTextResponse

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src blob:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)
_FOREVER = "public, max-age=31536000, immutable"
_MISSING = "O painel ainda não foi construído. Rode `make run`, que o constrói."


def serve_dashboard(app: FastAPI, folder: Path) -> None:
    """Serve the built dashboard: its files by name, its first page for every other address."""

    @app.get("/{path:path}", include_in_schema=False, operation_id="dashboard.page")
    async def page(path: str) -> Response:
        if path.startswith(("api/", "webhook")):
            return error_page(404)
        wanted = (folder / path).resolve()
        # Every page is the first page: under its own name, too, it goes out with its policy.
        named = path not in {"", "index.html"} and wanted.is_relative_to(folder.resolve())
        if named and wanted.is_file():
            fingerprinted = path.startswith("assets/")
            return FileResponse(wanted, headers={"cache-control": _FOREVER if fingerprinted else "no-cache"})
        if path.startswith("assets/"):
            # A tab that is older than this build must learn that its piece is gone, not be given a page as a script.
            return PlainTextResponse("not found", status_code=404, headers={"cache-control": "no-store"})
        index = folder / "index.html"
        if not index.is_file():
            return PlainTextResponse(_MISSING, status_code=503)
        return FileResponse(index, headers={"cache-control": "no-cache", "content-security-policy": _POLICY})


def error_page(status: int) -> Response:
    """Return the answer for an address of the API that does not exist."""
    from recado.app.error_responses import problem  # noqa: PLC0415 - only needed when it happens

    return problem(status, "not_found")
