"""How does an instance's connection live: codes, pairing, open, closed for a reason, open again?"""

from __future__ import annotations

from dataclasses import dataclass

from recado_simulator.evolution.instances import Instance
from recado_simulator.evolution.notices import Notices, upsert_of
from recado_simulator.shapes import BadRequest

# Ends that the gateway does not mend by itself; after any other it connects again without a word of the close.
FINAL = frozenset({401, 402, 403, 406})


@dataclass(slots=True)
class Life:
    """Moves instances from state to state and tells of it as the gateway does."""

    notices: Notices

    def begin(self, instance: Instance, number: str = "") -> None:
        """Open a socket and show codes; an instance that is paired opens without any."""
        if instance.state == "open":
            return
        instance.number = number or instance.number
        instance.state, instance.count, instance.code = "connecting", 0, ""
        self._told(instance, 200)
        if instance.owner and instance.ended_with != 401:
            self.notices.world.timers.later(0.05, lambda: self._open(instance))
            return
        self._next_code(instance)

    def _next_code(self, instance: Instance) -> None:
        if instance.state != "connecting":
            return
        if instance.count >= instance.ways.qr_limit:
            instance.state, instance.code, instance.pairing_code = "close", "", ""
            data = {"message": "QR code limit reached, please login again", "statusCode": 500}
            self.notices.tell(instance, "qrcode.updated", data)
            self.notices.tell(
                instance, "connection.update", {"instance": instance.name, "state": "refused", "statusReason": 500}
            )  # fmt: skip
            return
        instance.new_code()
        shown = {key: value for key, value in instance.shown_code().items() if key != "count"}
        self.notices.tell(instance, "qrcode.updated", {"qrcode": {"instance": instance.name, **shown}})
        at = instance.count
        self.notices.world.timers.later(
            instance.ways.qr_s, lambda: self._next_code(instance) if instance.count == at else None
        )  # fmt: skip

    def scan(self, instance: Instance, owner: str) -> None:
        """Somebody scans the QR code with the phone of `owner`."""
        if instance.state != "connecting" or not instance.code:
            raise BadRequest("there is no code to scan", status=409)
        self._pair(instance, owner)

    def type_code(self, instance: Instance, code: str) -> None:
        """The owner types the pairing code into the phone that it was made for."""
        typed = code.replace("-", "").strip().upper()
        if instance.state != "connecting" or not instance.pairing_code or typed != instance.pairing_code:
            raise BadRequest("the phone does not accept this code", status=409)
        self._pair(instance, instance.number)

    def _pair(self, instance: Instance, owner: str) -> None:
        """After pairing the stream restarts (515), and only then is it open."""
        instance.owner, instance.ended_with = owner, None
        instance.code = instance.pairing_code = ""
        self._told(instance, 515)
        self.notices.world.timers.later(0.05, lambda: self._open(instance))

    def close(self, instance: Instance, code: int, *, comes_back_s: float | None) -> None:
        """The connection ends with `code`. Of what the gateway means to mend nothing is told but `connecting`."""
        instance.ended_with = code
        if code in FINAL:
            instance.state = "close"
            if code == 401:
                instance.owner = ""
            self._told(instance, code)
            ended = {"instance": instance.name, "status": "closed", "disconnectionReasonCode": code}
            self.notices.tell(instance, "status.instance", ended)
            return
        if comes_back_s is None:
            instance.state = "close"  # a dead socket: silence
            return
        instance.state = "connecting"
        self._told(instance, code)
        self.notices.world.timers.later(comes_back_s, lambda: self._open(instance))

    def log_out(self, instance: Instance) -> None:
        """End the session from here."""
        instance.state, instance.owner, instance.code, instance.pairing_code = "close", "", "", ""
        instance.ended_with = 401
        self._told(instance, 401)

    def _open(self, instance: Instance) -> None:
        if instance.state != "connecting" or not instance.owner:
            return
        instance.state, instance.ended_with = "open", None
        self._told(instance, 200)
        for line in [line for line in instance.lines if line.waits]:
            line.waits = False
            self.notices.tell(instance, "messages.upsert", upsert_of(instance, line, line.name))

    def _told(self, instance: Instance, code: int) -> None:
        data = {"instance": instance.name, "state": instance.state, "statusReason": code}
        if instance.state == "open":
            data["wuid"] = instance.jid
        self.notices.tell(instance, "connection.update", data)
