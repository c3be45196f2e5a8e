"""Does a case pass where the flow does what it says, and fail with a plain sentence where it does not?"""

from __future__ import annotations

import pytest

from recado.flows.testing import run_cases
from tests.flows.testing.support import CLINIC, cases, flows, passes, run

BOT = flows(CLINIC)
REMINDED = """
- says: oi
- expect: [Oi, Ana!, {text: Como posso ajudar?, choices: [Banho e tosa, Consulta, Atendente]}]
- taps: Banho e tosa
- expect: Nome do pet?
- says: Thor
- expect_nothing
- after: 19h 59min
- expect_nothing
- variables: {pet: Thor, assunto: Banho e tosa}
- ends: false
- after: 1min
- expect: Ainda quer banho e tosa para Thor?
- expect: Até logo!
- ends
"""


def test_time_passes() -> None:
    assert passes(BOT, REMINDED.replace("[Oi, Ana!,", '["Oi, Ana!",'))


@pytest.mark.parametrize(
    ("time", "fires"),
    [
        ("at: amanhã 05:59", False),
        ("at: amanhã 06:00", True),
        ('at: "21:30"', False),
        ("at: terça 06h", True),
        ("at: 2026-11-24 05:59", False),
        ("at: 24/11 6h", True),
        ("after: 1 dia", True),
        ("after: 1199min", False),
        ("after: 1h30", False),
    ],
)
def test_a_timer_fires_at_its_own_minute(time: str, fires: bool) -> None:
    """The cases begin on a Monday at ten; the wait of twenty hours ends on Tuesday at six."""
    said = "expect: [Ainda quer consulta para Thor?, Até logo!]" if fires else "expect_nothing"
    assert passes(BOT, f"- says: oi\n- says: consulta\n- says: Thor\n- {time}\n- {said}")


def test_timers_fire_in_their_order_each_at_its_own_moment() -> None:
    bot = flows("""
        a: {type: wait, amount: 50, unit: minutes, next: b}
        b: {type: message, text: "{{ now | date: '%H:%M' }}", next: c}
        c: {type: wait, amount: 2, unit: days, next: d}
        d: {type: message, text: "{{ now | date: '%d/%m %H:%M' }}", next: a}
    """)
    assert passes(bot, "- says: oi\n- after: 5 dias\n- expect: ['10:50', 25/11 10:50, '11:40', 27/11 11:40, '12:30']")


def test_a_day_is_not_always_24_hours() -> None:
    """Clocks in New York go back on 1 November 2026."""
    bot = flows("""
        a: {type: message, text: "{{ now | date: '%d %H:%M' }}"}
    """)
    head = "zone: America/New_York\nstarts_at: 2026-10-31 12:00"
    assert passes(bot, "- after: 1 dia\n- says: oi\n- expect: 01 12:00", head)
    assert passes(bot, "- after: 24h\n- says: oi\n- expect: 01 11:00", head)
    assert passes(bot, '- at: "12:00"\n- says: oi\n- expect: 01 12:00', head)


def test_whoever_writes_in_between_ends_the_wait() -> None:
    assert passes(
        BOT,
        """
        - says: oi
        - taps: banho
        - says: Thor
        - after: 3h
        - says: e aí?
        - expect: [Anotado!, Até logo!]
        - after: 30h
        - expect_nothing
    """,
    )


def test_a_case_begins_when_and_where_it_says() -> None:
    bot = flows("""
        oi: {type: message, text: "{{ now | date: '%d/%m %H:%M' }}"}
    """)
    assert passes(
        bot,
        "- says: oi\n- expect: 31/12 23:50\n- after: 15min\n- says: oi\n- expect: 01/01 00:05",
        "starts_at: 2026-12-31 23:50",
    )
    assert passes(bot, "- says: oi\n- expect: 23/11 10:00", "zone: America/Manaus")
    assert passes(bot, "- says: oi\n- expect: 23/11 10:00", zone="America/Noronha")


@pytest.mark.parametrize(
    ("step", "passed"),
    [
        ("expect: Oi, Ana!", True),
        ("expect: oi, ana!", False),
        ("expect: '  Oi, Ana!  '", True),
        ("expect: {contains: Ana}", True),
        ("expect: {contains: [Oi, Ana]}", True),
        ("expect: {contains: [Oi, Bia]}", False),
        ("expect: {lacks: Bia}", True),
        ("expect: {lacks: Ana}", False),
        ('expect: {pattern: "^oi, \\\\w+!$"}', True),
        ('expect: {pattern: "^Olá"}', False),
        ("expect: {any_of: [Olá!, {contains: Ana}]}", True),
        ("expect: {any_of: [Olá!, Bom dia!]}", False),
        ("expect: {text: Oi, media: image}", False),
    ],
)
def test_what_a_message_may_be(step: str, passed: bool) -> None:
    step = step.replace("expect: Oi, Ana!", 'expect: "Oi, Ana!"').replace("expect: oi, ana!", 'expect: "oi, ana!"')
    assert run(BOT, f"- says: oi\n- {step}\n- expect_more").passed is passed


@pytest.mark.parametrize(
    ("steps", "code", "sentence"),
    [
        (["says: oi", "expect: Olá!"], "said_otherwise", "Passo 2 (linha 4): esperava “Olá!”, mas o robô disse “Oi, Ana!”."),
        (
            ["says: oi", "expect: Como posso ajudar?"],
            "said_otherwise",
            "Passo 2 (linha 4): esperava “Como posso ajudar?”, mas o robô disse “Oi, Ana!” (a esperada só vem depois).",
        ),
        (
            ["expect: Olá!"],
            "said_nothing",
            "Passo 1 (linha 3): esperava “Olá!”, mas o robô ainda não disse nada: falta alguém escrever.",
        ),
        (
            ["says: oi", "taps: atendente", "expect: Já chamei.", "says: oi?", "expect: Olá!"],
            "said_nothing",
            "Passo 5 (linha 7): esperava “Olá!”, mas o robô já passou a conversa para uma pessoa.",
        ),
        (["says: oi", "expect_nothing"], "said_something", "Passo 2 (linha 4): o robô devia ficar calado, mas disse “Oi, Ana!” e"
         " “Como posso ajudar?” (opções: Banho e tosa, Consulta, Atendente)."),
        (["says: oi", 'expect: "Oi, Ana!"'], "said_too_much", None),
        (["says: oi", 'expect: "Oi, Ana!"', "says: banho"], "said_too_much", None),
        (
            ["says: oi", "taps: Vacina"],
            "not_offered",
            "Passo 2 (linha 4): não há opção “Vacina” para tocar; as que o robô ofereceu: Banho e tosa, Consulta, Atendente.",
        ),
        (
            ["says: oi", "variables: {pet: Thor}"],
            "holds_otherwise",
            "Passo 2 (linha 4): esperava “Thor” para a variável “pet”, mas ali está vazio.",
        ),
        (["says: oi", "handoff"], "not_handed_over", "Passo 2 (linha 4): o robô devia chamar uma pessoa, mas segue na conversa."),
        (
            ["says: oi", "taps: atendente", "handoff: {team: Vendas}"],
            "handed_otherwise",
            "Passo 3 (linha 5): no transbordo, a equipe devia ser “Vendas”, mas é “Recepção”.",
        ),
        (["says: oi", "taps: atendente", "handoff: false"], "handed_over", None),
        (["says: oi", "ends"], "not_over", "Passo 2 (linha 4): esperava o fluxo terminar, mas ele espera em “menu”."),
        (
            ["says: oi", "archives"],
            "not_archived",
            "Passo 2 (linha 4): esperava a conversa arquivada, mas é uma conversa aberta.",
        ),
        (["says: oi", "tags: vip"], "not_tagged", "Passo 2 (linha 4): esperava a etiqueta “vip”; o contato tem: nenhuma."),
        (["says: oi", "asked: https://x.example"], "not_asked", None),
        (
            ["says: oi", "at: 2020-01-01 10:00"],
            "past_moment",
            "Passo 2 (linha 4): “2020-01-01 10:00” não vem mais: agora é 23/11/2026 10:00.",
        ),
    ],
)  # fmt: skip
def test_a_failure_says_what_came_instead(steps: list[str], code: str, sentence: str | None) -> None:
    result = run(BOT, "\n".join(f"- {step}" for step in steps))
    assert (result.passed, result.code) == (False, code)
    assert result.sentence.startswith("Passo ")
    assert sentence is None or result.sentence == sentence


def test_what_is_left_unchecked_does_not_matter() -> None:
    assert passes(BOT, "- says: oi\n- says: banho\n- expect: Nome do pet?")
    assert passes(BOT, '- says: oi\n- expect: "Oi, Ana!"\n- expect_more\n- says: banho\n- expect: Nome do pet?')


def test_a_handoff_is_silence_until_it_is_handed_back() -> None:
    assert passes(BOT, """
        - says: oi
        - says: quero falar com atendente
        - expect: Já chamei.
        - handoff: {reason: Pediu ajuda, team: recepção, priority: high}
        - handoff: Pediu ajuda
        - tags: [vip]
        - says: alguém aí?
        - expect_nothing
        - handed_back
        - handoff: false
        - says: oi
        - expect: ["Oi, Ana!", Como posso ajudar?]
    """)  # fmt: skip


def test_what_is_learned_stays_with_the_contact() -> None:
    bot = flows("""
        nome: {type: question, kind: name, text: Nome?, variable: nome, contact_field: name, next: cor}
        cor: {type: question, text: Cor?, variable: cor, contact_field: cor_favorita, next: ok}
        ok: {type: question, text: "Certo, {{ contact.first_name }}?", next: fim}
        fim: {type: end, text: "{{ contact.first_name }}, {{ contact.cor_favorita }}, {{ contact.plano }}, {{ nivel }}"}
    """)
    head = "contact: {name: Fulano, phone: 5511900000000, plano: ouro}\nvariables: {nivel: 3}"
    assert passes(bot, """
        - says: oi
        - expect: Nome?
        - says: Beatriz Lima
        - contact: {name: Beatriz Lima}
        - expect: Cor?
        - says: azul
        - expect: Certo, Beatriz?
        - says: sim
        - expect: Beatriz, azul, ouro, 3
        - contact: {cor_favorita: azul, phone: 5511900000000}
        - variables: {nivel: 3, nada: null}
    """, head)  # fmt: skip


def test_media_arrives() -> None:
    bot = flows("""
        oi:
          type: condition
          branches: [{id: foto, when: {left: "{{ message.type }}", op: equals, right: image}}]
          exits: {foto: a, else: b}
        a: {type: message, text: "Foto: {{ message.text }}"}
        b: {type: message, text: "Veio {{ message.type }}"}
    """)
    assert passes(
        bot,
        """
        - sends: {type: image, caption: meu pet}
        - expect: "Foto: meu pet"
        - sends: image
        - expect: "Foto:"
        - sends: location
        - expect: Veio location
    """,
    )


def test_a_flow_that_breaks_fails_the_case() -> None:
    bot = flows("a: {type: message, text: A, next: b}\nb: {type: message, text: B, next: a}")
    result = run(bot, "- says: oi\n- expect_more")
    assert (result.code, result.passed) == ("flow_failed", False)
    assert "too_many_messages" in result.sentence or "too_many_steps" in result.sentence


def test_a_flow_may_begin_without_a_message() -> None:
    assert passes(BOT, '- begins\n- expect: ["Oi, Ana!", {contains: ajudar}]')


def test_words_outside_the_window_are_warned_of() -> None:
    bot = flows("""
        a: {type: wait, amount: 25, unit: hours, next: b}
        b: {type: message, text: Sumiu?}
    """)
    result = run(bot, "- says: oi\n- after: 26h\n- expect: Sumiu?")
    assert result.passed
    (warning,) = result.warnings
    assert warning == "“Sumiu?” sai com a janela de 24 horas fechada: o WhatsApp só entrega modelos."


def test_a_case_knows_its_arm() -> None:
    bot = flows("""
        ab: {type: split, arms: [{id: um, label: Um}, {id: dois, label: Dois}], exits: {um: a, dois: b}}
        a: {type: message, text: A}
        b: {type: message, text: B}
    """)
    for arm, said in (("um", "A"), ("dois", "B")):
        assert passes(bot, f"- says: oi\n- expect: {said}", f"arms: {{ab: {arm}}}")
    assert run(bot, "- says: oi", "arms: {xy: um}").sentence == "“arms” fala de “xy”, que não é um bloco deste fluxo."
    assert run(bot, "- says: oi", "arms: {ab: tres}").sentence == "“ab” não tem o caminho “tres”; tem: um, dois."
    drawn = {run(bot, "- says: oi\n- expect: A", f"contact: {{id: pessoa-{number}}}").passed for number in range(20)}
    assert drawn == {True, False}


def test_subflows_are_walked() -> None:
    bot = flows(
        """
        a:
          type: run_flow
          flow: sub
          parameters: [{variable: de, value: fora}]
          results: [{variable: ganho, from: nota}]
          next: b
        b: {type: message, text: "nota {{ ganho }}"}
        """,
        sub='p: {type: question, kind: number, text: "Nota de {{ de }}?", variable: nota}',
    )
    report = run_cases(bot, cases("- script: [says: oi, expect: Nota de fora?, says: 9, expect: nota 9]"))
    assert report.passed, report.cases[0].sentence
    assert [(one.flow, one.nodes, one.nodes_seen) for one in report.coverage] == [("f", 2, 2), ("sub", 1, 1)]


def test_a_run_is_bounded() -> None:
    report = run_cases(
        BOT, cases("- name: a\n  script: [says: oi, says: oi, says: oi]\n- name: b\n  script: [says: oi]"), most_turns=2
    )
    assert [case.code for case in report.cases] == ["out_of_turns", "out_of_turns"]
    assert report.cases[0].step == 2


def test_media_places_and_templates() -> None:
    bot = flows("""
        foto: {type: question, kind: media, text: Manda uma foto?, variable: foto, exits: {next: aviso, invalid: fim}}
        aviso: {type: message, template: {name: lembrete, language: pt_BR}, next: fim}
        fim: {type: end, text: Tchau}
    """)
    assert passes(bot, """
        - says: oi
        - expect: Manda uma foto?
        - sends: {type: image, caption: aqui, id: foto-7}
        - expect: {template: lembrete}
        - expect: Tchau
        - ends
    """)  # fmt: skip
    result = run(bot, "- says: oi\n- sends: image\n- expect: {template: outro}")
    assert result.expected == "[modelo outro]"
    assert result.got.startswith("[modelo lembrete]")


def test_a_case_says_what_began_it() -> None:
    bot = flows('a: {type: message, text: "{{ trigger.kind }} {{ trigger.value }}"}')
    assert passes(bot, "- begins\n- expect: campaign natal", "trigger: {campaign: natal}")
    assert passes(bot, "- says: oi\n- expect: keyword banho", "trigger: {keyword: banho}")
    assert passes(bot, "- begins\n- expect: manual", "trigger: manual")
    assert passes(bot, "- says: oi\n- expect: message")
