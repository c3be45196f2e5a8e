"""What was this process told through its environment?"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path


class BadSetting(Exception):
    """A variable of the environment cannot be read; the message names it and says what it takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting, by the name of its environment variable in lower case. `.env.example` lists the same names."""

    database_url: str = ""
    """PostgreSQL ≥ 15 as a role that may create roles; empty means the embedded server."""
    port: int = 8000
    """API and dashboard; the simulator takes the next one."""
    host: str = "127.0.0.1"
    workers: int = 1
    """Worker processes."""
    api_workers: int = 1
    """API processes that share the port."""
    recado_home: str = ".recado"
    """Folder for the embedded database, keys and media."""
    recado_master_key: str = ""
    """32 bytes in hex; empty means the file `master.key` in the home folder, made on first use."""
    recado_public_url: str = ""
    """Address under which people and providers reach the API; empty means http://localhost:PORT."""
    recado_simulator: bool = True
    """Start the simulator beside the product."""
    recado_trusted_proxies: int = 0
    """How many proxies in front of the API append to X-Forwarded-For."""
    recado_unconfirmed_wait_s: float = 20.0
    """How long a send with an unknown end waits for a status that carries its token."""
    recado_lease_s: float = 30.0
    """After so long in `dispatching` the end of a send is taken as unknown."""
    max_flow_iterations: int = 100
    """Node executions in one turn."""
    webhook_verify_token: str = ""
    meta_phone_number_id: str = ""
    meta_access_token: str = ""
    meta_app_secret: str = ""
    meta_graph_url: str = ""
    """Where the Graph API answers; empty means Meta's own address."""
    recado_metrics_token: str = ""
    """Opens /metrics from other machines, as a bearer token; empty: only this machine may read them."""
    recado_egress_ports: str = ""
    """Ports that flows may call, with commas; empty means 443 and 8443."""
    recado_egress_exceptions: str = ""
    """Origins that flows may call although they are plain http, private or on another port."""
    recado_egress_denied: str = ""
    """Networks with public addresses that flows may not call all the same: one's own."""
    recado_smtp_host: str = ""
    """Server that takes letters for colleagues; empty: none are sent."""
    recado_smtp_port: int = 0
    """0 means 587 with STARTTLS, 465 with TLS, 25 without either."""
    recado_smtp_user: str = ""
    recado_smtp_password: str = ""
    recado_smtp_security: str = "starttls"
    """starttls, tls, or none (only for a server on this machine)."""
    recado_smtp_from: str = ""
    """Address that letters come from, with or without a name."""
    recado_smtp_ca_file: str = ""
    """Certificates to trust instead of the system's, for a server of one's own."""
    failpoint: str = ""
    log_level: str = "info"

    @property
    def home(self) -> Path:
        """The home folder as an absolute path."""
        return Path(self.recado_home).resolve()

    @property
    def describes_a_channel(self) -> bool:
        """Are all four settings there that make the first channel?"""
        told = (self.webhook_verify_token, self.meta_phone_number_id, self.meta_access_token, self.meta_app_secret)
        return all(told)

    @property
    def public_url(self) -> str:
        """The public address without a slash at its end."""
        return (self.recado_public_url or f"http://localhost:{self.port}").rstrip("/")


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Read `Settings` from the environment; raise `BadSetting` with one sentence where a value does not fit."""
    source = os.environ if environment is None else environment
    found: dict[str, object] = {}
    for field in fields(Settings):
        text = source.get(field.name.upper())
        if text is not None and text.strip():
            found[field.name] = _read(field.name.upper(), str(field.type), text.strip())
    return Settings(**found)  # type: ignore[arg-type]  # the loop above gives each field its own type


def _read(name: str, kind: str, text: str) -> object:
    try:
        if kind == "int":
            return int(text)
        if kind == "float":
            return float(text)
    except ValueError:
        raise BadSetting(f"{name} deve ser um número, e veio {text!r}.") from None
    if kind == "bool":
        if text.lower() not in {"true", "false", "1", "0", "yes", "no", "sim", "nao", "não"}:
            raise BadSetting(f"{name} deve ser true ou false, e veio {text!r}.")
        return text.lower() in {"true", "1", "yes", "sim"}
    return text
