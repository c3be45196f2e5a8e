"""Do the sentences that people write reach the choice that they mean, and no other?"""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from recado.flows.engine.answers.choices import Choosable, pick

HERE = Path(__file__).parent / "cases"
MENUS = {
    name: tuple(Choosable(key, title, tuple(also.split(",") if also else ())) for key, title, also in rows)
    for name, rows in json.loads((HERE / "menus.json").read_text("utf-8")).items()
}
SLOWEST = 0.1
"""Seconds of CPU for one answer, on a machine that others use."""


def cases() -> list[tuple[str, str, str]]:
    """Menu, what is said, and the choice that is meant."""
    found, menu = [], ""
    for line in (HERE / "choices.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            menu = line.strip("[]")
        elif line.strip() and not line.startswith("# "):
            said, _, meant = line.rpartition(" = ")
            found.append((menu, said, meant))
    return found


@pytest.mark.parametrize(("menu", "said", "meant"), cases())
def test_the_choice_meant(menu: str, said: str, meant: str) -> None:
    picked = pick(said, "", MENUS[menu])
    assert (picked.id if picked else "-") == meant


def test_there_are_many_cases_and_many_of_them_pick_nothing() -> None:
    assert len(cases()) > 400
    assert sum(meant == "-" for _, _, meant in cases()) > 100


@pytest.mark.parametrize(
    "said", ["a" * 4_000, "banho " * 600, "não quero " * 400, "1 2 3 " * 600, "ou " * 1_300, "...," * 1_000]
)
def test_no_answer_takes_long(said: str) -> None:
    many = [
        Choosable(str(at), f"Opção {at} de banho e tosa completa", ("lavar", "secar", "escovar")) for at in range(40)
    ]
    took = []
    for _ in range(3):
        began = time.process_time()
        pick(said, "", many)
        took.append(time.process_time() - began)
    assert min(took) < SLOWEST
