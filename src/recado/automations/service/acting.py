"""What is done for each action of an automation?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from recado.automations import actions
from recado.automations.errors import ActionRefused
from recado.automations.models import Automation, Heard, Outcome, RunId, Situation
from recado.automations.service import reaching
from recado.automations.store import situations
from recado.automations.store import working as store
from recado.channels.models import OutgoingMessage, TemplateCall
from recado.channels.template_models import TemplateValues
from recado.channels.template_models import Value as TemplateValue
from recado.contacts import events as contact_events
from recado.contacts import service as contacts
from recado.contacts.models import ContactId
from recado.contacts.service import profiles
from recado.conversations.models import Actor, ConversationId
from recado.conversations.service import automatic, mentions, quick_replies, teamwork, verbs
from recado.conversations.service.ports import Ports
from recado.flows.models import BotId
from recado.flows.service import starting
from recado.foundation import facts
from recado.foundation.database import Transaction
from recado.foundation.errors import DomainError
from recado.foundation.facts import Fact
from recado.foundation.text import clip
from recado.leads.models import Closing, DealId, Mover, NewDeal, PipelineId, StageId
from recado.leads.service import deals
from recado.organizations.models import Actor as Author
from recado.organizations.models import ActorKind, Role, Scope, WebhookId
from recado.organizations.service import webhooks

CALLED = "automations.called"
"""By this name an address outside is told that an automation calls it."""
_KEPT = 500

About = dict[str, Any]


async def perform(
    tx: Transaction, automation: Automation, run: RunId, heard: Heard, situation: Situation, ports: Ports
) -> tuple[Outcome, ...]:
    """Do every action in order. One that a rule refuses is undone by itself and says why; those after it go on."""
    acting = _Acting(tx, automation, run, heard, situation, ports)
    return tuple([await acting.one(action, at) for at, action in enumerate(automation.rule.actions)])


@dataclass(slots=True)
class _Acting:
    tx: Transaction
    automation: Automation
    run: RunId
    heard: Heard
    situation: Situation
    ports: Ports
    actor: Actor = field(init=False)
    at: int = 0

    def __post_init__(self) -> None:
        self.actor = Actor("system", None, self.automation.name)

    async def one(self, action: actions.Action, at: int) -> Outcome:
        """Do one action and return what became of it."""
        self.at = at
        name = actions.name_of(action)
        try:
            self._refuse_without(action)
            async with self.tx.part():
                about = await _DOERS[type(action)](self, action)
        except ActionRefused as refused:
            return Outcome(name, "refused", str(refused.data.get("reason", "")), dict(refused.data))
        except DomainError as refused:
            return Outcome(name, "refused", refused.code, {key: _plain(one) for key, one in refused.data.items()})
        return Outcome(name, "done", "", about)

    def _refuse_without(self, action: actions.Action) -> None:
        if isinstance(action, actions.NEEDS_CONVERSATION) and self.situation.conversation is None:
            raise ActionRefused(reason="no_conversation")
        if isinstance(action, actions.NEEDS_PERSON) and self.situation.contact is None:
            raise ActionRefused(reason="no_person")

    @property
    def talk(self) -> ConversationId:
        """The conversation at hand; asked for only where there is one."""
        if self.situation.conversation is None:
            raise ActionRefused(reason="no_conversation")
        return ConversationId(self.situation.conversation)

    @property
    def person(self) -> ContactId:
        """The person at hand."""
        if self.situation.contact is None:
            raise ActionRefused(reason="no_person")
        return ContactId(self.situation.contact)

    @property
    def scope(self) -> Scope:
        """On whose behalf people's records are changed: the organization's own rule, by its name."""
        author = Author(ActorKind.SYSTEM, None, self.automation.name)
        return Scope(
            organization=self.tx.organization_id, actor=author, role=Role.API_KEY, permissions=frozenset(), session=None,
            teams=frozenset(), grant=None,
        )  # fmt: skip

    async def words(self, text: str) -> str:
        """Return a text with its variables filled in; without a conversation as it stands."""
        if self.situation.conversation is None or "{{" not in text:
            return text
        return (await quick_replies.worded(self.tx, text, self.talk, self.ports, operator="")).text

    async def assign(self, action: actions.Assign) -> About:
        """Give the conversation away."""
        await teamwork.give(
            self.tx, self.talk, self.ports, self.actor, None, member=action.member_id, team=action.team_id, seen=None
        )
        return {"member_id": _text(action.member_id), "team_id": _text(action.team_id)}

    async def tags(self, action: actions.ChangeTags) -> About:
        """Put tags on and take tags off."""
        wanted = {(self.person, name): True for name in action.add}
        wanted |= {(self.person, name): False for name in action.remove}
        before = set((await contacts.tags_of(self.tx, [self.person])).get(self.person, []))
        await contacts.label(self.tx, wanted)
        after = set((await contacts.tags_of(self.tx, [self.person])).get(self.person, []))
        if before != after:
            await facts.publish(self.tx, [Fact(contact_events.CHANGED, data={"contact_id": str(self.person)})])
        return {"added": sorted(after - before), "removed": sorted(before - after)}

    async def set_field(self, action: actions.SetField) -> About:
        """Write a custom field."""
        value = await self.words(action.value)
        await profiles.change(self.tx, self.scope, self.person, name=None, fields={action.field: value or None})
        return {"field": action.field, "value": clip(value, _KEPT)}

    async def create_deal(self, action: actions.CreateDeal) -> About:
        """Begin a deal."""
        if not action.even_if_open:
            present = await situations.open_deal(self.tx, self.person, action.pipeline_id)
            if present is not None:
                raise ActionRefused(reason="deal_is_open", deal_id=str(present["id"]))
        made = await deals.create(
            self.tx, self._mover(),
            NewDeal(
                pipeline=PipelineId(action.pipeline_id), stage=StageId(action.stage_id) if action.stage_id else None,
                contact=None if self.situation.conversation else self.person,
                conversation=_text(self.situation.conversation) or "", title=await self.words(action.title),
                value_cents=action.value_cents,
            ),
            viewer=None, conversations_of=None, closing=Closing(), key=f"{self.run}:{self.at}",
        )  # fmt: skip
        return {"deal_id": str(made.id), "title": made.title}

    async def move_deal(self, action: actions.MoveDeal) -> About:
        """Move the deal at hand, else the newest open one."""
        row = await situations.deal(self.tx, self.situation.deal) if self.situation.deal else None
        if row is None or row["pipeline_id"] != action.pipeline_id:
            row = await situations.open_deal(self.tx, self.person, action.pipeline_id)
        if row is None:
            raise ActionRefused(reason="no_deal")
        if row["stage_id"] == action.stage_id:
            raise ActionRefused(reason="in_stage_already", deal_id=str(row["id"]))
        await deals.move(
            self.tx, self._mover(), DealId(row["id"]), stage=StageId(action.stage_id), after=None, revision=None,
            closing=Closing(note=action.reason_note), viewer=None, key=f"{self.run}:{self.at}",
        )  # fmt: skip
        return {"deal_id": str(row["id"]), "title": row["title"]}

    async def start_flow(self, action: actions.StartFlow) -> About:
        """Let a bot begin."""
        await starting.start(self.tx, self.talk, BotId(action.bot_id), self.ports.clock())
        return {"bot_id": str(action.bot_id)}

    async def send_text(self, action: actions.SendText) -> About:
        """Write to the person."""
        text = await self.words(action.text)
        said = await automatic.say(
            self.tx, self.talk, self.ports, self.actor, message=OutgoingMessage(text=text), about=self._mark()
        )
        return {"message_id": str(said), "text": clip(text, _KEPT)}

    async def send_template(self, action: actions.SendTemplate) -> About:
        """Send a template."""
        body = tuple([TemplateValue(await self.words(one)) for one in action.values])
        said = await automatic.say(
            self.tx, self.talk, self.ports, self.actor,
            message=OutgoingMessage(template=TemplateCall(action.name, action.language)),
            values=TemplateValues(body=body), about=self._mark(),
        )  # fmt: skip
        return {"message_id": str(said), "template": action.name}

    async def open_handoff(self, action: actions.OpenHandoff) -> About:
        """Ask for a person."""
        team = await store.team_name(self.tx, action.team_id) if action.team_id else ""
        await automatic.open_handoff(
            self.tx, self.talk, self.ports, self.actor, reason=action.reason, priority=action.priority, team=team
        )
        return {"reason": action.reason, "priority": action.priority}

    async def notify(self, action: actions.Notify) -> About:
        """Tell colleagues."""
        text = await self.words(action.text)
        if self.situation.conversation is None and not action.by_email:
            raise ActionRefused(reason="no_conversation")
        if self.situation.conversation is not None:
            await mentions.note(self.tx, self.talk, self.ports, self.actor, None, text, action.member_ids)
        if action.by_email:
            await reaching.write_letters(self.tx, self.run, self.at, action.member_ids)
        return {"members": [str(one) for one in action.member_ids], "text": text}

    async def add_note(self, action: actions.AddNote) -> About:
        """Write a note."""
        text = await self.words(action.text)
        await mentions.note(self.tx, self.talk, self.ports, self.actor, None, text)
        return {"text": clip(text, _KEPT)}

    async def call_webhook(self, action: actions.CallWebhook) -> About:
        """Tell an address outside."""
        told = {
            "automation_id": str(self.automation.id), "run_id": str(self.run), "fact": self.heard.name,
            "conversation_id": _text(self.situation.conversation), "contact_id": _text(self.situation.contact),
            **{key: value for key, value in self.heard.data.items() if key.endswith(("_id", "_ids"))},
        }  # fmt: skip
        delivery = await webhooks.tell_one(
            self.tx, WebhookId(action.webhook_id), CALLED, told, now=self.ports.clock()
        )  # fmt: skip
        return {"delivery_id": str(delivery)}

    async def hand_back(self, _action: actions.HandBack) -> About:
        """Let the bot answer again."""
        await verbs.hand_back(self.tx, self.talk, self.ports, self.actor, None)
        return {}

    async def resolve(self, _action: actions.Resolve) -> About:
        """Archive the conversation."""
        await verbs.close(self.tx, self.talk, self.ports, self.actor, None)
        return {}

    def _mover(self) -> Mover:
        return Mover("automation", self.automation.id)

    def _mark(self) -> Mapping[str, Any]:
        # By this mark a receipt, which comes in a transaction of its own, is known as this run's doing.
        return {"automation_run": str(self.run), "automation": self.automation.name}


def _text(id_: UUID | None) -> str | None:
    return None if id_ is None else str(id_)


def _plain(value: object) -> object:
    return value if isinstance(value, str | int | float | bool | None) else clip(str(value), _KEPT)


_DOERS: Final[Mapping[type, Callable[[_Acting, Any], Awaitable[About]]]] = {
    actions.Assign: _Acting.assign,
    actions.ChangeTags: _Acting.tags,
    actions.SetField: _Acting.set_field,
    actions.CreateDeal: _Acting.create_deal,
    actions.MoveDeal: _Acting.move_deal,
    actions.StartFlow: _Acting.start_flow,
    actions.SendText: _Acting.send_text,
    actions.SendTemplate: _Acting.send_template,
    actions.OpenHandoff: _Acting.open_handoff,
    actions.Notify: _Acting.notify,
    actions.AddNote: _Acting.add_note,
    actions.CallWebhook: _Acting.call_webhook,
    actions.HandBack: _Acting.hand_back,
    actions.Resolve: _Acting.resolve,
}
