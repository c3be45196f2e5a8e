"""What does a database look like in which twenty organizations have worked for a while?"""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import psycopg

ORGANIZATIONS, EACH = 20, 1_000
"""Twenty thousand rows in each big table; one organization has a twentieth of them."""

# Ids tell their organization and their number, so that rows find each other without being looked up.
_ID = "(lpad(to_hex(o), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid"
_ORGANIZATION = _ID.replace("(n)", "(0)")
_EVERY = f"from generate_series(1, {ORGANIZATIONS}) o cross join generate_series(1, {EACH}) n"
_EACH_ORGANIZATION = f"from generate_series(1, {ORGANIZATIONS}) o cross join (values (1)) v (n)"
_AGO = "now() - make_interval(mins => n)"
# What is rare stands at the far end: a list that reads until its page is full would read everything.
_ASSIGNEE = f"case when n > {EACH - 10} then {_ID.replace('(n)', '(5)')} end"
_LETTER = f"case when n > {EACH - 20} then 'dead' else 'retried' end"
_STATE = f"case when n > {EACH - 20} then 'waiting' when n > {EACH - 40} then 'active' else 'archived' end"

FILLINGS = (
    f"insert into organizations (id, name, slug) select {_ORGANIZATION}, 'o' || o, 'o' || o {_EACH_ORGANIZATION}",
    f"""insert into users (id, email, name, password_hash) select {_ID}, 'p' || o || '-' || n || '@exemplo.test', 'P', ''
        {_EVERY}""",
    f"""insert into members (organization_id, id, name, email, role)
        select {_ORGANIZATION}, {_ID}, 'P' || n, 'p' || n || '@exemplo.test', 'agent' {_EVERY}""",
    f"""insert into channels (organization_id, id, adapter, name, external_id, secrets, verify_token_hash)
        select {_ORGANIZATION}, {_ID}, 'whatsapp_cloud', 'C', o::text, '', '' {_EACH_ORGANIZATION}""",
    f"insert into contacts (organization_id, id, name) select {_ORGANIZATION}, {_ID}, 'Pessoa ' || n {_EVERY}",
    f"""insert into contact_addresses (organization_id, kind, value, match_key, contact_id, evidence)
        select {_ORGANIZATION}, 'phone', '5511' || n, '5511' || n, {_ID}, 'message' {_EVERY}""",
    f"""insert into conversations
        (organization_id, id, channel_id, contact_id, assignee_id, state, last_message_at, waiting_since, unread, answerer)
        select {_ORGANIZATION}, {_ID}, {_ID.replace("(n)", "(1)")}, {_ID}, {_ASSIGNEE}, {_STATE}, {_AGO}, {_AGO},
               (n > {EACH - 10})::int, case when n > {EACH - 15} then 'person' else 'flow' end {_EVERY}""",
    f"""insert into conversation_tallies (organization_id, since, state, n)
        select {_ORGANIZATION}, {_AGO}, 'archived', 1 {_EVERY} where n <= 60""",
    f"""insert into messages (organization_id, id, conversation_id, channel_id, direction, type, text, author, status,
                              status_rank, provider_id)
        select {_ORGANIZATION}, {_ID}, {_ID}, {_ID.replace("(n)", "(1)")}, 'in', 'text', 'Bom dia ' || n, 'contact',
               'received', 0, 'wamid.' || n {_EVERY}""",
    f"""insert into media (organization_id, id, message_id, channel_id, state)
        select {_ORGANIZATION}, {_ID}, {_ID}, {_ID.replace("(n)", "(1)")}, 'stored' {_EVERY}""",
    f"""insert into message_words (organization_id, word, conversation_id, message_id)
        select {_ORGANIZATION}, 'palavra' || n, {_ID}, {_ID} {_EVERY}""",
    f"""insert into tags (organization_id, id, name, key)
        select {_ORGANIZATION}, {_ID}, 'T' || n, 't' || n {_EVERY}""",
    f"""insert into contact_tags (organization_id, contact_id, tag_id) select {_ORGANIZATION}, {_ID}, {_ID} {_EVERY}""",
    f"""insert into conversation_views (organization_id, id, owner_id, name, filter)
        select {_ORGANIZATION}, {_ID}, {_ID}, 'V' || n, '{{}}' {_EVERY}""",
    f"""insert into conversation_drafts (organization_id, member_id, conversation_id, text, revision)
        select {_ORGANIZATION}, {_ID}, {_ID}, 'D', 1 {_EVERY}""",
    f"""insert into bulk_acts (organization_id, key) select {_ORGANIZATION}, 'k' || n {_EVERY}""",
    f"""insert into handoffs (organization_id, id, conversation_id, state, reason)
        select {_ORGANIZATION}, {_ID}, {_ID}, case when n > {EACH - 20} then 'open' else 'resolved' end, '' {_EVERY}""",
    f"""insert into handoff_notices (organization_id, id, handoff_id, kind, medium, recipient, message_id)
        select {_ORGANIZATION}, {_ID}, {_ID}, 'opened', 'email', 'a@exemplo.test', {_ID} {_EVERY}""",
    f"""insert into viva_handoff_tasks (organization_id, id, contact_id, conversation_id, message_id, state, key, created_at)
        select {_ORGANIZATION}, {_ID}, {_ID}, {_ID}, {_ID}, case when n > {EACH - 20} then 'failed' else 'sent' end, 'k' || n,
               {_AGO} {_EVERY}""",
    f"""insert into conversation_moves (organization_id, id, conversation_id, was, became, actor, reason)
        select {_ORGANIZATION}, {_ID}, {_ID}, 'active', 'waiting', 'person', '' {_EVERY}""",
    f"insert into pipelines (organization_id, id, name, position) select {_ORGANIZATION}, {_ID}, 'F', 0 {_EACH_ORGANIZATION}",
    f"""insert into pipeline_stages (organization_id, id, pipeline_id, name, kind, color, position)
        select {_ORGANIZATION}, {_ID}, {_ID.replace("(n)", "(1)")}, 'E' || n, case when n > 5 then 'lost' else 'open' end,
               'blue', n {_EVERY} where n <= 6""",
    f"""insert into deals (organization_id, id, pipeline_id, stage_id, contact_id, conversation_id, title, rank, owner_id)
        select {_ORGANIZATION}, {_ID}, {_ID.replace("(n)", "(1)")}, {_ID.replace("(n)", "(1 + n % 5)")}, {_ID}, {_ID}, 'N' || n,
               lpad(n::text, 12, '0'), {_ASSIGNEE} {_EVERY}""",
    f"""insert into deal_moves (organization_id, id, deal_id, pipeline_id, to_stage_id, actor)
        select {_ORGANIZATION}, {_ID}, {_ID}, {_ID.replace("(n)", "(1)")}, {_ID.replace("(n)", "(1 + n % 5)")}, 'person'
        {_EVERY}""",
    f"""insert into dead_letters (organization_id, id, kind, summary, cause, payload, attempts, state, died_at)
        select {_ORGANIZATION}, {_ID}, 'message', '', '', '', 3, {_LETTER}, {_AGO} {_EVERY}""",
    f"""insert into understanding_phrases (organization_id, id, label, text, normal)
        select {_ORGANIZATION}, {_ID}, 'l' || n % 47, 'T' || n, 't' || n {_EVERY}""",
    f"""insert into understanding_doubts (organization_id, id, normal, text, message_id, conversation_id, ranked, times, state)
        select {_ORGANIZATION}, {_ID}, 'd' || n, 'D', {_ID}, {_ID}, '[]', 1 + n % 5,
               case when n > {EACH - 20} then 'open' else 'labelled' end {_EVERY}""",
    f"""insert into understanding_tallies (organization_id, day, label, n, doubted)
        select {_ORGANIZATION}, current_date - n, 'greeting', 1, 0 {_EVERY}""",
    f"insert into facts (organization_id, name) select {_ORGANIZATION}, 'conversations.read' {_EVERY}",
    f"""insert into inbox (organization_id, partition, channel_id, chat, key, kind, payload)
        select {_ORGANIZATION}, n % 64, {_ID.replace("(n)", "(1)")}, 'c' || n, 'k' || n, 'message', '{{}}' {_EVERY}""",
    f"""insert into outbox (organization_id, id, conversation_id, channel_id, lane, class, recipient, body, token, state)
        select {_ORGANIZATION}, {_ID}, {_ID}, {_ID.replace("(n)", "(1)")}, 0, 'reply', '', '', '', 'queued' {_EVERY}""",
    f"""insert into webhook_subscriptions (organization_id, id, name, url, facts, sealed)
        select {_ORGANIZATION}, {_ID}, 'W', 'https://a.b', '{{x}}', '' {_EACH_ORGANIZATION}""",
    f"""insert into webhook_deliveries (organization_id, id, subscription_id, fact, body, state, next_at)
        select {_ORGANIZATION}, {_ID}, {_ID.replace("(n)", "(1)")}, 'x', '{{}}',
               case when n > {EACH - 20} then 'pending' else 'delivered' end, {_AGO} {_EVERY}""",
    f"""insert into conversation_measures (organization_id, conversation_id, channel_id, opened_at, heard, needed_person,
                                           responded_at, response_s, closed_at)
        select {_ORGANIZATION}, {_ID}, {_ID.replace("(n)", "(1)")}, {_AGO}, true, true, {_AGO}, n, {_AGO} {_EVERY}""",
    f"""insert into message_volumes (organization_id, written, said, direction, author, n)
        select {_ORGANIZATION}, {_AGO}, {_AGO}, 'in', 'contact', 1 {_EVERY}""",
    f"""insert into audit_entries (organization_id, id, actor_kind, actor_id, actor_name, action)
        select {_ORGANIZATION}, {_ID}, 'user', case when n < 20 then {_ID.replace("(n)", "(5)")} end, 'P',
               case when n < 20 then 'rare.act' else 'members.renamed' end {_EVERY}""",
    f"""insert into audit_seals (organization_id, index, entry_id, previous, hash, signature)
        select {_ORGANIZATION}, n, {_ID}, '', '', '' {_EVERY}""",
    f"""insert into consents (organization_id, id, contact_id, purpose, state)
        select {_ORGANIZATION}, {_ID}, {_ID}, 'service', 'granted' {_EVERY}""",
    f"""insert into deliveries (organization_id, id, channel_id, raw)
        select {_ORGANIZATION}, {_ID}, {_ID.replace("(n)", "(1)")}, '' {_EVERY}""",
    f"""insert into uploads (organization_id, id, filename, storage_key, created_at)
        select {_ORGANIZATION}, {_ID}, '', '', {_AGO} {_EVERY}""",
    f"""insert into pacing (organization_id, key) select {_ORGANIZATION}, 'pair:' || n {_EVERY}""",
    f"""insert into sent_keys (organization_id, key, message_id) select {_ORGANIZATION}, 'k' || n, {_ID} {_EVERY}""",
    f"""insert into parked_statuses (organization_id, channel_id, provider_id, status, payload)
        select {_ORGANIZATION}, {_ID.replace("(n)", "(1)")}, 'wamid.' || n, 'sent', '' {_EVERY}""",
    f"""insert into user_sessions (id, user_id, organization_id, expires_at)
        select {_ID}, {_ID}, {_ORGANIZATION}, now() + interval '30 days' {_EVERY}""",
)

BIG = frozenset(re.findall(r"insert into (\w+)", " ".join(FILLINGS))) - {
    "organizations",
    "channels",
    "webhook_subscriptions",
    "pipelines",
    "pipeline_stages",
}


def fill(dsn: str) -> UUID:
    """Fill a migrated database and return one of its organizations, neither the first nor the last."""
    with psycopg.connect(dsn, autocommit=True) as db:
        # No trigger and no foreign-key check: the rows fit by their making.
        db.execute("set session_replication_role = replica")
        for statement in FILLINGS:
            db.execute(statement)
        db.execute("vacuum analyze")
        row: Any = db.execute("select id from organizations where slug = 'o7'").fetchone()
        return UUID(str(row[0]))
