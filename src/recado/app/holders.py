"""Which modules keep things of people, and so have a part in merges and timelines?"""

from __future__ import annotations

from recado.contacts.models import Holder
from recado.conversations.service.people import ConversationsOfPeople
from recado.flows.service.people import FlowsOfPeople
from recado.leads.service.people import DealsOfPeople
from recado.privacy.service import ConsentsOfPeople


def holders_of_people() -> tuple[Holder, ...]:
    """Return them in the order of the layers; undoing walks it backwards."""
    return (ConsentsOfPeople(), ConversationsOfPeople(), DealsOfPeople(), FlowsOfPeople())
