"""How does a benchmark get a whole product of its own: database, seeded organization, API and worker processes?"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg

ROOT = Path(__file__).resolve().parents[1]
for place in (ROOT, ROOT / "src"):
    if str(place) not in sys.path:
        sys.path.insert(0, str(place))

from recado.app import migrate
from recado.app.installed import adapters, installed_nodes
from recado.app.roles import role_dsn
from recado.channels import service as channels
from recado.flows.service import publishing as flows
from recado.foundation import embedded_postgres
from recado.foundation.database import Database
from recado.foundation.identifiers import OrganizationId, new_id
from recado.foundation.secrets import MasterKey, load_master_key

APP_SECRET = "bench-app-secret"
PHONE_NUMBER_ID = "400000000000001"
HUGE_PACING = {
    "per_second": 1e6,
    "pair_seconds": 1e-6,
    "pair_burst": 1_000_000,
    "per_minute": 2_000_000_000,
    "per_day": 2_000_000_000,
}
_NEVER = {"autovacuum_analyze_threshold": "2147483647"}
HUGE_POLICY = {"messages_a_minute": 30_000}

THREE_STEPS = {
    "format": 1,
    "id": "bench",
    "name": "Três passos",
    "entry": "start",
    "variables": {"pet": {"label": "Pet"}},
    "nodes": {
        "start": {"type": "start", "exits": {"next": "ask"}},
        "ask": {
            "type": "question",
            "options": {"text": "Oi! Qual é o nome do seu pet?", "kind": "text", "variable": "pet"},
            "exits": {"next": "branch"},
        },
        "branch": {
            "type": "condition",
            "options": {
                "branches": [
                    {"id": "long", "when": {"left": {"variable": "pet"}, "op": "contains", "right": "zzz"}},
                ]
            },
            "exits": {"long": "ask", "else": "thanks"},
        },
        "thanks": {
            "type": "message",
            "options": {"text": "Obrigado! {{ pet }} está na lista."},
            "exits": {"next": "end"},
        },
        "end": {"type": "end"},
    },
}


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(slots=True)
class Stage:
    """A product on its own database in a temporary folder."""

    folder: Path
    server: embedded_postgres.Server
    key: MasterKey
    organization: OrganizationId
    channel: Any
    port: int
    provider_url: str
    environment: dict[str, str]
    processes: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def webhook_url(self) -> str:
        return f"http://127.0.0.1:{self.port}/webhooks/{self.channel}"

    def start(self, name: str, *command: str) -> None:
        """Start a process of the product; its output goes to a file of its name."""
        log = (self.folder / f"{name}.log").open("ab")
        self.processes[name] = subprocess.Popen(
            [sys.executable, "-m", f"recado.app.{command[0]}", *command[1:]],
            env=self.environment, stdout=log, stderr=log, cwd=ROOT, start_new_session=True,
        )  # fmt: skip

    async def ready(self, seconds: float = 30) -> None:
        """Wait until the API answers that it can work."""
        limit = time.monotonic() + seconds
        async with aiohttp.ClientSession() as client:
            while time.monotonic() < limit:
                try:
                    async with client.get(f"http://127.0.0.1:{self.port}/ready") as answer:
                        if answer.status == 200:
                            return
                except aiohttp.ClientError:
                    pass
                await asyncio.sleep(0.1)
        raise TimeoutError((self.folder / "api.log").read_text()[-3000:])

    def owner(self) -> str:
        return self.server.dsn

    async def query(self, sql: str, *values: Any) -> list[asyncpg.Record]:
        """Ask the database as its owner, past row-level security."""
        for _ in range(150):
            try:
                connection = await asyncpg.connect(self.server.dsn)
            except (asyncpg.CannotConnectNowError, OSError):
                await asyncio.sleep(0.2)  # it was killed and replays its log
                continue
            try:
                return list(await connection.fetch(sql, *values))
            finally:
                await connection.close()
        raise TimeoutError("the database did not come back")

    def close(self) -> None:
        """End every process, and throw the folder away."""
        for process in self.processes.values():
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
        limit = time.monotonic() + 20
        for process in self.processes.values():
            try:
                process.wait(max(0.1, limit - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        embedded_postgres.stop(self.server)
        if os.environ.get("BENCH_KEEP"):
            sys.stderr.write(f"kept: {self.folder}\n")
            return
        shutil.rmtree(self.folder, ignore_errors=True)


async def make_stage(
    *,
    provider_url: str,
    pacing: dict[str, Any] | None = None,
    policy: dict[str, Any] | None = None,
    analyze: bool = True,
    flow: dict[str, Any] | None = None,
    settings: dict[str, str] | None = None,
    analyze_off: bool = False,
) -> Stage:
    """Make a database with one organization, one channel and one published flow, tables analyzed unless told otherwise.

    `analyze_off` also keeps autovacuum from analyzing them behind our back; it goes on vacuuming.
    """
    folder = Path(tempfile.mkdtemp(prefix="recado-bench-"))
    folder.chmod(0o711)  # the account that runs the server must pass
    server = embedded_postgres.start(folder / "pg", settings=_NEVER if analyze_off else None)
    key = load_master_key("", folder)
    migrate.upgrade(server.dsn, key)
    organization, channel = await seed(server.dsn, key, provider_url, pacing or {}, policy or {}, flow or THREE_STEPS)
    port = free_port()
    environment = {
        **os.environ,
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
        "DATABASE_URL": server.dsn,
        "RECADO_HOME": str(folder),
        "PORT": str(port),
        **(settings or {}),
    }
    stage = Stage(folder, server, key, organization, channel, port, provider_url, environment)
    if analyze:
        await stage.query("analyze")
    return stage


async def seed(
    dsn: str, key: MasterKey, provider_url: str, pacing: dict[str, Any], policy: dict[str, Any], flow: dict[str, Any]
) -> tuple[OrganizationId, Any]:
    """Store the organization, its bot and its channel."""
    database = await Database.connect(role_dsn(dsn, "recado_app", key), size=2, name="bench-seed")
    organization = OrganizationId(new_id())
    async with database.transaction(organization) as tx:
        await tx.execute(
            "insert into organizations (id, name, slug, settings) values ($1, 'Bancada', $2, $3)",
            organization, f"bancada-{organization}", json.dumps(policy),
        )  # fmt: skip
        bot = await flows.create_bot(tx, name="Bancada")
        flow_id = await flows.create_flow(tx, bot=bot, name="Três passos", draft=flow)
        await flows.publish_flow(tx, flow_id, installed_nodes())
        channel = await channels.add(
            tx, key=key, adapters=adapters(None), adapter="whatsapp_cloud", name="Bancada", external_id=PHONE_NUMBER_ID,
            number="551140000001", settings={"graph_url": provider_url},
            secrets={"app_secret": APP_SECRET, "access_token": "t", "verify_token": "v"}, default_bot=bot, limits=pacing,
        )  # fmt: skip
    await database.close()
    return organization, channel
