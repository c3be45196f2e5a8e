"""A provider on loopback that takes templates, for requests that succeed only where somebody answers."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

from aiohttp import web


@contextlib.asynccontextmanager
async def graph() -> AsyncIterator[str]:
    """Serve a Graph API that says yes to whatever is asked about templates; yields its address."""

    async def answer(request: web.Request) -> web.Response:
        await request.read()
        if request.path.endswith("/uploads"):
            return web.json_response({"id": "upload:1"})
        told = {"id": "1", "status": "PENDING", "success": True, "h": "4::1", "data": {"app_id": "2"}}
        return web.json_response(told)

    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/v25.0"
    finally:
        await runner.cleanup()
