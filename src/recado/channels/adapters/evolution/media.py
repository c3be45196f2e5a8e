"""How do the bytes of a message come from the gateway?"""

from __future__ import annotations

import asyncio
import base64
import binascii
from typing import Any, Final

import aiohttp

from recado.channels.adapter import Account, MediaFile, MediaUnavailable
from recado.channels.adapters.evolution.gateway import (
    MEDIA_CAP,
    MEDIA_TIMEOUT,
    AnswerLost,
    NotConfigured,
    NotReached,
    ask,
    gateway_of,
)
from recado.channels.adapters.evolution.sending import words_in
from recado.channels.models import Json

_OK, _REDIRECT, _REFUSED, _SERVER = 200, 300, 400, 500
_GONE: Final = ("not found", "message not found", "no media", "not a media", "is not of the media type")


async def fetch(session: aiohttp.ClientSession, account: Account, message_id: str) -> MediaFile:
    """Fetch the file of a message by the message's id; raise `MediaUnavailable`.

    The gateway decrypts it from its own copy of the message, so one that it never stored is gone for good.
    """
    try:
        gateway = gateway_of(account)
        url = gateway.url("chat", "getBase64FromMediaMessage", gateway.instance)
        wanted: Json = {"message": {"key": {"id": message_id}}, "convertToMp4": False}
        answer = await ask(session, "POST", url, gateway, json=wanted, timeout=MEDIA_TIMEOUT, cap=MEDIA_CAP)
    except NotConfigured as error:
        raise MediaUnavailable(error.code, gone=False) from error
    except (NotReached, AnswerLost) as error:
        raise MediaUnavailable(error.code, gone=False) from error
    if not _OK <= answer.status < _REDIRECT:
        words = words_in(answer.json).lower()
        gone = _REFUSED <= answer.status < _SERVER and any(word in words for word in _GONE)
        raise MediaUnavailable("media_gone" if gone else f"http_{answer.status}", gone=gone)
    told = answer.object
    content = await asyncio.to_thread(decoded, told.get("base64"))
    if content is None:
        raise MediaUnavailable("garbage", gone=False)
    return MediaFile(content, _text(told, "mimetype"), _text(told, "fileName"))


def decoded(value: Any) -> bytes | None:
    """Bytes of base64, with or without the beginning of a `data:` link; None where it is no such thing."""
    if not isinstance(value, str) or not value:
        return None
    try:
        return base64.b64decode(value.rpartition(",")[2], validate=True)
    except (binascii.Error, ValueError):
        return None


def _text(told: Json, key: str) -> str:
    value = told.get(key)
    return value if isinstance(value, str) else ""
