"""What went wrong in a flow, told as a code and its data so that the dashboard can word it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

Datum = str | int | float | bool | None


class Severity(StrEnum):
    """How bad is it? An error stops a publication, or stopped a turn; a warning does neither."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Every problem that reading, inspecting or running a flow can name."""

    # Reading a definition
    NOT_AN_OBJECT = "not_an_object"
    WRONG_TYPE = "wrong_type"
    MISSING_KEY = "missing_key"
    UNKNOWN_KEY = "unknown_key"
    UNKNOWN_FORMAT = "unknown_format"
    UNKNOWN_NODE_TYPE = "unknown_node_type"
    UNKNOWN_OPTION = "unknown_option"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    TOO_FEW = "too_few"
    TOO_DEEP = "too_deep"
    OUT_OF_RANGE = "out_of_range"
    BAD_NAME = "bad_name"
    BAD_CHARACTERS = "bad_characters"
    BAD_TEMPLATE = "bad_template"
    BAD_PATTERN = "bad_pattern"
    BAD_CONDITION = "bad_condition"
    BAD_LINK = "bad_link"
    BAD_ADDRESS = "bad_address"
    BAD_JSON = "bad_json"
    BAD_PATH = "bad_path"
    BAD_HEADER = "bad_header"
    DUPLICATE_ID = "duplicate_id"
    RESERVED_NAME = "reserved_name"
    # Inspecting
    NO_ENTRY = "no_entry"
    UNREACHABLE_NODE = "unreachable_node"
    MISSING_EXIT = "missing_exit"
    UNKNOWN_EXIT = "unknown_exit"
    DANGLING_EDGE = "dangling_edge"
    UNKNOWN_VARIABLE = "unknown_variable"
    CHANNEL_LIMIT = "channel_limit"
    SAME_TITLE = "same_title"
    LOOP_WITHOUT_WAIT = "loop_without_wait"
    NOTHING_SAID = "nothing_said"
    UNKNOWN_FLOW = "unknown_flow"
    UNKNOWN_SECRET = "unknown_secret"  # noqa: S105  # a word for a problem
    SECRET_ELSEWHERE = "secret_elsewhere"  # noqa: S105
    ENDLESS_CALLS = "endless_calls"
    UNKNOWN_TEMPLATE = "unknown_template"
    TEMPLATE_PARAMETERS = "template_parameters"
    UNKNOWN_PARAMETER = "unknown_parameter"
    NO_WEIGHT = "no_weight"
    NO_MOMENT = "no_moment"
    WAIT_TOO_LONG = "wait_too_long"
    WINDOW_CLOSED = "window_closed"
    # Running
    UNDEFINED_VARIABLE = "undefined_variable"
    EXPRESSION_FAILED = "expression_failed"
    EXPRESSION_TOO_COSTLY = "expression_too_costly"
    NOT_COMPARABLE = "not_comparable"
    TEXT_TOO_LONG = "text_too_long"
    VALUE_TOO_LARGE = "value_too_large"
    TOO_MANY_VARIABLES = "too_many_variables"
    TOO_MANY_STEPS = "too_many_steps"
    TOO_MANY_MESSAGES = "too_many_messages"
    CALLS_TOO_DEEP = "calls_too_deep"
    TOO_LONG_ALONE = "too_long_alone"
    SAME_TEXT_TOO_OFTEN = "same_text_too_often"
    NODE_MISSING = "node_missing"
    NODE_FAILED = "node_failed"
    FLOW_MISSING = "flow_missing"
    UNKNOWN_TIME_ZONE = "unknown_time_zone"
    STALE_INPUT = "stale_input"
    QUESTION_GIVEN_UP = "question_given_up"
    BAD_AMOUNT = "bad_amount"
    CALL_FAILED = "call_failed"
    ANSWER_PATH_MISSING = "answer_path_missing"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong, where it is, and what the sentence about it needs.

    `node` is the node's id (empty: the flow as a whole), `path` the place in the definition in dots
    (`nodes.menu.options.choices.3.title`), `data` the numbers and names of the sentence.
    """

    code: Code
    node: str = ""
    path: str = ""
    data: Mapping[str, Datum] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    def at(self, node: str) -> Problem:
        """The same problem, said to be of that node unless it already names one."""
        return self if self.node else replace(self, node=node)


def warning(code: Code, *, node: str = "", path: str = "", **data: Datum) -> Problem:
    """A problem that stops nothing."""
    return Problem(code, node, path, data, Severity.WARNING)


def error(code: Code, *, node: str = "", path: str = "", **data: Datum) -> Problem:
    """A problem that stops the publication or the turn."""
    return Problem(code, node, path, data, Severity.ERROR)
