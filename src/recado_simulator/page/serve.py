"""How does the phone page reach the browser, with nothing from anywhere else?"""

from __future__ import annotations

from importlib.resources import files

from aiohttp import web

from recado_simulator.graph_media import disposition
from recado_simulator.parts import PARTS

_CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; "
    "connect-src 'self'; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self' http://127.0.0.1:* http://localhost:*"
)
_HEADERS = {
    "Content-Security-Policy": _CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
# What a browser may show in place; anything else, HTML and SVG above all, is only ever downloaded.
_SHOWN = ("image/png", "image/jpeg", "image/webp", "image/gif", "audio/", "video/", "application/pdf")


def add_page(app: web.Application) -> None:
    app.router.add_get("/", page)
    app.router.add_get("/page/{name:[a-z_]+\\.(css|js|svg)}", asset)
    app.router.add_get("/control/media/{id:[0-9]+}", media)


async def page(request: web.Request) -> web.Response:
    return _file("index.html")


async def asset(request: web.Request) -> web.Response:
    return _file(request.match_info["name"])


async def media(request: web.Request) -> web.StreamResponse:
    """GET /control/media/{id}: a file as the phone keeps it, without a token."""
    world = request.app[PARTS].world
    found = world.media.described(request.match_info["id"])
    if found is None:
        raise web.HTTPNotFound
    inline = found.mime_type.lower().startswith(_SHOWN)
    headers = {
        **_HEADERS,
        "Content-Type": found.mime_type if inline else "application/octet-stream",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Content-Disposition": disposition(found.filename, inline=inline),
    }
    return web.FileResponse(world.media.path_of(found), headers=headers)


def _file(name: str) -> web.Response:
    source = files("recado_simulator.page").joinpath("static", name)
    if not source.is_file():
        raise web.HTTPNotFound
    kind = _TYPES["." + name.rpartition(".")[2]]
    return web.Response(body=source.read_bytes(), content_type=kind, charset="utf-8", headers=_HEADERS)
