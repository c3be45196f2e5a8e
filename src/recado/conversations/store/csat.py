"""How are questions about satisfaction and their answers kept?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from recado.conversations.csat_models import Asks, Comment, CsatSettings, Scores, Style, Survey
from recado.conversations.models import ConversationId
from recado.foundation.database import Row, Transaction

READ_SETTINGS = """
select enabled, style, asks, every_days, question, thanks, comment_question from csat_settings where organization_id = $1
"""


async def read_settings(tx: Transaction) -> CsatSettings:
    """Return what the organization has set, or what it would begin with."""
    row = await tx.fetchrow(READ_SETTINGS, tx.organization_id)
    if row is None:
        return CsatSettings()
    return CsatSettings(
        enabled=row["enabled"], style=Style(row["style"]), asks=Asks(row["asks"]), every_days=row["every_days"],
        question=row["question"], thanks=row["thanks"], comment_question=row["comment_question"],
    )  # fmt: skip


SAVE_SETTINGS = """
insert into csat_settings (organization_id, enabled, style, asks, every_days, question, thanks, comment_question)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (organization_id) do update set enabled = excluded.enabled, style = excluded.style, asks = excluded.asks,
    every_days = excluded.every_days, question = excluded.question, thanks = excluded.thanks,
    comment_question = excluded.comment_question, changed_at = now()
"""


async def save_settings(tx: Transaction, one: CsatSettings) -> None:
    """Write what the organization wants."""
    await tx.execute(
        SAVE_SETTINGS, tx.organization_id, one.enabled, one.style.value, one.asks.value, one.every_days, one.question,
        one.thanks, one.comment_question,
    )  # fmt: skip


# Not those that were asked about before, of people who were asked lately, or where nobody but a bot answered.
TO_ASK = """
select c.id from conversations c
where c.organization_id = $1 and c.id = any($2)
  and not exists (select from csat_surveys s where s.organization_id = $1 and s.conversation_id = c.id)
  and not exists (select from csat_surveys s join conversations o on o.organization_id = $1 and o.id = s.conversation_id
                  where s.organization_id = $1 and s.asked_at > $3 and o.contact_id = c.contact_id)
  and (not $4 or c.assignee_id is not null
       or exists (select from messages m where m.organization_id = $1 and m.conversation_id = c.id
                  and m.author in ('person', 'phone') and m.direction = 'out'))
"""


async def to_ask(
    tx: Transaction, ids: Collection[ConversationId], *, since: datetime, by_people: bool
) -> set[ConversationId]:
    """Return about which of these conversations may be asked; nobody who was asked after `since`."""
    rows = await tx.fetch(TO_ASK, tx.organization_id, list(ids), since, by_people)
    return {ConversationId(row["id"]) for row in rows}


ADD = """
insert into csat_surveys (organization_id, id, conversation_id, message_id, assignee_id, team_id, asked_at)
values ($1, $2, $3, $4, $5, $6, $7) on conflict (organization_id, conversation_id) do nothing
"""


async def add(
    tx: Transaction,
    id_: UUID,
    conversation: ConversationId,
    message: UUID,
    *,
    assignee: UUID | None,
    team: UUID | None,
    now: datetime,
) -> None:
    """Store a question that was put."""
    await tx.execute(ADD, tx.organization_id, id_, conversation, message, assignee, team, now)


_COLUMNS = "id, conversation_id, state, score, asked_at, scored_at"
OF_CONVERSATIONS = f"select {_COLUMNS} from csat_surveys where organization_id = $1 and conversation_id = any($2)"


async def of_conversations(tx: Transaction, ids: Collection[ConversationId]) -> list[Survey]:
    """Return the questions about these conversations."""
    return [_survey(row) for row in await tx.fetch(OF_CONVERSATIONS, tx.organization_id, list(ids))] if ids else []


# A tap counts for the person to whom the question was put, and for nobody else.
TAPPED = """
select s.id, s.conversation_id, s.state, s.score, s.asked_at, s.scored_at from csat_surveys s
join conversations c on c.organization_id = $1 and c.id = s.conversation_id
join unnest($2::uuid[], $3::uuid[], $4::uuid[]) as t(id, channel_id, contact_id)
  on t.id = s.id and t.channel_id = c.channel_id and t.contact_id = c.contact_id
where s.organization_id = $1
"""


async def tapped(tx: Transaction, taps: Sequence[tuple[UUID, UUID, UUID]]) -> dict[UUID, Survey]:
    """Return the questions of (id, channel, contact)."""
    if not taps:
        return {}
    columns = [list(column) for column in zip(*taps, strict=True)]
    return {row["id"]: _survey(row) for row in await tx.fetch(TAPPED, tx.organization_id, *columns)}


SCORE = """
update csat_surveys set score = $3, state = case when state = 'asked' then 'scored' else state end,
    scored_at = coalesce(scored_at, $4), comment = case when $5 <> '' then $5 else comment end
where organization_id = $1 and id = $2
"""
COMMENT = """
update csat_surveys set comment = $3, state = 'commented', commented_at = $4 where organization_id = $1 and id = $2
"""


async def score(tx: Transaction, id_: UUID, score: int, comment: str, now: datetime) -> None:
    """Write down a score; a later one takes its place."""
    await tx.execute(SCORE, tx.organization_id, id_, score, now, comment)


async def comment(tx: Transaction, id_: UUID, text: str, now: datetime) -> None:
    """Write down why."""
    await tx.execute(COMMENT, tx.organization_id, id_, text, now)


_SCORES = ", ".join(f"count(*) filter (where s.score = {score}) as s{score}" for score in range(1, 6))
WHOLE = f"""
select count(*) as asked, {_SCORES} from csat_surveys s
where s.organization_id = $1 and s.asked_at >= $2 and s.asked_at < $3
"""
BY_PERSON = f"""
select m.id as key, m.name, count(*) as asked, {_SCORES} from csat_surveys s
join members m on m.organization_id = $1 and m.id = s.assignee_id
where s.organization_id = $1 and s.asked_at >= $2 and s.asked_at < $3 group by m.id, m.name order by m.name
"""
BY_TEAM = f"""
select t.id as key, t.name, count(*) as asked, {_SCORES} from csat_surveys s
join teams t on t.organization_id = $1 and t.id = s.team_id
where s.organization_id = $1 and s.asked_at >= $2 and s.asked_at < $3 group by t.id, t.name order by t.name
"""
COMMENTS = """
select s.id, s.conversation_id, s.score, s.comment, s.asked_at as at,
       coalesce(nullif(ct.name, ''), nullif(ct.given_name, ''), '') as contact_name
from csat_surveys s
join conversations c on c.organization_id = $1 and c.id = s.conversation_id
join contacts ct on ct.organization_id = $1 and ct.id = c.contact_id
where s.organization_id = $1 and s.asked_at >= $2 and s.asked_at < $3 and s.comment <> '' and s.score is not null
order by s.asked_at desc, s.id desc limit $4
"""


async def whole(tx: Transaction, begin: datetime, end: datetime) -> Scores:
    """Add up a time."""
    row = await tx.fetchrow(WHOLE, tx.organization_id, begin, end)
    return _scores(row) if row else Scores(None, "", 0, {})


async def by_person(tx: Transaction, begin: datetime, end: datetime) -> list[Scores]:
    """Add up a time by who had the conversation."""
    return [_scores(row) for row in await tx.fetch(BY_PERSON, tx.organization_id, begin, end)]


async def by_team(tx: Transaction, begin: datetime, end: datetime) -> list[Scores]:
    """Add up a time by the team that had the conversation."""
    return [_scores(row) for row in await tx.fetch(BY_TEAM, tx.organization_id, begin, end)]


async def comments(tx: Transaction, begin: datetime, end: datetime, limit: int) -> list[Comment]:
    """Return what people wrote, the newest first."""
    rows = await tx.fetch(COMMENTS, tx.organization_id, begin, end, limit)
    return [
        Comment(row["id"], row["conversation_id"], row["contact_name"], row["score"], row["comment"], row["at"])
        for row in rows
    ]


def _scores(row: Row) -> Scores:
    counts = {score: row[f"s{score}"] for score in range(1, 6)}
    return Scores(row.get("key"), str(row.get("name") or ""), row["asked"], counts)


def _survey(row: Row) -> Survey:
    return Survey(
        row["id"], ConversationId(row["conversation_id"]), row["state"], row["score"], row["asked_at"], row["scored_at"]
    )
