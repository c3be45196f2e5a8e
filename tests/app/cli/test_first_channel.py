"""Do the four settings of the environment make one channel, and never a second? (OPS 4)"""

from __future__ import annotations

import asyncio
import re

from recado.app.demo import make_demo
from recado.app.installed import adapters
from recado.channels import service as channels
from recado.foundation.settings import Settings
from tests.app.cli.terminal import Terminal
from tests.support.jobs import change, rows

META = {
    "WEBHOOK_VERIFY_TOKEN": "verifique",
    "META_PHONE_NUMBER_ID": "555000111",
    "META_ACCESS_TOKEN": "EAAG-token",
    "META_APP_SECRET": "segredo-do-app",
}
OWNERS = (
    "select o.slug from channels c join organizations o on o.id = c.organization_id where external_id = '555000111'"
)


def make(terminal: Terminal, **changes: str) -> str:
    screen = terminal.types("first-channel", **{**META, **changes})
    assert screen.code == 0, screen.err
    return screen.out


def test_into_the_one_organization_there_is(terminal: Terminal) -> None:
    terminal.types("organizations", "create", "--name", "Clínica", "--slug", "clinica")
    said = make(terminal, META_GRAPH_URL="http://127.0.0.1:9/v25.0")
    assert "https://recado.exemplo.test/webhook/whatsapp" in said
    (view,) = terminal.inside("clinica", lambda tx: channels.list_channels(tx, adapters(None)))
    assert (view.external_id, view.state, view.settings) == (
        "555000111", "connected", {"graph_url": "http://127.0.0.1:9/v25.0"},
    )  # fmt: skip
    _, account = terminal.inside("clinica", lambda tx: channels.open_account(tx, view.id, terminal.clone.key))
    assert dict(account.secrets) == {
        "app_secret": "segredo-do-app", "access_token": "EAAG-token", "verify_token": "verifique",
    }  # fmt: skip
    for _ in range(2):
        assert make(terminal) == ""
    assert rows(terminal.clone, "select count(*) from channels") == [(1,)]


def test_a_disconnected_one_is_not_made_again(terminal: Terminal) -> None:
    terminal.types("organizations", "create", "--name", "Clínica", "--slug", "clinica")
    make(terminal)
    change(terminal.clone, "update channels set state = 'disconnected'")
    assert make(terminal) == ""
    assert rows(terminal.clone, "select state from channels") == [("disconnected",)]


def test_not_into_the_demo_where_there_is_another(terminal: Terminal) -> None:
    settings = Settings(port=8000)
    asyncio.run(make_demo(settings, terminal.clone.owner_dsn, terminal.clone.key))
    terminal.types("organizations", "create", "--name", "Filial", "--slug", "filial")
    terminal.types("organizations", "create", "--name", "Outra", "--slug", "outra")
    make(terminal)
    assert rows(terminal.clone, OWNERS) == [("filial",)]


def test_into_the_demo_where_it_is_alone(terminal: Terminal) -> None:
    asyncio.run(make_demo(Settings(port=8000), terminal.clone.owner_dsn, terminal.clone.key))
    make(terminal)
    assert rows(terminal.clone, OWNERS) == [("clinica-bicho-feliz",)]


def test_into_a_new_organization_whose_sign_in_is_told_once(terminal: Terminal) -> None:
    said = make(terminal)
    assert re.search(
        r"Organização Minha empresa criada. Entrar: admin@minha-empresa\.local   Senha: \S{12,} \(não será mostrada",
        said,
    )
    assert rows(terminal.clone, OWNERS) == [("minha-empresa",)]
    assert make(terminal) == ""


def test_three_of_four_make_nothing(terminal: Terminal) -> None:
    for missing in META:
        assert make(terminal, **{missing: ""}) == ""
    assert rows(terminal.clone, "select count(*) from channels") == [(0,)]
    assert rows(terminal.clone, "select count(*) from organizations") == [(0,)]


def test_migrate_makes_it_too_unless_told_not_to(terminal: Terminal) -> None:
    assert terminal.types("migrate", "--only-schema", **META).out == ""
    assert rows(terminal.clone, OWNERS) == []
    assert "Número 555000111 pronto" in terminal.types("migrate", **META).out
    assert rows(terminal.clone, OWNERS) == [("minha-empresa",)]
