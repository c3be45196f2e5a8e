"""Does a part of ours answer on its port yet?"""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

PATIENCE_S = 2.0
PAUSE_S = 0.05
OK = 200
REFUSALS = 300


async def answers(host: str, port: int, path: str, *, within_s: float) -> bool:
    """Ask until the answer is 200; whether that came in time."""
    deadline = time.monotonic() + within_s
    while time.monotonic() < deadline:
        if await _status("GET", host, port, path, b"") == OK:
            return True
        await asyncio.sleep(PAUSE_S)
    return False


async def post(host: str, port: int, path: str, body: dict[str, Any]) -> bool:
    """Send JSON once; whether it was accepted."""
    return OK <= await _status("POST", host, port, path, json.dumps(body).encode()) < REFUSALS


async def _status(method: str, host: str, port: int, path: str, body: bytes) -> int:
    """The status of one HTTP/1.1 exchange, 0 if there was none."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            reader, writer = await asyncio.open_connection(host, port)
            try:
                head = f"{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n"
                head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
                writer.write(head.encode() + body)
                return int((await reader.readline()).split()[1])
            finally:
                writer.close()
    except (OSError, TimeoutError, ValueError, IndexError):
        return 0
