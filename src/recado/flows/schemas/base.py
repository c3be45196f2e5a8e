"""What do all shapes of flows have in common?"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints


class Input(BaseModel):
    """What a caller sends: exactly these fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Output(BaseModel):
    """What a caller gets: an explicit list, never a row."""

    model_config = ConfigDict(frozen=True)


def _keepable(text: str) -> str:
    # A lone surrogate or NUL can be written in JSON and kept by no database.
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValueError("unpaired surrogates and NUL are not allowed")
    return text


def _one_line(text: str) -> str:
    if not text.isprintable():
        raise ValueError("control characters are not allowed")
    return text


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), AfterValidator(_one_line)]
Text = Annotated[str, AfterValidator(_keepable)]

LARGEST_BODY = 2 * 1024 * 1024
"""Bytes. Five hundred nodes full of text are about one; exports of other tools with their settings come near two."""
