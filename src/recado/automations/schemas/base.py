"""What do all shapes of automations have in common?"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

LARGEST_BODY = 128 * 1024


class Input(BaseModel):
    """What a caller sends: exactly these fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Output(BaseModel):
    """What a caller gets: an explicit list, never a row."""

    model_config = ConfigDict(frozen=True)


def _one_line(text: str) -> str:
    if not text.isprintable():
        raise ValueError("control characters are not allowed")
    return text


def _keepable(text: str) -> str:
    # A lone surrogate or NUL can be written in JSON and kept by no database.
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValueError("unpaired surrogates and NUL are not allowed")
    return text


Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80), AfterValidator(_one_line)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), AfterValidator(_one_line)]
Words = Annotated[str, StringConstraints(max_length=4_000), AfterValidator(_keepable)]
