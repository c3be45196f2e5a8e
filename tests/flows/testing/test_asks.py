"""Does the outside answer a flow in a case as the case says?"""

from __future__ import annotations

import pytest

from tests.flows.testing.support import flows, passes, run

BOT = flows("""
    cep: {type: question, text: CEP?, variable: cep, next: busca}
    busca:
      type: api_call
      url: "https://cep.example/{{ cep }}/json"
      results: [{path: body.cidade, variable: cidade}]
      by_status: true
      exits: {next: achou, error: falhou, not_found: nada, silent: calado}
    achou: {type: message, text: "É {{ cidade }}.", next: cep}
    nada: {type: message, text: Não achei., next: cep}
    calado: {type: message, text: Demorou., next: cep}
    falhou: {type: message, text: Deu erro., next: cep}
""")
NEWLINE = "\n"
ASKS = "- says: oi\n- expect: CEP?\n- says: 01310-100\n"


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("{body: {cidade: São Paulo}}", "É São Paulo."),
        ("{node: busca, body: {cidade: Recife}}", "É Recife."),
        ("{url: https://cep.example/01310-100/json, body: {cidade: Natal}}", "É Natal."),
        ("{url: https://cep.example/*, method: get, body: {cidade: Belém}}", "É Belém."),
        ("{status: 404}", "Não achei."),
        ("{status: 500, body: ops}", "Deu erro."),
        ("{error: timeout}", "Demorou."),
        ("{error: refused_address}", "Demorou."),
    ],
)
def test_a_reply_takes_its_exit(reply: str, said: str) -> None:
    assert passes(
        BOT,
        f"{ASKS}- expect: [{said}, CEP?]\n- asked: {{node: busca, method: GET, url: https://cep.example/*}}",
        f"http: {reply}",
    )


def test_replies_come_in_their_order_and_the_last_stays() -> None:
    head = "http: [{node: busca, error: timeout}, {node: busca, body: {cidade: Rio}}]"
    again = "- says: 20000-000\n- expect: [É Rio., CEP?]\n"
    assert passes(BOT, f"{ASKS}- expect: [Demorou., CEP?]\n{again}{again}", head)


def test_replies_of_a_step_come_first() -> None:
    assert passes(
        BOT,
        f"{ASKS}- expect_more\n- http: {{status: 404}}\n- says: 1\n- expect: [Não achei., CEP?]",
        "http: {body: {cidade: Rio}}",
    )


def test_a_slow_answer_lets_the_person_speak_meanwhile() -> None:
    head = "http: {node: busca, delay: 30s, body: {cidade: Rio}}"
    assert passes(BOT, f"""
        {ASKS.replace(NEWLINE, NEWLINE + '        ').strip()}
        - expect_nothing
        - after: 29s
        - says: e aí?
        - expect_nothing
        - after: 1s
        - expect: [É Rio., CEP?]
    """, head)  # fmt: skip


def test_an_unscripted_call_fails_with_what_to_write() -> None:
    result = run(BOT, ASKS)
    assert result.code == "no_reply"
    assert result.sentence == (
        "Passo 3 (linha 5): “busca” chamou GET https://cep.example/01310-100/json, e o caso não diz o que responder: "
        "acrescente “http” com node: busca."
    )


def test_a_wrong_request_is_told() -> None:
    result = run(BOT, f"{ASKS}- asked: {{url: https://cep.example/99999}}", "http: {status: 404}")
    assert result.code == "asked_otherwise"
    assert "devia ser “https://cep.example/99999”, mas é “https://cep.example/01310-100/json”" in result.sentence


def test_a_webhook_needs_no_reply() -> None:
    bot = flows("""
        oi: {type: webhook, url: "https://x.example/avisos", exits: {next: a, error: b}}
        a: {type: message, text: Enviado}
        b: {type: message, text: Falhou}
    """)
    assert passes(bot, "- says: oi\n- expect: Enviado\n- asked: https://x.example/avisos")
    assert passes(bot, "- says: oi\n- expect: Falhou", "http: {error: connection}")
