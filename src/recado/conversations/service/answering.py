"""Who answers what has just been received, and what does the platform itself do about it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from recado.channels.models import InboundMessage, OutgoingMessage
from recado.channels.views import ChannelView
from recado.contacts import service as contacts
from recado.contacts.models import Contact, ContactId
from recado.conversations import events
from recado.conversations.events import MessageReceived
from recado.conversations.models import (
    FLOW,
    SYSTEM,
    Answer,
    Answerer,
    AskConsent,
    ConversationId,
    Courtesy,
    Handling,
    Handoff,
    MessageId,
    Policy,
    Silence,
)
from recado.conversations.rules import handling as rules
from recado.conversations.rules import texts
from recado.conversations.service import csat
from recado.conversations.service.desk import Desk, Place
from recado.conversations.service.ports import Ports
from recado.conversations.store.policy import first_said, read_policy
from recado.foundation.database import Transaction
from recado.foundation.facts import Fact
from recado.privacy import service as privacy
from recado.privacy.models import ConsentAnswer, ConsentSetting, ConsentState, Wish


@dataclass(frozen=True, slots=True)
class Arrived:
    """A message that stands in its thread."""

    conversation: ConversationId
    id: MessageId
    channel: ChannelView
    contact: Contact
    phone: str
    message: InboundMessage


async def answer(tx: Transaction, desk: Desk, arrived: Sequence[Arrived], ports: Ports) -> list[Contact]:
    """Decide who answers each message, and let them; return the contacts as they are afterwards."""
    policy, name = await read_policy(tx)
    consents = await privacy.consent_states(tx, {one.contact.id for one in arrived})
    answering = _Answering(tx, desk, policy, name, consents, ports)
    for one in arrived:
        await answering.take(one)
    if answering.received:
        await ports.on_messages(tx, desk, answering.received)
    return answering.people


@dataclass(slots=True)
class _Answering:
    tx: Transaction
    desk: Desk
    policy: Policy
    organization: str
    consents: Mapping[ContactId, ConsentState]
    ports: Ports
    received: list[MessageReceived]
    people: list[Contact]

    def __init__(
        self,
        tx: Transaction,
        desk: Desk,
        policy: Policy,
        organization: str,
        consents: Mapping[ContactId, ConsentState],
        ports: Ports,
    ) -> None:
        self.tx, self.desk, self.policy, self.organization = tx, desk, policy, organization
        self.consents, self.ports = consents, ports
        self.received, self.people = [], []

    async def take(self, one: Arrived) -> None:
        """Handle one message: wishes first, for they work at any moment; then consent; then whoever answers."""
        if one.message.echo:
            self._note_echo(one)
        if not rules.is_utterance(one.message):
            self.people.append(one.contact)
            return
        answered = self.desk.answered.get(one.conversation)
        if answered is not None:
            await csat.take(self.tx, self.desk, one.conversation, answered)
            self.people.append(one.contact)
            return
        contact = await self._grant_wish(one)
        if contact is not None:
            self.people.append(contact)
            return
        self.people.append(one.contact)
        consent = self.consents.get(one.contact.id, ConsentState.UNASKED)
        if consent in (ConsentState.ASKED, ConsentState.REFUSED) and self._hears_consent(one):
            asked = privacy.read_consent(one.message.text, one.message.choice.id if one.message.choice else "")
            if asked is not ConsentAnswer.UNCLEAR and await self._consented(one, asked, consent):
                return
        decision = privacy.may_process(ConsentSetting(self.policy.consent), consent)
        conversation = self.desk.conversations[one.conversation]
        await self._carry_out(
            one, rules.handling(conversation, one.message, self.policy, decision, self.desk.now)
        )  # fmt: skip

    async def _grant_wish(self, one: Arrived) -> Contact | None:
        """Do what a word asks for at any moment; None where the message is no such word."""
        conversation = self.desk.conversations[one.conversation]
        is_tap = one.message.choice is not None
        wish = Wish.NONE if is_tap else privacy.read_wish(one.message.text)
        if wish is Wish.OPT_OUT or (wish is Wish.OPT_OUT_IF_IDLE and conversation.bot is None):
            await contacts.opt_out(self.tx, [one.contact.id], self.desk.now)
            await privacy.record(self.tx, [(one.contact.id, ConsentState.REVOKED, one.id)])
            self.desk.tell(one.conversation, "opted_out", SYSTEM)
            return self._with_opt_out(one, opted_out=True)
        if one.contact.opted_out_at is not None:
            if wish is not Wish.OPT_IN:
                self._call_person(one, "opted_out_wrote")
                return one.contact
            await contacts.opt_in(self.tx, [one.contact.id])
            await privacy.record(self.tx, [(one.contact.id, ConsentState.GRANTED, one.id)])
            back = self._with_opt_out(one, opted_out=False)
            self.desk.tell(one.conversation, "opted_in", SYSTEM)
            self._say(one, texts.OPTED_IN)
            return back
        if wish is Wish.PERSON and conversation.answerer is not Answerer.PERSON:
            self._say(one, texts.PERSON_CALLED)
            self._call_person(one, "asked_for_person")
            return one.contact
        return None

    def _with_opt_out(self, one: Arrived, *, opted_out: bool) -> Contact:
        place = self.desk.places[one.conversation]
        self.desk.places[one.conversation] = Place(place.window_hours, opted_out)
        return replace(one.contact, opted_out_at=self.desk.now if opted_out else None)

    async def _consented(self, one: Arrived, asked: ConsentAnswer, before: ConsentState) -> bool:
        """Write down the answer to the notice. What the person had written first is answered now."""
        if asked is ConsentAnswer.NO:
            if before is ConsentState.REFUSED:
                return False
            await privacy.record(self.tx, [(one.contact.id, ConsentState.REFUSED, one.id)])
            self._say(one, texts.CONSENT_REFUSED)
            return True
        await privacy.record(self.tx, [(one.contact.id, ConsentState.GRANTED, one.id)])
        first = await first_said(self.tx, one.conversation)
        decision = privacy.may_process(ConsentSetting(self.policy.consent), ConsentState.GRANTED)
        decided = rules.handling(
            self.desk.conversations[one.conversation], one.message, self.policy, decision, self.desk.now
        )
        await self._carry_out(replace(one, message=replace(one.message, text=first, choice=None)), decided)
        return True

    def _hears_consent(self, one: Arrived) -> bool:
        """May this be an answer to the notice? A "sim" that somebody at the desk asked for is an answer to them."""
        if self.policy.consent != ConsentSetting.ASK:
            return False
        conversation = self.desk.conversations[one.conversation]
        person_answers = conversation.answerer is Answerer.PERSON and not rules.bot_may_return(
            conversation, self.policy, self.desk.now
        )
        return one.message.choice is not None or not person_answers

    def _say(self, one: Arrived, text: str) -> None:
        """Confirm what was asked for, unless so much time has passed that an automatic answer would surprise."""
        if rules.is_stale(one.message, self.policy, self.desk.now):
            self._call_person(one, "stale")
        else:
            self.desk.say(one.conversation, OutgoingMessage(text=text), FLOW)

    async def _carry_out(self, one: Arrived, decided: Handling) -> None:
        match decided:
            case Answer():
                self._let_machine_answer(one)
            case AskConsent():
                await privacy.record(self.tx, [(one.contact.id, ConsentState.ASKED, one.id)])
                self.desk.say(one.conversation, texts.consent_notice(self.organization), FLOW)
            case Courtesy():
                self.desk.put(replace(self.desk.conversations[one.conversation], abuse_told=True))
                self.desk.say(one.conversation, OutgoingMessage(text=texts.TOO_MANY), FLOW)
            case Silence(reason=reason, needs_person=True):
                self._call_person(one, reason)
            case Silence():
                pass

    def _call_person(self, one: Arrived, reason: str) -> None:
        conversation = self.desk.conversations[one.conversation]
        if conversation.answerer is not Answerer.PERSON or conversation.state.value != "waiting":
            self.desk.hand_to_human(Handoff(one.conversation, reason), SYSTEM)

    def _note_echo(self, one: Arrived) -> None:
        if one.message.historic:
            self.desk.facts.append(Fact(events.ANSWERER_CHANGED, one.conversation, {"answerer": "person"}))
        else:
            self.desk.answered_by_phone(one.conversation)

    def _let_machine_answer(self, one: Arrived) -> None:
        conversation = rules.counted(self.desk.conversations[one.conversation], self.desk.now)
        if conversation.answerer is Answerer.PERSON:
            self.desk.put(conversation)
            self.desk.let_bot_return(one.conversation)
            conversation = self.desk.conversations[one.conversation]
        self.desk.put(conversation)
        self.received.append(
            MessageReceived(
                one.conversation,
                one.id,
                one.contact,
                one.phone,
                one.message,
                self.desk.now,
                self.policy.time_zone,
                one.channel.default_bot,
            )
        )
