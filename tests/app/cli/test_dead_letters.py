"""Can somebody at a terminal see what died, and send it back to where it came from?"""

from __future__ import annotations

from uuid import UUID

import pytest

from recado.foundation.identifiers import new_id
from tests.app.cli.terminal import Terminal
from tests.support.jobs import change, rows


@pytest.fixture
def channel(terminal: Terminal) -> UUID:
    for slug in ("clinica", "outra"):
        terminal.types("organizations", "create", "--name", slug, "--slug", slug)
    terminal.types(
        "channels", "add", "whatsapp_cloud", "--organization", "clinica", "--phone-number-id", "1", "--app-secret", "s",
        "--verify-token", "v", "--access-token", "t",
    )  # fmt: skip
    ((id_,),) = rows(terminal.clone, "select id from channels")
    return UUID(str(id_))


def bury(terminal: Terminal, channel: UUID, kind: str = "message") -> UUID:
    id_ = new_id()
    change(
        terminal.clone,
        "insert into dead_letters (organization_id, id, kind, channel_id, summary, cause, payload, attempts)"
        " select organization_id, %s, %s, id, 'BR.1 wamid.1', 'ValueError: não', %s, 3 from channels where id = %s",
        id_, kind, str(new_id()) if kind in {"send", "delivery"} else "{}", channel,
    )  # fmt: skip
    return id_


def test_the_list(terminal: Terminal, channel: UUID) -> None:
    assert terminal.types("dead-letters", "list", "--organization", "clinica").lines == ["Nenhuma mensagem morta."]
    id_ = bury(terminal, channel)
    (line,) = terminal.types("dead-letters", "list", "--organization", "clinica").lines
    assert line.startswith(str(id_))
    assert line.endswith("message  3x  BR.1 wamid.1  ValueError: não")
    assert terminal.types("dead-letters", "list", "--organization", "outra").lines == ["Nenhuma mensagem morta."]


def test_one_is_tried_again(terminal: Terminal, channel: UUID) -> None:
    first, second = bury(terminal, channel), bury(terminal, channel)
    screen = terminal.types("dead-letters", "retry", "--organization", "clinica", str(first))
    assert (screen.code, screen.lines) == (0, ["1 de volta à fila."])
    states = dict(rows(terminal.clone, "select id, state from dead_letters"))
    assert states == {first: "retried", second: "dead"}
    assert rows(terminal.clone, "select kind, payload from inbox") == [("message", "{}")]
    again = terminal.types("dead-letters", "retry", "--organization", "clinica", str(first))
    assert (again.code, again.err) == (1, f"{first}: Não há mensagem morta com esse número.\n")


def test_all_are_tried_and_one_that_cannot_be_holds_no_other_back(terminal: Terminal, channel: UUID) -> None:
    gone, fine = bury(terminal, channel, "send"), bury(terminal, channel)
    screen = terminal.types("dead-letters", "retry", "--organization", "clinica")
    assert (screen.code, screen.lines) == (1, ["1 de volta à fila."])
    assert screen.err == f"{gone}: Não dá para tentar de novo: a mensagem não existe mais.\n"
    assert dict(rows(terminal.clone, "select id, state from dead_letters")) == {gone: "dead", fine: "retried"}


def test_another_organization_cannot(terminal: Terminal, channel: UUID) -> None:
    id_ = bury(terminal, channel)
    assert terminal.types("dead-letters", "retry", "--organization", "outra", str(id_)).code == 1
    assert terminal.types("dead-letters", "retry", "--organization", "outra").lines == ["Nenhuma mensagem morta."]
    assert rows(terminal.clone, "select state from dead_letters") == [("dead",)]
