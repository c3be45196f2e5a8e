"""Which address does what, and how does the simulator start and stop?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

from recado_simulator import control_live, control_phones, control_webhooks, control_world
from recado_simulator.challenge import Challenger
from recado_simulator.control_http import guard
from recado_simulator.delivery import Deliverer
from recado_simulator.evolution import control as evolution_control
from recado_simulator.evolution import gateway as evolution
from recado_simulator.evolution.gateway import GATEWAY, Gateway
from recado_simulator.evolution.instances import InstanceBook
from recado_simulator.evolution.life import Life
from recado_simulator.evolution.notices import Notices
from recado_simulator.graph import graph
from recado_simulator.graph_media import serve_bytes
from recado_simulator.lifecycle import Lifecycle
from recado_simulator.page.serve import add_page
from recado_simulator.parts import PARTS, Parts
from recado_simulator.settings import SimulatorSettings
from recado_simulator.shapes import as_list, as_object, as_text, merged
from recado_simulator.webhook_post import WebhookPoster
from recado_simulator.world import open_world

# A hung or streaming answer must not hold up the end of the process.
_SHUTDOWN_S = 0.3
_CONTROL_BYTES = 150 * 1024 * 1024


class Simulator:
    """A running simulator; `url` is its address, `parts` is there for tests that look inside."""

    def __init__(self, runner: web.AppRunner, parts: Parts, url: str) -> None:
        self.url = url
        self.parts = parts
        self._runner = runner

    async def close(self) -> None:
        """Stop answering, write down what is owed, close the files."""
        self.parts.world.live.close()
        self.parts.deliverer.remember_owed()
        await self.parts.world.timers.close()
        await self._runner.cleanup()
        await self.parts.poster.close()
        await self.parts.world.ledger.close()
        self.parts.world.journal.close()


async def start_simulator(settings: SimulatorSettings) -> Simulator:
    """Open the data folder, listen, take up what was owed, declare the configured accounts."""
    world = open_world(settings)
    poster = WebhookPoster(world)
    deliverer = Deliverer(world, poster)
    parts = Parts(
        world=world,
        poster=poster,
        deliverer=deliverer,
        challenger=Challenger(world, poster, deliverer),
        lifecycle=Lifecycle(world, deliverer, poster),
    )
    runner = web.AppRunner(_app(parts), access_log=None, shutdown_timeout=_SHUTDOWN_S, handle_signals=False)
    await runner.setup()
    try:
        site = web.TCPSite(runner, settings.host, settings.port, backlog=1024)
        await site.start()
    except OSError:
        await poster.close()
        await runner.cleanup()
        raise
    port = runner.addresses[0][1]
    host = "127.0.0.1" if settings.host in {"0.0.0.0", "::"} else settings.host  # noqa: S104 - compared, not bound
    world.url = f"http://{host}:{port}"
    _configure(parts)
    return Simulator(runner, parts, world.url)


def _configure(parts: Parts) -> None:
    world, config = parts.world, parts.world.settings.config
    world.habits = merged(world.habits, as_object(config.get("habits")))
    world.throttle.limits = merged(world.throttle.limits, as_object(config.get("limits")))
    for account in world.accounts.all():
        if not account.verified and account.callback_url:
            parts.challenger.prove_later(account)
    for wanted in as_list(config.get("accounts")):
        control_world.declare_account(parts, as_object(wanted))
    for row in as_list(config.get("phones")):
        changes = {key: value for key, value in as_object(row).items() if key != "phone"}
        world.phones.change(world.phones.take(as_text(row.get("phone"))), changes)
    parts.deliverer.resume()
    world.journal.forget_start()


def _app(parts: Parts) -> web.Application:
    app = web.Application(middlewares=[guard], client_max_size=_CONTROL_BYTES)
    app[PARTS] = parts
    for method, path, handler in _ROUTES:
        app.router.add_route(method, path, handler)
    for method, path, handler in (*evolution.ROUTES, *evolution_control.ROUTES):
        app.router.add_route(method, path, handler)
    app[GATEWAY] = _gateway(parts)
    add_page(app)
    for path in ("/{version:v[0-9]+\\.[0-9]+}/{node:[^/]+}", "/{version:v[0-9]+\\.[0-9]+}/{node:[^/]+}/{edge:.*}"):
        app.router.add_route("*", path, graph)
    return app


def _gateway(parts: Parts) -> Gateway:
    notices = Notices(parts.world, parts.poster)
    return Gateway(InstanceBook(parts.world.settings.config), notices, Life(notices))


_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_ROUTES: tuple[tuple[str, str, _Handler], ...] = (
    ("GET", "/health", control_world.health),
    ("GET", "/media/", serve_bytes),
    ("GET", "/control/phones", control_phones.list_phones),
    ("GET", "/control/phones/{phone}", control_phones.get_phone),
    ("PUT", "/control/phones/{phone}", control_phones.put_phone),
    ("POST", "/control/phones/{phone}", control_phones.put_phone),
    ("GET", "/control/phones/{phone}/messages", control_phones.get_messages),
    ("POST", "/control/phones/{phone}/messages", control_phones.post_message),
    ("POST", "/control/phones/{phone}/media", control_phones.upload),
    ("GET", "/control/phones/{phone}/events", control_live.one),
    ("POST", "/control/phones/{phone}/read", control_phones.read_thread),
    ("POST", "/control/phones/{phone}/played", control_phones.play),
    ("POST", "/control/phones/{phone}/number", control_phones.change_number),
    ("POST", "/control/phones/{phone}/user_id", control_phones.change_user_id),
    ("POST", "/control/phones/{phone}/preferences", control_phones.set_preference),
    ("GET", "/control/events", control_live.many),
    ("POST", "/control/echo", control_phones.echo),
    ("GET", "/control/accounts", control_world.list_accounts),
    ("POST", "/control/accounts", control_world.post_account),
    ("DELETE", "/control/accounts/{account}", control_world.delete_account),
    ("GET", "/control/faults", control_world.list_faults),
    ("POST", "/control/faults", control_world.post_fault),
    ("DELETE", "/control/faults", control_world.delete_faults),
    ("DELETE", "/control/faults/{id:[0-9]+}", control_world.delete_faults),
    ("GET", "/control/clock", control_world.get_clock),
    ("POST", "/control/clock", control_world.post_clock),
    ("GET", "/control/limits", control_world.get_limits),
    ("POST", "/control/limits", control_world.post_limits),
    ("GET", "/control/habits", control_world.get_habits),
    ("POST", "/control/habits", control_world.post_habits),
    ("GET", "/control/ledger", control_world.get_ledger),
    ("GET", "/control/deliveries", control_world.get_deliveries),
    ("GET", "/control/templates", control_world.list_templates),
    ("POST", "/control/templates/{id}", control_world.post_template),
    ("POST", "/control/webhooks", control_webhooks.post_json),
    ("POST", "/control/webhooks/raw", control_webhooks.post_raw),
    ("POST", "/control/webhooks/flush", control_webhooks.flush),
    ("POST", "/control/reset", control_world.reset),
)
