"""Does the page about webhooks say what the product does? Its code is run on its example and on what was just sent."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from recado.foundation.egress.models import Request, Secret
from recado.foundation.egress.policy import Policy
from recado.foundation.egress.signatures import is_signed, new_signing_secret
from tests.foundation.egress.support import ok, serving, walled

PAGE = (Path(__file__).parents[2] / "docs" / "webhooks.md").read_text("utf-8")
Arrived = tuple[dict[str, str], bytes]
Verify = Callable[[dict[str, str], bytes, str, float], bool]


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None, language
    return found.group(1)


def arrived(raw: str) -> Arrived:
    """Headers by their lower-case names, and the body."""
    head, _, body = raw.replace("\r\n", "\n").partition("\n\n")
    pairs = (line.split(": ", 1) for line in head.split("\n")[1:])
    return {name.lower(): value for name, value in pairs}, body.rstrip("\n").encode()


def in_python() -> Verify:
    names: dict[str, Any] = {}
    exec(block("python"), names)  # noqa: S102  # the page's own code, to see that it runs
    verify: Verify = names["is_from_recado"]
    return verify


def in_javascript() -> Verify:
    node = shutil.which("node")
    assert node is not None, "the dashboard needs node as well"

    def verify(headers: dict[str, str], body: bytes, secret: str, now: float) -> bool:
        given = json.dumps([headers, body.decode(), secret, now])
        script = f"{block('javascript')}\nprocess.stdout.write(String(isFromRecado(...{given})))"
        return subprocess.run([node, "-e", script], capture_output=True, text=True, check=True).stdout == "true"

    return verify


@pytest.fixture(params=[in_python, in_javascript], ids=["python", "javascript"])
def verify(request: pytest.FixtureRequest) -> Verify:
    made: Verify = request.param()
    return made


def refuses_what_was_changed(verify: Verify, headers: dict[str, str], body: bytes, secret: str, now: float) -> bool:
    return not any(
        (
            verify(headers, body + b" ", secret, now),
            verify({**headers, "webhook-id": "outro"}, body, secret, now),
            verify(headers, body, secret, now + 320),
            verify(headers, body, secret, now - 320),
            verify(headers, body, new_signing_secret(), now),
        )
    )


def test_the_example_is_rightly_signed(verify: Verify) -> None:
    headers, body = arrived(block("http"))
    secret, now = block("text").strip(), float(headers["webhook-timestamp"]) + 5
    assert json.loads(body)["type"] == "pedido.confirmado"
    assert is_signed(headers, body, secrets=[secret], now=int(now))
    assert verify(headers, body, secret, now)
    assert refuses_what_was_changed(verify, headers, body, secret, now)


async def test_what_the_product_sends_is_verified_by_the_recipe(verify: Verify) -> None:
    new, old = new_signing_secret(), new_signing_secret()
    body = '{"type":"a","data":{"nome":"José “X”"}}'.encode()
    async with serving(ok()) as server, walled(Policy(exceptions=frozenset({server.origin}))) as wall:
        signer = Secret("assinatura", new, frozenset({server.origin}), old)
        request = Request(method="POST", url=f"{server.origin}/", body=body, signed_by=signer, signed_id="ask-1")
        await wall.call(request)
    headers, sent = arrived(server.heads[0].decode())
    assert sent == body
    for secret in (new, old):
        assert verify(headers, sent, secret, time.time())
        assert refuses_what_was_changed(verify, headers, sent, secret, time.time())
