"""Can somebody at a terminal make an organization and connect its number, and is a refusal one sentence?"""

from __future__ import annotations

import re

import pytest

from recado.app.installed import adapters
from recado.channels import service as channels
from recado.flows.service import publishing as flows
from tests.app.cli.terminal import Screen, Terminal
from tests.support.jobs import rows

NUMBER = (
    "channels", "add", "whatsapp_cloud", "--phone-number-id", "100200300", "--app-secret", "segredo", "--verify-token", "vt",
    "--access-token", "EAAG", "--graph-url", "http://127.0.0.1:9/v25.0/", "--number", "+55 (11) 4000-0001",
)  # fmt: skip


def create(terminal: Terminal, slug: str = "clinica", **more: str) -> Screen:
    words = [word for name, value in more.items() for word in (f"--{name.replace('_', '-')}", value)]
    return terminal.types("organizations", "create", "--name", "Clínica", "--slug", slug, *words)


def test_an_organization_and_its_administrator(terminal: Terminal) -> None:
    screen = create(terminal, admin_email="Dona@clinica.example", admin_name="Dona", time_zone="America/Manaus")
    assert (screen.code, screen.err) == (0, "")
    password = re.search(r"Senha: (\S{12,}) \(não será mostrada de novo\)", screen.out)
    assert password is not None
    assert "dona@clinica.example" in screen.out.lower()
    assert rows(terminal.clone, "select name, slug, time_zone from organizations") == [
        ("Clínica", "clinica", "America/Manaus")
    ]
    (kept,) = rows(terminal.clone, "select email, password_hash from users")
    assert kept[0] == "dona@clinica.example"
    assert kept[1].startswith("$argon2id$")
    assert password[1] not in kept[1]


def test_a_known_person_administers_a_second_one(terminal: Terminal) -> None:
    create(terminal, admin_email="dona@clinica.example", admin_password="caneta-quadrada-1877")
    screen = create(terminal, "filial", admin_email="dona@clinica.example")
    assert screen.code == 0
    assert "com a senha que já tem" in screen.out
    assert rows(terminal.clone, "select count(*) from users") == [(1,)]
    assert rows(terminal.clone, "select count(*) from members") == [(2,)]


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({}, "Já existe uma organização com esse nome curto."),
        ({"slug": "Com Espaço"}, "O valor de --slug (letras minúsculas, números e hifens) não serve."),
        ({"slug": "b", "time_zone": "Brasil"}, "O valor de --time-zone (um nome como America/Sao_Paulo) não serve."),
        ({"slug": "b", "admin_email": "dona"}, "Isso não é um endereço de e-mail."),
        (
            {"slug": "b", "admin_email": "d@c.example", "admin_password": "12345678"},
            "A senha é fraca demais (fácil de adivinhar): use ao menos 8 caracteres que não sejam palavras conhecidas.",
        ),
    ],
)
def test_refusals_are_one_sentence_and_change_nothing(terminal: Terminal, more: dict[str, str], sentence: str) -> None:
    create(terminal)
    screen = create(terminal, **{"slug": "clinica", **more})
    assert (screen.code, screen.out, screen.err) == (1, "", f"{sentence}\n")
    assert rows(terminal.clone, "select count(*) from organizations") == [(1,)]


def test_a_number_is_connected(terminal: Terminal) -> None:
    create(terminal)
    screen = terminal.types(*NUMBER, "--organization", "clinica", "--waba-id", "777")
    assert screen.code == 0, screen.err
    id_ = screen.lines[0].removeprefix("Canal criado: ")
    assert screen.lines[1] == f"Webhook: https://recado.exemplo.test/webhooks/{id_}"
    assert "https://recado.exemplo.test/webhook/whatsapp" in screen.lines[2]
    (view,) = terminal.inside("clinica", lambda tx: channels.list_channels(tx, adapters(None)))
    assert (view.external_id, view.number, view.is_fallback) == ("100200300", "551140000001", True)
    assert view.settings == {"graph_url": "http://127.0.0.1:9/v25.0", "waba_id": "777"}
    _, account = terminal.inside("clinica", lambda tx: channels.open_account(tx, view.id, terminal.clone.key))
    assert account.secrets == {"app_secret": "segredo", "verify_token": "vt", "access_token": "EAAG"}
    listed = terminal.types("channels", "list")
    assert listed.lines == [f"clinica  {id_}  whatsapp_cloud  100200300  551140000001  conectado  WhatsApp"]
    assert terminal.types("channels", "list", "--organization", "clinica").lines == listed.lines
    assert "segredo" not in listed.out


def test_a_bot_is_found_by_its_name(terminal: Terminal) -> None:
    create(terminal)
    bot = terminal.inside("clinica", lambda tx: flows.create_bot(tx, name="Recepção"))
    screen = terminal.types(*NUMBER, "--organization", "clinica", "--bot", "recepcao")
    assert screen.code == 0, screen.err
    assert rows(terminal.clone, "select default_bot_id from channels") == [(bot,)]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--organization", "outra"), "Não há organização com o nome curto 'outra'."),
        (("--organization", "clinica", "--bot", "Zé"), "Não há bot com o nome 'Zé'. Bots da organização: nenhum."),
        (("--organization", "clinica", "--app-secret", ""), "Falta dizer: app_secret."),
        (("--organization", "clinica", "--phone-number-id", " "), "Falta dizer: external_id."),
    ],
)
def test_a_number_that_cannot_be_connected(terminal: Terminal, words: tuple[str, ...], sentence: str) -> None:
    create(terminal)
    screen = terminal.types(*NUMBER, *words)
    assert (screen.code, screen.err) == (1, f"{sentence}\n")
    assert terminal.types("channels", "list").lines == ["Nenhum canal."]


def test_a_number_is_connected_once(terminal: Terminal) -> None:
    create(terminal)
    assert terminal.types(*NUMBER, "--organization", "clinica").code == 0
    screen = terminal.types(*NUMBER, "--organization", "clinica")
    assert (screen.code, screen.err) == (1, "A organização já tem um canal para 100200300.\n")


def test_no_database(terminal: Terminal) -> None:
    screen = terminal.types("channels", "list", DATABASE_URL="")
    assert (screen.code, screen.out) == (1, "")
    assert screen.err == f"Não há banco de dados em {terminal.home}. Rode `make run` uma vez, ou aponte DATABASE_URL.\n"
    assert list(terminal.home.iterdir()) == []


def test_a_database_that_does_not_answer(terminal: Terminal) -> None:
    screen = terminal.types("channels", "list", DATABASE_URL="postgresql://a:b@127.0.0.1:1/recado")
    assert screen.code == 1
    assert screen.err.startswith("O banco de dados não respondeu como devia: ")
    assert len(screen.err.splitlines()) == 1


def test_an_unreadable_setting(terminal: Terminal) -> None:
    assert terminal.types("channels", "list", PORT="oito").err == "PORT deve ser um número, e veio 'oito'.\n"
