"""How is the API served?"""

from __future__ import annotations

import sys

from granian import Granian
from granian.constants import Interfaces, Loops
from granian.http import HTTP1Settings

from recado.app.logging import AS_EVERYBODY, configure
from recado.foundation.settings import Settings, read_settings


def serve(settings: Settings, port: int) -> None:
    """Serve until SIGTERM or SIGINT. A process of the server that dies is started again after 0.1 s."""
    configure(settings)
    Granian(
        "recado.app.web:application",
        address=settings.host,
        port=port,
        interface=Interfaces.ASGI,
        workers=settings.api_workers,
        loop=Loops.uvloop,
        factory=True,
        backlog=1024,
        respawn_failed_workers=True,
        respawn_interval=0.1,
        # Milliseconds for a client to send its headers: one that sends a byte a minute must not hold a connection.
        http1_settings=HTTP1Settings(header_read_timeout=10_000),
        log_enabled=True,
        # Its lines go the way of all others; requests are logged by `access_log`, which names no path.
        log_dictconfig=AS_EVERYBODY,
        log_access=False,
        websockets=False,
        workers_kill_timeout=10,
    ).serve()


def main(arguments: list[str]) -> None:
    """Serve with the settings of the environment: what `make run` starts, without the command line's own weight."""
    settings = read_settings()
    serve(settings, int(arguments[arguments.index("--port") + 1]) if "--port" in arguments else settings.port)


if __name__ == "__main__":
    main(sys.argv[1:])
