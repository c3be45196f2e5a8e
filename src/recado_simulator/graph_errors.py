"""Which error does the Graph API answer, with which code, HTTP status and words?"""

from __future__ import annotations

from http import HTTPStatus

from recado_simulator.encoding import new_trace
from recado_simulator.shapes import Json

# code: (HTTP status, title). Codes and statuses as in the provider's error reference.
ERRORS: dict[int, tuple[int, str]] = {
    0: (401, "AuthException"),
    2: (503, "API Service"),
    4: (400, "API Too Many Calls"),
    10: (403, "API Permission Denied"),
    100: (400, "Invalid parameter"),
    190: (401, "Access token has expired"),
    80007: (400, "Rate limit issues"),
    130403: (400, "User is blocked"),
    130429: (429, "Rate limit hit"),
    131000: (500, "Something went wrong"),
    131005: (403, "Access denied"),
    131008: (400, "Required parameter is missing"),
    131009: (400, "Parameter value is not valid"),
    131016: (500, "Service unavailable"),
    131021: (400, "Recipient cannot be sender"),
    131026: (400, "Message undeliverable"),
    131030: (400, "Recipient phone number not in allowed list"),
    131031: (403, "Account has been locked"),
    131041: (400, "Group does not exist"),
    131042: (400, "Business eligibility payment issue"),
    131047: (400, "Re-engagement message"),
    131048: (400, "Spam rate limit hit"),
    131049: (400, "Message not delivered to maintain healthy ecosystem engagement"),
    131050: (400, "User has stopped marketing messages"),
    131051: (400, "Unsupported message type"),
    131052: (400, "Media download error"),
    131053: (400, "Media upload error"),
    131056: (400, "(Business Account, Consumer Account) pair rate limit hit"),
    131057: (500, "Account in maintenance mode"),
    131059: (400, "Invalid paging cursor"),
    131062: (400, "Business-scoped user id not allowed for this message"),
    132000: (400, "Number of parameters does not match the expected number of params"),
    132001: (404, "Template name does not exist in the translation"),
    132005: (400, "Translated text too long"),
    132012: (400, "Parameter format does not match format in the created template"),
    132015: (400, "Template is paused"),
    132016: (400, "Template is disabled"),
    132018: (400, "Template parameters are not valid"),
    133005: (400, "Two-step verification PIN mismatch"),
    133010: (400, "Phone number not registered"),
    139100: (400, "Failed to block or unblock some users"),
    200: (403, "Permissions error"),
    2200: (400, "Callback verification failed"),
}


class GraphError(Exception):
    """A refusal in the Graph API's own shape. `details` names the field at fault; `subcode` narrows 100 and 190."""

    def __init__(self, code: int, details: str, *, subcode: int | None = None, status: int | None = None) -> None:
        super().__init__(f"{code}: {details}")
        self.code = code
        self.details = details
        self.subcode = subcode
        self.status = status or ERRORS.get(code, (400, ""))[0]

    def body(self) -> Json:
        title = ERRORS.get(self.code, (400, "Unknown error"))[1]
        error: Json = {
            "message": f"(#{self.code}) {title}",
            "type": "OAuthException",
            "code": self.code,
            "error_data": {"messaging_product": "whatsapp", "details": self.details},
            "fbtrace_id": new_trace(),
        }
        if self.subcode is not None:
            error["error_subcode"] = self.subcode
        server_failed = self.status >= HTTPStatus.INTERNAL_SERVER_ERROR
        if server_failed or self.code in {4, 80007, 130429, 131056}:
            error["is_transient"] = server_failed
        return {"error": error}


def status_error(code: int, details: str) -> Json:
    """The same refusal as a webhook carries it, in `statuses[].errors[]`."""
    title = ERRORS[code][1]
    return {
        "code": code,
        "title": title,
        "message": title,
        "error_data": {"details": details},
        "href": "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
    }


def missing(field: str) -> GraphError:
    return GraphError(131008, f"Parameter '{field}' is mandatory.")


def invalid(field: str, why: str) -> GraphError:
    return GraphError(131009, f"Parameter '{field}' {why}.")


def no_such_object(node: str) -> GraphError:
    details = f"Object with ID '{node}' does not exist, or this token may not see it, or it has no such operation."
    return GraphError(100, details, subcode=33)
