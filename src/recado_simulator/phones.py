"""Who are the people with a phone, and how are they found again?"""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from recado_simulator.identity import canonical, digits_of, is_number, user_id_of, wa_id_of
from recado_simulator.journal import Journal
from recado_simulator.shapes import BadRequest, Json, merged

_CHANGEABLE = {
    "name",
    "username",
    "hide_phone",
    "online",
    "auto_read",
    "not_on_whatsapp",
    "blocked",
    "marketing_stopped",
    "on_page",
}


@dataclass(frozen=True, slots=True)
class Phone:
    """A person's WhatsApp. `number` is the number as dialled; `blocked` means this person blocked the business."""

    number: str
    name: str = ""
    username: str = ""
    hide_phone: bool = False
    online: bool = True
    auto_read: bool = False
    not_on_whatsapp: bool = False
    blocked: bool = False
    marketing_stopped: bool = False
    on_page: bool = False
    generation: int = 0

    @property
    def wa_id(self) -> str:
        return wa_id_of(self.number)

    def user_id(self, portfolio: str) -> str:
        return user_id_of(portfolio, self.number, generation=self.generation)


class PhoneBook:
    """All phones by dialled number. Any number that is written to or writes becomes a phone."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._phones = {number: Phone(**row) for number, row in journal.rows("phone")}
        self._by_user_id: dict[tuple[str, str], str] = {}

    def all(self) -> list[Phone]:
        return list(self._phones.values())

    def find(self, number: str) -> Phone | None:
        return self._phones.get(canonical(digits_of(number)))

    def take(self, number: str) -> Phone:
        """Find the phone of this number or open one; `number` may be the 12-digit form or carry `+` and spaces."""
        digits = canonical(digits_of(number))
        if not is_number(digits):
            raise BadRequest(f"{number!r} is not a phone number: 7 to 15 digits with the country code")
        return self._phones.get(digits) or self.save(Phone(number=digits))

    def save(self, phone: Phone) -> Phone:
        self._phones[phone.number] = phone
        self._journal.put("phone", phone.number, asdict(phone))
        return phone

    def change(self, phone: Phone, changes: Json) -> Phone:
        wrong = set(changes) - _CHANGEABLE
        if wrong:
            raise BadRequest(f"unknown: {', '.join(sorted(wrong))}; known: {', '.join(sorted(_CHANGEABLE))}")
        changed = merged(phone, changes)
        changed = replace(changed, username=changed.username.removeprefix("@"), name=changed.name[:128])
        return changed if changed == phone else self.save(changed)

    def remove(self, phone: Phone) -> None:
        self._phones.pop(phone.number, None)
        self._journal.put("phone", phone.number, None)

    def by_user_id(self, portfolio: str, user_id: str) -> Phone | None:
        """The phone behind a BSUID of this portfolio; an id from before a change finds nobody."""
        number = self._by_user_id.get((portfolio, user_id))
        phone = self._phones.get(number) if number else None
        if phone is not None and phone.user_id(portfolio) == user_id:
            return phone
        for candidate in self._phones.values():
            self._by_user_id[portfolio, candidate.user_id(portfolio)] = candidate.number
        number = self._by_user_id.get((portfolio, user_id))
        phone = self._phones.get(number) if number else None
        return phone if phone is not None and phone.user_id(portfolio) == user_id else None

    def clear(self) -> None:
        self._phones = {}
        self._by_user_id = {}


def shown(phone: Phone) -> Json:
    """The phone as the control API gives it."""
    return {**asdict(phone), "phone": phone.number, "wa_id": phone.wa_id}
