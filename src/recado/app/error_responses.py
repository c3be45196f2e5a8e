"""What does a caller of the API read when something was refused or went wrong?

Always `application/problem+json` (RFC 9457): type, title, status, code and data. The sentence for people is the dashboard's.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

from recado.app.access_log import pattern_of
from recado.foundation.errors import DomainError, Kind
from recado.foundation.identifiers import new_id

STATUSES: Mapping[Kind, HTTPStatus] = {
    Kind.INVALID: HTTPStatus.UNPROCESSABLE_ENTITY,
    Kind.UNAUTHENTICATED: HTTPStatus.UNAUTHORIZED,
    Kind.FORBIDDEN: HTTPStatus.FORBIDDEN,
    Kind.NOT_FOUND: HTTPStatus.NOT_FOUND,
    Kind.CONFLICT: HTTPStatus.CONFLICT,
    Kind.GONE: HTTPStatus.GONE,
    Kind.TOO_MANY: HTTPStatus.TOO_MANY_REQUESTS,
    Kind.UNAVAILABLE: HTTPStatus.SERVICE_UNAVAILABLE,
    Kind.TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
}
DOCUMENTED: Mapping[int | str, dict[str, Any]] = {
    "4XX": {
        "description": "Refused; `code` says why, `data` holds what the sentence at the screen needs.",
        "content": {
            "application/problem+json": {
                "schema": {
                    "title": "Problem",
                    "type": "object",
                    "required": ["type", "title", "status", "code", "data"],
                    "properties": {
                        "type": {"type": "string"},
                        "title": {"type": "string"},
                        "status": {"type": "integer"},
                        "code": {"type": "string"},
                        "data": {"type": "object", "additionalProperties": True},
                    },
                }
            }
        },
    }
}
"""What every operation can answer beside its success, for OpenAPI."""
_CODES = {404: "not_found", 405: "method_not_allowed", 413: "too_large", 415: "unsupported_media_type"}
_log = logging.getLogger("recado.web")


def install(app: FastAPI) -> None:
    """Make every refusal and failure of `app` a problem document."""
    app.add_exception_handler(DomainError, _refused)
    app.add_exception_handler(RequestValidationError, _unreadable)
    app.add_exception_handler(HTTPException, _no_such_route)
    app.add_exception_handler(Exception, _failed)


def problem(
    status: int, code: str, data: Mapping[str, Any] | None = None, *, headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """Return the problem document for `code`."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
        "data": data or {},
    }
    return JSONResponse(
        body,
        status_code=status,
        media_type="application/problem+json",
        headers={"cache-control": "no-store", **(headers or {})},
    )


async def _refused(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, DomainError)  # noqa: S101  # narrows the type that the registration promises
    status = STATUSES[error.kind]
    headers = {}
    if status == HTTPStatus.UNAUTHORIZED:
        headers["www-authenticate"] = "Bearer"
    if (wait := error.data.get("retry_after_s")) is not None:
        headers["retry-after"] = str(wait)
    return problem(status, error.code, error.data, headers=headers)


async def _unreadable(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    # Where and why, never the value: it may be a password, and this answer may be logged on its way.
    fields = [
        {"at": [str(step) for step in item["loc"]], "why": item["type"], "message": item["msg"]}
        for item in error.errors()
    ]
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "invalid_request", {"fields": fields})


async def _no_such_route(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101
    return problem(error.status_code, _CODES.get(error.status_code, "refused"), headers=error.headers)


async def _failed(request: Request, error: Exception) -> JSONResponse:
    reference = str(new_id())
    # The route's pattern, not the path that came: a path may hold a phone number.
    _log.error("request failed", exc_info=error, extra={"reference": reference, "route": pattern_of(request.scope)})
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "internal_error", {"reference": reference})
