"""How is a turn kept so that it can be played again, and the outcome be compared byte for byte?

What a turn depends on is its input, the session before it, and the flow versions. The input is kept whole
(`Input.to_json`), the versions by number; of the outcome (`Turn.to_json`) a digest is enough to see a difference.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

import msgspec

from recado.flows.engine.inputs import Input
from recado.flows.engine.turn import Turn

_DIGEST = 16
"""Bytes. A difference is looked for, not an attack withstood."""
_encoder = msgspec.json.Encoder(order="sorted")


def canonical(kept: Any) -> bytes:
    """The JSON of `Input.to_json`, `Session.to_json` or `Turn.to_json` as bytes: keys sorted, nothing between."""
    return _encoder.encode(kept)


def keep(arrived: Input) -> bytes:
    """The input of a turn as bytes; `read_kept` gives an equal input back."""
    return canonical(arrived.to_json())


def read_kept(kept: bytes | str) -> Input:
    """The input that `keep` wrote. Raises ValueError, KeyError or TypeError on anything else."""
    return Input.from_json(msgspec.json.decode(kept))


def digest(turn: Turn) -> str:
    """A short hex name of everything the turn came to: session, effects, ask, problems, path."""
    return blake2b(canonical(turn.to_json()), digest_size=_DIGEST).hexdigest()
