"""What is done with templates?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from recado.channels.adapter import Account, AccountUnavailable, Adapter, TemplateAdapter
from recado.channels.errors import (
    ProviderUnavailable,
    TemplateExists,
    TemplateNotFound,
    TemplateRefused,
    TemplatesUnsupported,
)
from recado.channels.models import ChannelEvent, Template, TemplateCall
from recado.channels.template_models import FilledTemplate, Submitted, TemplateDraft, TemplateProblem, TemplateValues
from recado.channels.templates import events, store
from recado.channels.templates.models import (
    APPROVED,
    CHANGED,
    DELETED,
    SYNC,
    StatusChange,
    StoredTemplate,
    Sync,
    Wanted,
)
from recado.foundation import facts, jobs
from recado.foundation.database import Transaction
from recado.foundation.facts import Fact
from recado.foundation.failpoints import failpoint

UNKNOWN = "132001"
"""The provider's code of a template that it does not have in this language."""
_SOON_S = 2.0
"""Several changes of one account come together, and one listing tells them all."""


async def list_templates(tx: Transaction, wanted: Wanted) -> list[StoredTemplate]:
    """Return templates by name; those that are gone only where they are asked for."""
    return await store.find_all(tx, wanted)


async def read(tx: Transaction, id_: UUID) -> StoredTemplate:
    """Return one template; raise `TemplateNotFound`."""
    found = await store.read(tx, id_)
    if found is None:
        raise TemplateNotFound
    return found


async def syncs(tx: Transaction, channels: Collection[UUID] | None = None) -> list[Sync]:
    """Return how the last askings for listings went."""
    return await store.syncs(tx, channels)


async def ask_for_listing(tx: Transaction, channel: UUID, now: datetime, *, soon: bool = False) -> None:
    """Let a worker ask the provider for a channel's listing; asked twice at once, it is done once."""
    data = {"channel_id": str(channel), "asked_at": now.isoformat()}
    await jobs.defer(tx, SYNC, data, run_after_s=_SOON_S if soon else 0.0)


async def keep_listing(tx: Transaction, channel: UUID, listed: Sequence[Template], asked_at: datetime) -> int:
    """Write down a whole listing that was asked for at that moment; return how many templates changed or went."""
    changed = await store.save_listed(tx, channel, _unique(listed), asked_at)
    changed += await store.mark_gone(tx, channel, listed, asked_at)
    return changed


async def end_sync(tx: Transaction, channel: UUID, now: datetime, *, problem: str = "", found: int = 0) -> None:
    """Say how an asking went; whoever looks at the screen sees it."""
    await store.end_sync(tx, channel, now, problem, found)
    await tell(tx, channel)
    failpoint("templates.before_commit")


def _unique(listed: Sequence[Template]) -> list[Template]:
    # A page that shifted while it was turned names a template twice; one statement may touch a row once.
    return list({(one.name, one.language): one for one in listed}.values())


async def hear(tx: Transaction, channel: UUID, event: ChannelEvent, received: datetime) -> None:
    """Take in what a webhook says about a template; what is unknown is asked for."""
    value, at = event.value, events.moment_of(event, received)
    name, language, _ = events.named(value)
    if not name or not language:
        return
    outcome = "changed"
    match event.field:
        case events.STATUS:
            outcome = await store.save_status(tx, channel, events.status_of(value), at)
        case events.QUALITY:
            known = await store.save_quality(tx, channel, name, language, events.quality_of(value), at)
            outcome = "changed" if known else "new"
        case events.CATEGORY:
            known = await store.save_category(tx, channel, name, language, events.category_of(value), at)
            outcome = "changed" if known else "new"
        case _:
            outcome = "new"
    if outcome == "new":
        await ask_for_listing(tx, channel, received, soon=True)
    if outcome != "old":
        await tell(tx, channel)


async def tell(tx: Transaction, channel: UUID) -> None:
    """Say that what is known of a channel's templates is not what it was."""
    await facts.publish(tx, [Fact(CHANGED, None, {"channel_id": str(channel)})])


def fill(adapter: Adapter, stored: StoredTemplate, values: TemplateValues) -> FilledTemplate:
    """Fill a template in, with everything that the provider would refuse; raise `TemplatesUnsupported`."""
    return speaks(adapter).fill_template(stored.known, values)


def speaks(adapter: object) -> TemplateAdapter:
    """Return the adapter as one that knows templates; raise `TemplatesUnsupported`."""
    if not isinstance(adapter, TemplateAdapter):
        raise TemplatesUnsupported
    return adapter


async def fill_call(
    tx: Transaction, channel: UUID, adapter: Adapter, call: TemplateCall, values: TemplateValues | None
) -> tuple[TemplateCall, str, dict[str, object]]:
    """Return the call as it will be made, its text as the phone shows it, and what a thread keeps of it.

    Raises `TemplateRefused` with every problem. A channel whose listing was never had, and a template whose parts are not
    known yet, are not held against anything: the provider decides.
    """
    template = speaks(adapter)
    stored = await store.find(tx, channel, call.name, call.language)
    if stored is None and any(one.finished_at is not None and not one.problem for one in await syncs(tx, [channel])):
        raise TemplateRefused(problems=[_told(TemplateProblem(UNKNOWN, "template.name"))])
    if stored is None or not stored.complete:
        return _unchecked(call, values)
    filled = template.fill_template(stored.known, values) if values is not None else _given(template, stored, call)
    if filled.problems:
        raise TemplateRefused(problems=[_told(one) for one in filled.problems])
    return filled.call, filled.rendered.text, content_of(stored, filled)


async def shown(
    tx: Transaction, channel: UUID, adapter: Adapter, call: TemplateCall
) -> tuple[str, dict[str, object]] | None:
    """Return how a call reads on the phone and what a thread keeps of it; None where its template is not known here."""
    if not isinstance(adapter, TemplateAdapter):
        return None
    stored = await store.find(tx, channel, call.name, call.language)
    if stored is None or not stored.complete:
        return None
    filled = _given(adapter, stored, call)
    return filled.rendered.text, content_of(stored, filled)


def _unchecked(call: TemplateCall, values: TemplateValues | None) -> tuple[TemplateCall, str, dict[str, object]]:
    if values is not None and values != TemplateValues():
        # Typed values are worded by the template's own definition, which nobody has told us yet.
        raise TemplateRefused(problems=[_told(TemplateProblem(UNKNOWN, "template.name"))])
    return call, "", {}


def _given(template: TemplateAdapter, stored: StoredTemplate, call: TemplateCall) -> FilledTemplate:
    return FilledTemplate(call, template.render_template(stored.known, call), template.check_call(stored.known, call))


def content_of(stored: StoredTemplate, filled: FilledTemplate) -> dict[str, object]:
    """What a thread shows of a template beside its text."""
    shown, known = filled.rendered, stored.known
    template = {
        "id": str(stored.id), "name": known.name, "language": known.language, "category": known.category,
        "header": shown.header, "body": shown.body, "footer": shown.footer, "buttons": list(shown.buttons),
    }  # fmt: skip
    buttons = [{"id": str(index), "title": title} for index, title in enumerate(shown.buttons)]
    return {"template": template, **({"buttons": buttons} if buttons else {})}


def _told(problem: TemplateProblem) -> dict[str, object]:
    return {"code": problem.code, "field": problem.field, "limit": problem.limit}


async def adopt(adapter: TemplateAdapter, account: Account, draft: TemplateDraft) -> Submitted:
    """Return the account's own template of a draft's name, where it says the same; raise `TemplateExists` otherwise."""
    try:
        listed = await adapter.list_templates(account)
    except AccountUnavailable as error:
        raise ProviderUnavailable(why=error.code) from error
    meant = adapter.word_draft(draft)
    found = next((one for one in listed if (one.name, one.language) == (draft.name, draft.language)), None)
    if found is None or _said(found) != _said(meant):
        raise TemplateExists
    return Submitted(found.provider_id, found.status, found.category, found.components, found.named)


def _said(template: Template) -> list[tuple[object, object, object]]:
    """What people read of it; a provider gives examples back in forms of its own."""
    return [(one.get("type"), one.get("text"), one.get("format")) for one in template.components]


async def keep_submitted(
    tx: Transaction, channel: UUID, name: str, language: str, submitted: Submitted, now: datetime
) -> StoredTemplate:
    """Write down a template that the provider has taken for its review."""
    listed = Template(
        submitted.provider_id,
        name,
        language,
        submitted.status,
        submitted.category,
        submitted.named,
        submitted.components,
    )
    await store.save_listed(tx, channel, [listed], now)
    await tell(tx, channel)
    found = await store.find(tx, channel, name, language)
    if found is None:
        raise TemplateNotFound
    return found


async def keep_deleted(tx: Transaction, stored: StoredTemplate, now: datetime) -> None:
    """Write down that the provider has deleted a template; its name stays known."""
    known = stored.known
    gone = StatusChange(known.name, known.language, known.provider_id, DELETED, "", "", "", "")
    await store.save_status(tx, stored.channel, gone, now)
    await tell(tx, stored.channel)


async def approved_of(tx: Transaction, bot: UUID | None) -> list[StoredTemplate] | None:
    """Return what may be sent through the numbers of a bot (None: of all); None where no listing was ever had.

    Nobody is told that a template is missing by somebody who has never seen the list.
    """
    channels = await store.listed_channels(tx, bot)
    if not channels:
        return None
    found: list[StoredTemplate] = []
    for channel in channels:
        found.extend(await store.find_all(tx, Wanted(channel=channel, status=APPROVED, limit=6_000)))
    return [one for one in found if one.complete]
