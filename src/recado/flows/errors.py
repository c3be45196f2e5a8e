"""What do flows refuse?"""

from __future__ import annotations

from recado.foundation.errors import DomainError, Kind, NotFound


class FlowNotFound(NotFound):
    """No flow of this organization has that id."""

    code = "flow_not_found"


class FlowUnreadable(DomainError):
    """The definition cannot be read. `problems` lists each with its place."""

    code = "flow_unreadable"


class FlowHasProblems(DomainError):
    """The definition can be read and must not be published. `problems` lists what is wrong."""

    code = "flow_has_problems"


class VersionNotFound(NotFound):
    """The flow has no version of that number."""

    code = "flow_version_not_found"


class BotNotFound(NotFound):
    """No bot of this organization has that id."""

    code = "bot_not_found"


class CannotStart(DomainError):
    """A bot cannot begin there now. Data: `reason`: nothing_published, archived, person_answers."""

    kind = Kind.CONFLICT
    code = "cannot_start"


class TemplateNotFound(NotFound):
    """There is no template of that name to begin a flow from."""

    code = "flow_template_not_found"


class DraftChanged(DomainError):
    """Somebody else saved meanwhile. Data: `revision`, `changed_by_name`, `changed_at` of what stands there now."""

    kind = Kind.CONFLICT
    code = "draft_changed"


class FlowInUse(DomainError):
    """The flow cannot be archived: `bots` begin at it, or published `flows` call it (names)."""

    kind = Kind.CONFLICT
    code = "flow_in_use"


class FlowOfAnotherBot(DomainError):
    """A bot begins at a flow of its own or at a shared one, not at another bot's."""

    code = "flow_of_another_bot"


class DefinitionRefused(DomainError):
    """The definition is no JSON that can be kept. `why`: `not_an_object`, `too_large`, `too_deep`, `number`."""

    code = "definition_refused"


class SessionRefused(DomainError):
    """The session that came with a simulated input is none that the engine gave."""

    code = "session_refused"


class InputRefused(DomainError):
    """The simulated input lacks what its kind needs. `missing` names it."""

    code = "input_refused"


class CasesUnreadable(DomainError):
    """The cases cannot be read. `line` (0 where unknown) and `sentence`, in Portuguese, say where and why."""

    code = "cases_unreadable"


class ImportUnreadable(DomainError):
    """What was imported is no flow in that format. `line` (0 where unknown) and `sentence`, in Portuguese, say why."""

    code = "import_unreadable"


class FlowAmbiguous(DomainError):
    """Several flows fit. `name` is what was asked for, empty where no flow was named and several bots have one."""

    code = "flow_ambiguous"
