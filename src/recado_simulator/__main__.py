"""`python -m recado_simulator`: start the simulator and stay until told to stop."""

from __future__ import annotations

import argparse
import asyncio
import json
import signal
import sys
from pathlib import Path

import uvloop

from recado_simulator.server import start_simulator
from recado_simulator.settings import SimulatorSettings
from recado_simulator.shapes import BadRequest, Json


def main() -> int:
    """Run until SIGTERM or Ctrl-C. One line on stdout when ready; one sentence and exit code 1 when it cannot start."""
    arguments = _arguments()
    try:
        settings = SimulatorSettings(
            data=arguments.data,
            host=arguments.host,
            port=arguments.port,
            config=_config(arguments.config),
        )
        uvloop.run(_stay(settings))
    except (OSError, BadRequest) as error:
        sys.stderr.write(f"O simulador não pôde iniciar: {error}\n")
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


async def _stay(settings: SimulatorSettings) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    simulator = await start_simulator(settings)
    sys.stdout.write(f"Simulador pronto em {simulator.url}\n")
    sys.stdout.flush()
    await stop.wait()
    await simulator.close()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="recado_simulator", description="WhatsApp provider and phones, on loopback")
    parser.add_argument("--port", type=int, default=8001)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--data", type=Path, required=True, help="folder for the ledger, threads and media")
    parser.add_argument("--config", type=Path, help="JSON: accounts, phones, habits, limits")
    return parser.parse_args()


def _config(path: Path | None) -> Json:
    if path is None:
        return {}
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise BadRequest(f"{path} is not valid JSON ({error})") from None
    if not isinstance(config, dict):
        raise BadRequest(f"{path} must hold a JSON object")
    return config


if __name__ == "__main__":
    sys.exit(main())
