"""How does the platform speak to WhatsApp through Meta's Cloud API?"""

from __future__ import annotations

from collections.abc import Mapping

import aiohttp

from recado.channels.adapter import Account, AdapterManifest, MediaFile, MediaUnavailable
from recado.channels.adapters.whatsapp_cloud import account as accounts
from recado.channels.adapters.whatsapp_cloud import (
    errors,
    inbound,
    media,
    outbound,
    sending,
    signature,
    template_desk,
    template_drafts,
    template_values,
    templates,
)
from recado.channels.adapters.whatsapp_cloud.graph import (
    AnswerLost,
    Graph,
    NotConfigured,
    NotReached,
    ask,
    graph_of,
)
from recado.channels.adapters.whatsapp_cloud.manifest import MANIFEST
from recado.channels.models import (
    Json,
    OutgoingMessage,
    ProviderError,
    Reading,
    Recipient,
    RenderedTemplate,
    SendFailure,
    SendResult,
    Template,
    TemplateCall,
)
from recado.channels.template_models import (
    FilledTemplate,
    Slot,
    Submitted,
    TemplateDraft,
    TemplateProblem,
    TemplateValues,
)
from recado.foundation.egress.client import Egress


class WhatsAppCloud:
    """The adapter. The session is the installation's one outbound client, `way_out` reaches what it is told of elsewhere;
    what is pure needs neither."""

    def __init__(self, session: aiohttp.ClientSession | None = None, way_out: Egress | None = None) -> None:
        self._session, self._way_out = session, way_out

    @property
    def manifest(self) -> AdapterManifest:
        return MANIFEST

    def verify(self, raw: bytes, headers: Mapping[bytes, bytes], secrets: tuple[str, ...]) -> int:
        return signature.verify(raw, headers, secrets)

    def read(self, raw: bytes) -> tuple[Reading, ...]:
        return inbound.read(raw)

    def write(self, message: OutgoingMessage, to: Recipient, token: str) -> Json:
        return outbound.write(message, to, token)

    def explain(self, error: ProviderError) -> SendFailure:
        return errors.explain(error)

    async def deliver(self, account: Account, body: Json) -> SendResult:
        """Make one attempt; the end of it is a value, whatever happens."""
        try:
            graph = graph_of(account)
        except NotConfigured as error:
            return sending.not_configured(error.code)
        try:
            answer = await ask(self._client, "POST", graph.url(graph.number, "messages"), graph, json=body)
        except (NotReached, AnswerLost) as error:
            return sending.judge_silence(error)
        return sending.judge_answer(answer)

    async def mark_read(self, account: Account, provider_id: str, *, typing: bool) -> bool:
        """Tick a message and all before it; `typing` shows until our next message, 25 s at most."""
        body: Json = {"messaging_product": "whatsapp", "status": "read", "message_id": provider_id}
        if typing:
            body["typing_indicator"] = {"type": "text"}
        try:
            graph = graph_of(account)
            answer = await ask(self._client, "POST", graph.url(graph.number, "messages"), graph, json=body)
        except (NotConfigured, NotReached, AnswerLost):
            return False
        return answer.json is not None and answer.json.get("success") is True

    async def fetch_media(self, account: Account, provider_id: str) -> MediaFile:
        return await media.fetch(self._client, _media_graph(account), provider_id, way_out=self._way_out)

    async def upload_media(self, account: Account, file: MediaFile) -> str:
        return await media.upload(self._client, _media_graph(account), file)

    async def check(self, account: Account) -> str:
        return await accounts.check(self._client, account)

    async def phone_number(self, account: Account) -> accounts.PhoneNumber:
        """Quality, limits and state of the number; raise `AccountUnavailable`."""
        return await accounts.phone_number(self._client, account)

    async def list_templates(self, account: Account) -> tuple[Template, ...]:
        return await accounts.list_templates(self._client, account)

    def check_template(self, template: Template, call: TemplateCall) -> None:
        templates.check_call(template, call)

    def render_template(self, template: Template, call: TemplateCall) -> RenderedTemplate:
        return templates.render(template, call)

    def slots_of(self, template: Template) -> tuple[Slot, ...]:
        return template_values.slots_of(template)

    def check_call(self, template: Template, call: TemplateCall) -> tuple[TemplateProblem, ...]:
        return tuple(template_values.all_problems(template, call))

    def fill_template(self, template: Template, values: TemplateValues) -> FilledTemplate:
        return template_values.fill_in(template, values)

    def check_draft(self, draft: TemplateDraft) -> tuple[TemplateProblem, ...]:
        return template_drafts.check_draft(draft)

    def word_draft(self, draft: TemplateDraft) -> Template:
        return template_drafts.as_template(draft)

    async def create_template(self, account: Account, draft: TemplateDraft) -> Submitted:
        return await template_desk.create_template(self._client, account, draft)

    async def delete_template(self, account: Account, template: Template) -> None:
        await template_desk.delete_template(self._client, account, template)

    async def upload_sample(self, account: Account, file: MediaFile) -> str:
        return await template_desk.upload_sample(self._client, account, file)

    @property
    def _client(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise RuntimeError("this adapter was made without a session")
        return self._session


def _media_graph(account: Account) -> Graph:
    try:
        return graph_of(account)
    except NotConfigured as error:
        raise MediaUnavailable(error.code, gone=False) from error
