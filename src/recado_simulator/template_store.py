"""Which message templates does each WABA have, and in which state?"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace

from recado_simulator.encoding import new_id
from recado_simulator.journal import Journal
from recado_simulator.shapes import Json

STATUSES = (
    "PENDING",
    "APPROVED",
    "REJECTED",
    "PAUSED",
    "DISABLED",
    "ARCHIVED",
    "IN_APPEAL",
    "FLAGGED",
    "LIMIT_EXCEEDED",
    "LOCKED",
)


@dataclass(frozen=True, slots=True)
class Template:
    """One template in one language; `components` as the business created them."""

    id: str
    waba_id: str
    name: str
    language: str
    category: str
    components: list[Json]
    status: str = "PENDING"
    parameter_format: str = "POSITIONAL"
    rejected_reason: str = "NONE"
    quality: str = "UNKNOWN"
    edits: list[float] = field(default_factory=list)

    def component(self, kind: str) -> Json | None:
        return next((one for one in self.components if str(one.get("type", "")).upper() == kind), None)


class TemplateStore:
    """All templates by id. A WABA begins with `hello_world`, as new ones do."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._templates = {key: Template(**row) for key, row in journal.rows("template")}
        self._deleted_at: dict[tuple[str, str], float] = {}

    def of_waba(self, waba_id: str) -> list[Template]:
        return [one for one in self._templates.values() if one.waba_id == waba_id]

    def get(self, template_id: str) -> Template | None:
        return self._templates.get(template_id)

    def find(self, waba_id: str, name: str, language: str) -> Template | None:
        return next((one for one in self.of_waba(waba_id) if one.name == name and one.language == language), None)

    def save(self, template: Template) -> Template:
        self._templates[template.id] = template
        self._journal.put("template", template.id, asdict(template))
        return template

    def change(self, template: Template, **changes: object) -> Template:
        return self.save(replace(template, **changes))  # type: ignore[arg-type]

    def drop(self, template: Template, *, now: float) -> None:
        self._templates.pop(template.id, None)
        self._deleted_at[template.waba_id, template.name] = now
        self._journal.put("template", template.id, None)

    def deleted_at(self, waba_id: str, name: str) -> float | None:
        return self._deleted_at.get((waba_id, name))

    def clear(self) -> None:
        self._templates = {}
        self._deleted_at = {}

    def seed(self, waba_id: str) -> None:
        if self.of_waba(waba_id):
            return
        components: list[Json] = [
            {"type": "HEADER", "format": "TEXT", "text": "Hello World"},
            {"type": "BODY", "text": "This sample message shows that the connection works."},
            {"type": "FOOTER", "text": "Sample template"},
        ]
        self.save(Template(new_id(), waba_id, "hello_world", "en_US", "UTILITY", components, status="APPROVED"))


def shown(template: Template, fields: list[str]) -> Json:
    """The template as the Graph API lists it; `parameter_format` and `quality_score` come only if asked."""
    row: Json = {
        "name": template.name,
        "parameter_format": template.parameter_format,
        "components": template.components,
        "language": template.language,
        "status": template.status,
        "category": template.category,
        "quality_score": {"score": template.quality},
        "rejected_reason": template.rejected_reason,
        "id": template.id,
    }
    wanted = fields or ["name", "components", "language", "status", "category"]
    return {key: value for key, value in row.items() if key in wanted or key == "id"}
