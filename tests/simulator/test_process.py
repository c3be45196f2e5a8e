"""Does the process start with one line, end in two seconds, and remember after a kill?"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest

ACCOUNT = {
    "phone_number_id": "400000000000001",
    "waba_id": "300000000000001",
    "display_phone_number": "+55 11 4000-0001",
    "name": "Clínica",
    "app_id": "2",
    "app_secret": "segredo",
    "access_token": "t",
    "verify_token": "v",
    "callback_url": "http://127.0.0.1:9/webhooks",
}
COMMAND = [sys.executable, "-m", "recado_simulator"]
SOURCE = str(Path(__file__).parents[2] / "src")


class Running:
    """One simulator process and its address."""

    def __init__(self, data: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [*COMMAND, "--port", "0", "--data", str(data), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": SOURCE},
        )
        assert self.process.stdout is not None
        self.line = self.process.stdout.readline().strip()
        self.url = self.line.rpartition(" ")[2]

    def ask(self, path: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", "Authorization": "Bearer t"}
        request = urllib.request.Request(f"{self.url}/{path}", data=data, headers=headers)  # noqa: S310 - loopback
        with urllib.request.urlopen(request, timeout=5) as answer:  # noqa: S310 - loopback
            return json.load(answer)

    def stop(self, how: signal.Signals) -> float:
        started = time.monotonic()
        self.process.send_signal(how)
        self.process.communicate(timeout=10)
        return time.monotonic() - started


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "simulador.json"
    path.write_text(json.dumps({"accounts": [ACCOUNT], "phones": [{"phone": "5511988887777", "name": "Ana"}]}))
    return path


def test_it_says_where_it_is_and_ends_cleanly(tmp_path: Path, config: Path) -> None:
    running = Running(tmp_path / "dados", "--config", str(config))
    assert running.line.startswith("Simulador pronto em http://127.0.0.1:")
    assert running.ask("control/phones")["phones"][0]["name"] == "Ana"
    stream = urllib.request.urlopen(f"{running.url}/control/events?phones=5511988887777")  # noqa: S310 - loopback
    assert running.stop(signal.SIGTERM) < 2
    stream.close()
    assert running.process.returncode == 0


def test_a_kill_loses_no_ledger_row_and_no_number(tmp_path: Path, config: Path) -> None:
    running = Running(tmp_path / "dados", "--config", str(config))
    running.ask("control/phones/5511988887777/messages", {"text": "oi"})
    body = {"messaging_product": "whatsapp", "to": "5511988887777", "text": {"body": "olá"}}
    sent = running.ask("v25.0/400000000000001/messages", body)["messages"][0]["id"]
    time.sleep(0.5)
    running.stop(signal.SIGKILL)
    ledger = tmp_path / "dados" / "ledger.jsonl"
    with ledger.open("ab") as file:
        file.write(b'{"seq": 2, "half')

    again = Running(tmp_path / "dados", "--config", str(config))
    assert [row["wamid"] for row in again.ask("control/ledger")["entries"]] == [sent]
    texts = [one["text"] for one in again.ask("control/phones/5511988887777/messages")["messages"]]
    assert texts == ["oi", "olá"]
    again.ask("v25.0/400000000000001/messages", body)
    assert [row["seq"] for row in again.ask("control/ledger")["entries"]] == [1, 2]
    again.stop(signal.SIGTERM)
    assert len(ledger.read_text().splitlines()) == 2


def test_a_taken_port_is_one_sentence_and_code_1(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [*COMMAND, "--port", port, "--data", str(tmp_path)],
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
            env={**os.environ, "PYTHONPATH": SOURCE},
        )
    assert done.returncode == 1
    assert "não pôde iniciar" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_config_is_one_sentence_and_code_1(tmp_path: Path) -> None:
    path = tmp_path / "errado.json"
    path.write_text("{")
    done = subprocess.run(
        [*COMMAND, "--data", str(tmp_path), "--config", str(path)],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
        env={**os.environ, "PYTHONPATH": SOURCE},
    )
    assert done.returncode == 1
    assert "errado.json" in done.stderr
    assert "Traceback" not in done.stderr
