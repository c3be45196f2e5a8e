"""Do the figures say what happened, in the promised names, to those who may read them, and nothing about anybody? (OPS 1, T70)"""

from __future__ import annotations

import re
from collections.abc import Mapping

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from recado.app.figures.wording import COUNTERS, GAUGES, HISTOGRAMS, exposition
from recado.foundation.measures import BOUNDS, Total
from tests.pipeline.house import House
from tests.pipeline.wire import somebody, status

LOCAL = ("127.0.0.1", 50_000)
OUTSIDE = ("203.0.113.9", 50_000)
BEARER = {"authorization": "Bearer a-token-of-the-monitor"}


async def ask(
    house: House,
    headers: Mapping[str, str] | None = None,
    *,
    client: tuple[str, int] = LOCAL,
    host: str = "localhost:8000",
) -> httpx.Response:
    transport = httpx.ASGITransport(app=house.api, client=client)
    async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as http:
        return await http.get("/metrics", headers=headers)


async def figures(house: House) -> dict[str, float]:
    """Every sample as `name{label="value"}`, read with the library's own parser."""
    for one in (house.api.state.snapshot.lanes, house.api.state.snapshot.desk):
        one.kept_s = 0.0
        one._until = 0.0
    house.worker.measures.count("unknown_to_this_version")
    answer = await ask(house)
    assert answer.status_code == 200, answer.text
    return samples(answer.text)


def samples(text: str) -> dict[str, float]:
    found = {}
    for family in text_string_to_metric_families(text):
        for one in family.samples:
            labels = ",".join(f'{name}="{value}"' for name, value in sorted(one.labels.items()))
            found[f"{one.name}{{{labels}}}" if labels else one.name] = one.value
    return found


async def test_a_conversation_moves_the_promised_figures(house: House) -> None:
    clinic = await house.organization()
    before = await figures(house)
    assert (before["messages_received_total"], before["messages_sent_total"]) == (0, 0)
    ana, bia = somebody(), somebody()
    for person in (ana, bia):
        await clinic.hears(person, "oi")
    await clinic.hears(ana, "quero uma pessoa, por favor")
    after = await figures(house)
    assert after["messages_received_total"] == 3
    assert after["messages_sent_total"] == len(house.graph.sent) > 3
    assert after["response_latency_count"] == len(house.graph.sent)
    assert 0 < after["response_latency_sum"] < 60
    assert after['recado_sends_total{lane="reply",outcome="accepted"}'] == len(house.graph.sent)
    assert after['recado_webhook_ack_count{status="200"}'] == 3
    assert after["mensagens_hoje"] == 3 + len(house.graph.sent)
    assert after["active_sessions"] == 1  # the one who asked for a person is with a person
    states = await house.rows("select state, count(*) from conversations group by 1")
    assert after["conversas_ativas"] == dict(states)["active"]
    assert after["recado_figures_complete"] == 1
    assert after['database_connections{process="other"}'] >= 1
    assert after["recado_workers"] == 1
    assert not any("unknown_to_this_version" in name for name in after)


async def test_a_repeat_is_not_counted_twice(house: House) -> None:
    clinic = await house.organization()
    ana = somebody()
    await clinic.hears(ana, "oi", id_="wamid.SAME")
    await clinic.hears(ana, "oi", id_="wamid.SAME")
    found = await figures(house)
    assert found["messages_received_total"] == 1
    assert found["messages_sent_total"] == len(house.graph.sent)


async def test_what_waits_parks_and_dies_is_seen(house: House) -> None:
    clinic = await house.organization()
    ana, bia = somebody(), somebody()
    house.graph.refuse(190, status=401)
    await clinic.hears(ana, "oi")
    await clinic.hears(bia, "oi", settle=False)
    await house.rows("update inbox set received_at = now() - interval '90 seconds'")
    await clinic.house.rows("update handoffs set state = 'open'")
    found = await figures(house)
    assert found['recado_outbox_depth{lane="reply",state="parked"}'] >= 1
    assert found["recado_inbox_depth"] == 1
    assert 85 < found["recado_inbox_oldest_seconds"] < 120
    assert found['recado_sends_total{lane="reply",outcome="parked"}'] == 1
    assert found['recado_channels{state="attention"}'] == 1
    await house.rows(
        "insert into dead_letters (organization_id, id, kind, summary, cause, payload, attempts)"
        " values (%s, gen_random_uuid(), 'message', '', '', '', 3)",
        clinic.id,
    )
    await clinic.statuses(status("sent", "wamid.NOBODYS", ana))
    found = await figures(house)
    assert found["recado_dead_letters"] == 1
    assert found["recado_parked_statuses"] == 1


async def test_handoffs_are_worded_by_their_portuguese_state(house: House) -> None:
    clinic = await house.organization()
    ana = somebody()
    await clinic.hears(ana, "oi")
    await clinic.hears(ana, "falar com atendente")
    await clinic.act(ana, "take")
    found = await figures(house)
    told = {
        state: found[f'transbordos{{state="{state}"}}'] for state in ("aberto", "assumido", "resolvido", "expirado")
    }
    assert told == {"aberto": 0, "assumido": 1, "resolvido": 0, "expirado": 0}


async def test_t70_no_label_names_anybody(house: House) -> None:
    clinic = await house.organization()
    ana = somebody("CANARY-NAME")
    await clinic.hears(ana, "CANARY-TEXT")
    await clinic.api("GET", f"/conversations/{ana.phone}")
    await clinic.api("GET", "/conversations/CANARY-REF", expect=404)
    text = (await ask(house)).text
    for secret in (
        ana.phone,
        "CANARY",
        str(clinic.id),
        clinic.slug,
        str(clinic.channel),
        clinic.account,
        *clinic.secrets.values(),
    ):
        assert secret not in text
    values = {value for value in re.findall(r'="([^"]*)"', text) if not re.fullmatch(r"[\d.]+|\+Inf", value)}
    assert values
    assert all(re.fullmatch(r"[a-z_0-9/{}:?-]+", value) for value in values), values


@pytest.mark.parametrize(
    ("headers", "client", "host", "allowed"),
    [
        ({}, LOCAL, "localhost:8000", True),
        ({}, LOCAL, "127.0.0.1", True),
        ({}, ("::1", 1), "[::1]:8000", True),
        ({}, LOCAL, "recado.example", False),
        ({}, OUTSIDE, "localhost:8000", False),
        ({"x-forwarded-for": "127.0.0.1"}, LOCAL, "localhost", False),
        ({"forwarded": "for=127.0.0.1"}, LOCAL, "localhost", False),
        ({"via": "1.1 proxy"}, LOCAL, "localhost", False),
        (BEARER, OUTSIDE, "recado.example", True),
        ({"authorization": "bearer a-token-of-the-monitor"}, OUTSIDE, "recado.example", True),
        ({"authorization": "Bearer a-token-of-the-monitoR"}, OUTSIDE, "recado.example", False),
        ({"authorization": "Bearer "}, OUTSIDE, "recado.example", False),
        ({"authorization": "Basic a-token-of-the-monitor"}, OUTSIDE, "recado.example", False),
        ({"authorization": "Bearer ã"}, OUTSIDE, "recado.example", False),
    ],
)
async def test_only_this_machine_and_the_token_read_them(
    house: House, headers: Mapping[str, str], client: tuple[str, int], host: str, allowed: bool
) -> None:
    encoded = {name: value.encode("latin-1") for name, value in headers.items()}
    answer = await ask(house, encoded, client=client, host=host)  # type: ignore[arg-type]  # bytes reach the header as they are
    assert answer.status_code == (200 if allowed else 401), answer.text
    assert ("messages_received" in answer.text) is allowed
    assert answer.headers["cache-control"] == "no-store"


async def test_without_a_database_the_answer_says_that_figures_are_missing(house: House) -> None:
    for one in (house.api.state.snapshot.lanes, house.api.state.snapshot.desk):
        one._until = 0.0
    await house.rows("revoke execute on function count_lanes() from recado_app")
    await house.rows("revoke select on metric_totals from recado_app")
    found = samples((await ask(house)).text)
    assert found["recado_figures_complete"] == 0
    assert "mensagens_hoje" in found, "the half that can be had is there"


def test_every_promised_name_is_worded() -> None:
    kept = {"messages_received", "messages_sent", "response_latency", "active_sessions", "database_connections"}
    kept |= {"conversas_ativas", "mensagens_hoje", "transbordos"}
    shown = {*COUNTERS, *HISTOGRAMS, *(one[0] for one in GAUGES.values())}
    assert kept <= shown
    assert {name for name in shown - kept if not name.startswith("recado_")} == {"conversas_aguardando"}
    text = exposition([Total("response_latency", "", 1.0, 1, (1, *[0] * len(BOUNDS)))], {}, complete=True).decode()
    assert samples(text)['response_latency_bucket{le="+Inf"}'] == 1
