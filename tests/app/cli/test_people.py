"""Can whoever runs the installation let somebody in again, or shut them out of all of it?"""

from __future__ import annotations

import pytest

from tests.app.cli.terminal import Terminal
from tests.support.jobs import change, rows

EMAIL = "ana@clinica.test"
AUDITED = "select action from audit_entries where action like 'session.%%' order by id"


@pytest.fixture
def ana(terminal: Terminal) -> str:
    """Somebody who administers an organization and has a session open."""
    made = terminal.types(
        "organizations", "create", "--name", "Clínica", "--slug", "clinica", "--admin-email", EMAIL,
        "--admin-password", "caminhos-verdes-7",
    )  # fmt: skip
    assert made.code == 0, made.err
    change(
        terminal.clone,
        "insert into user_sessions (id, user_id, organization_id, expires_at)"
        " select gen_random_uuid(), m.id, m.organization_id, now() + interval '1 day' from members m",
    )
    return EMAIL


def open_sessions(terminal: Terminal) -> int:
    return int(rows(terminal.clone, "select count(*) from user_sessions where ended_at is null")[0][0])


def test_a_lost_password_is_replaced_and_shown_once(terminal: Terminal, ana: str) -> None:
    ((before,),) = rows(terminal.clone, "select password_hash from users")
    screen = terminal.types("people", "reset-password", ana)
    assert screen.code == 0
    assert "Senha: " in screen.lines[0]
    password = screen.lines[0].partition("Senha: ")[2].split()[0]
    ((after,),) = rows(terminal.clone, "select password_hash from users")
    assert after != before
    assert password not in after
    assert open_sessions(terminal) == 0
    assert rows(terminal.clone, AUDITED) == [("session.password_reset",)]


def test_a_weak_password_is_refused_and_nothing_changes(terminal: Terminal, ana: str) -> None:
    screen = terminal.types("people", "reset-password", ana, "--password", "123")
    assert screen.code == 1
    assert open_sessions(terminal) == 1
    assert rows(terminal.clone, AUDITED) == []


def test_somebody_is_shut_out_and_let_in_again(terminal: Terminal, ana: str) -> None:
    assert terminal.types("people", "disable", ana).lines == [
        f"{EMAIL} não entra mais; as sessões abertas foram encerradas."
    ]
    assert rows(terminal.clone, "select disabled_at is not null from users") == [(True,)]
    assert open_sessions(terminal) == 0
    assert terminal.types("people", "enable", ana).lines == [f"{EMAIL} pode entrar de novo."]
    assert rows(terminal.clone, "select disabled_at is not null from users") == [(False,)]
    assert rows(terminal.clone, AUDITED) == [("session.user_disabled",), ("session.user_enabled",)]


@pytest.mark.parametrize("command", ["reset-password", "disable", "enable"])
def test_nobody_of_that_name(terminal: Terminal, ana: str, command: str) -> None:
    screen = terminal.types("people", command, "eva@clinica.test")
    assert (screen.code, screen.err) == (1, "Não há pessoa com o e-mail 'eva@clinica.test'.\n")
