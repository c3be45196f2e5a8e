"""Deliveries from a number that its owner also uses on a phone: echoes, old threads, the address book."""

from __future__ import annotations

from typing import Any

from tests.channels.whatsapp_cloud.catalogue.building import (
    BSUID,
    NUMBER,
    NUMBER_ID,
    PHONE,
    SENT,
    Case,
    Expected,
    Json,
    card,
    concerns,
    event,
    says,
    value,
)

ECHOES, HISTORY, BOOK = "smb_message_echoes", "history", "smb_app_state_sync"


def cases() -> list[Case]:
    return [*_echoes(), *_history(), *_address_book()]


def wrote(kind: str, **more: Any) -> Json:
    held = {"from": NUMBER, "to": PHONE, "to_user_id": BSUID, "id": "wamid.1", "timestamp": SENT, "type": kind, **more}
    return {key: item for key, item in held.items() if item is not None}


def echoed(kind: str, text: str = "", **more: Any) -> Expected:
    return says(kind, text, **{"echo": True, **more})


def _echo(case: str, element: Any, *expected: Expected, **more: Any) -> Case:
    return concerns(ECHOES, value(message_echoes=[element], **more), *expected, case=case, account=NUMBER_ID)


def _echoes() -> list[Case]:
    picture = {"id": "900", "mime_type": "image/jpeg", "caption": "pronto"}
    edit = {"original_message_id": "wamid.Q", "message": {"type": "text", "text": {"body": "às 15h"}}}
    plain = {"text": {"body": "já respondo"}}
    return [
        _echo("text", wrote("text", **plain), echoed("text", "já respondo")),
        _echo(
            "to a phone only",
            wrote("text", **plain, to_user_id=None),
            echoed("text", "já respondo", sender__bsuid="", chat=PHONE),
        ),
        _echo(
            "to a BSUID only",
            wrote("text", **plain, to=None),
            echoed("text", "já respondo", sender__wa_id="", chat=BSUID),
        ),
        _echo("to a phone with plus", wrote("text", **plain, to=f"+{PHONE}"), echoed("text", "já respondo")),
        _echo(
            "with parents",
            wrote("text", **plain, to_parent_user_id="BR.ENT.1"),
            echoed("text", "já respondo", sender__parent_bsuid="BR.ENT.1"),
        ),
        _echo(
            "with a card",
            wrote("text", **plain),
            echoed("text", "já respondo", sender__name="Ana Souza"),
            contacts=[card()],
        ),
        _echo("picture", wrote("image", image=picture), echoed("image", "pronto", media__provider_id="900")),
        _echo(
            "reaction",
            wrote("reaction", reaction={"message_id": "wamid.Q", "emoji": "👍"}),
            echoed("reaction", "👍", about="wamid.Q"),
        ),
        _echo(
            "taken back",
            wrote("revoke", revoke={"original_message_id": "wamid.Q"}),
            echoed("revoke", "", about="wamid.Q"),
        ),
        _echo("edited", wrote("edit", edit=edit), echoed("edit", "às 15h", about="wamid.Q")),
        _echo(
            "buttons",
            wrote("interactive", interactive={"type": "button", "body": {"text": "Confirma?"}, "action": {}}),
            echoed("interactive", "Confirma?", subtype="button"),
        ),
        _echo(
            "template",
            wrote("template", template={"name": "lembrete", "language": {"code": "pt_BR"}}),
            echoed("template", "lembrete", content__template__name="lembrete"),
        ),
        _echo(
            "unsupported",
            wrote("unsupported", unsupported={"type": "poll_creation"}),
            echoed("unsupported", "", subtype="poll_creation"),
        ),
        _echo("to nobody", wrote("text", **plain, to=None, to_user_id=None), event(ECHOES)),
        _echo("broken", "x", event(ECHOES, value__raw="x")),
        Case(
            "echo without a field",
            concerns(ECHOES, value(message_echoes=[wrote("text", **plain)])).body.replace(
                b'"field": "smb_message_echoes", ', b""
            ),
            (echoed("text", "já respondo"),),
        ),
    ]


def _history() -> list[Case]:
    def old(writer: str, kind: str = "text", **more: Any) -> Json:
        return {"from": writer, "id": "wamid.1", "timestamp": SENT, "type": kind, **more}

    def thread(*messages: Any, name: str = PHONE) -> Json:
        metadata = {"phase": 0, "chunk_order": 1, "progress": 55}
        return value(history=[{"metadata": metadata, "threads": [{"id": name, "messages": list(messages)}]}])

    def was(kind: str, text: str = "", **more: Any) -> Expected:
        return says(kind, text, **{"historic": True, "sender__bsuid": "", "chat": PHONE, **more})

    def case(name: str, held: Any, *expected: Expected) -> Case:
        return concerns(HISTORY, held, *expected, case=name, account=NUMBER_ID)

    progress = event(HISTORY, value__metadata__progress=55)
    context: Json = {"history_context": {"status": "READ"}}
    declined = {"code": 2593109, "title": "History sync is turned off"}
    picture = {"id": "900", "mime_type": "image/jpeg", "caption": "antiga"}
    return [
        case(
            "by the person",
            thread(old(PHONE, text={"body": "Oi"}, **context)),
            was("text", "Oi", content__history_context__status="READ"),
            progress,
        ),
        case("by the business", thread(old(NUMBER, text={"body": "Olá"})), was("text", "Olá", echo=True), progress),
        case(
            "by the business, to told",
            thread({**old(NUMBER, text={"body": "Olá"}), "to": PHONE}),
            was("text", "Olá", echo=True),
            progress,
        ),
        case(
            "of media to come",
            thread(old(NUMBER, "media_placeholder")),
            was("unsupported", "", subtype="media_placeholder", echo=True, key=""),
            progress,
        ),
        case(
            "of media that came",
            value(messages=[old(PHONE, "image", image=picture)]),
            was("image", "antiga", media__provider_id="900", key="wamid.1:media"),
        ),
        case(
            "of media that came, ours",
            value(messages=[{**old(NUMBER, "image", image=picture), "to": PHONE}]),
            was("image", "antiga", media__provider_id="900", echo=True),
        ),
        case("not shared", value(history=[{"errors": [declined]}]), event(HISTORY, value__errors=[declined])),
        case("as a word", value(history="not-an-array"), event(HISTORY)),
        case(
            "with rubbish",
            value(history=[None, 7, {"threads": [None, "x", {"messages": ["y"]}]}]),
            event(HISTORY, value__raw=7),
            event(HISTORY, value__raw="x"),
            event(HISTORY, value__raw="y"),
            event(HISTORY, value__threads=2),
        ),
        case(
            "both ways",
            thread(old(PHONE, text={"body": "a"}), {**old(NUMBER, text={"body": "b"}), "id": "wamid.2"}),
            was("text", "a"),
            was("text", "b", echo=True, provider_id="wamid.2"),
            progress,
        ),
    ]


def _address_book() -> list[Case]:
    def entry(action: str, **contact: Any) -> Json:
        return {
            "type": "contact",
            "action": action,
            "contact": {"phone_number": PHONE, **contact},
            "metadata": {"timestamp": SENT},
        }

    both = value(state_sync=[entry("add", full_name="Ana Souza", first_name="Ana"), entry("remove")])
    return [
        concerns(
            BOOK,
            both,
            event(BOOK, value__action="add", value__contact__full_name="Ana Souza"),
            event(BOOK, value__action="remove"),
            account=NUMBER_ID,
        ),
        concerns(BOOK, value(state_sync="x"), event(BOOK), case="as a word", account=NUMBER_ID),
    ]
