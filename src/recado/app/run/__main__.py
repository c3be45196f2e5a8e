"""`python -m recado.app.run`: start everything and stay until told to end.

Exit code 0 after Ctrl-C or SIGTERM, 1 with one sentence on stderr where Recado cannot start.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from pathlib import Path

from recado.app.run.dotenv import with_dotenv
from recado.app.run.errors import RunRefused
from recado.app.run.nursery import end_with_parent
from recado.app.run.plan import Plan, product_plan
from recado.app.run.supervisor import Run, supervise
from recado.foundation.settings import BadSetting, Settings, read_settings


def main(arguments: list[str], environment: Mapping[str, str], *, plan: Plan | None = None) -> int:
    """Run with the settings of `environment` and the file `.env`; `plan` replaces the product's commands in tests."""
    if "--end-with-parent" in arguments:
        # make does not outlive a kill -9 and cannot pass it on; without this we would hold the folder for ever.
        end_with_parent(signal.SIGTERM)
    try:
        everything = with_dotenv(environment, Path(".env"))
        settings = read_settings(everything)
        asyncio.run(supervise(_run(settings, everything, plan), _say))
    except (RunRefused, BadSetting) as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


def _run(settings: Settings, environment: Mapping[str, str], plan: Plan | None) -> Run:
    if settings.workers < 1:
        raise RunRefused(f"WORKERS deve ser 1 ou mais, e veio {settings.workers}.")
    home = settings.home
    shipped = product_plan(
        port=settings.port, workers=settings.workers, simulator=settings.recado_simulator, home=home,
        channel=settings.describes_a_channel,
    )  # fmt: skip
    told = {"PORT": str(settings.port), "HOST": settings.host, "RECADO_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    return Run(
        home=home,
        host=settings.host,
        port=settings.port,
        database_url=settings.database_url,
        plan=plan or shipped,
        environment=dict(environment) | told,
    )


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
