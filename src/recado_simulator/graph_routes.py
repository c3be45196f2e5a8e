"""Which operation does a Graph address mean, and may this token see the object?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from recado_simulator import (
    graph_apps,
    graph_media,
    graph_messages,
    graph_numbers,
    graph_templates,
    graph_uploads,
)
from recado_simulator.graph_errors import GraphError, no_such_object
from recado_simulator.parts import Answer, Call

Operation = Callable[[], Answer | Awaitable[Answer]]

Bound = Callable[..., Answer | Awaitable[Answer]]

_ROOT: dict[tuple[str, str, str], Bound] = {
    ("GET", "debug_token", ""): graph_apps.debug_token,
    ("GET", "oauth", "access_token"): graph_apps.app_token,
}
_NUMBER: dict[tuple[str, str], Bound] = {
    ("POST", "messages"): graph_messages.post_message,
    ("POST", "media"): graph_media.upload,
    ("GET", ""): graph_numbers.get_number,
    ("POST", ""): graph_numbers.set_number,
    ("POST", "register"): graph_numbers.register,
    ("POST", "deregister"): graph_numbers.deregister,
    ("GET", "whatsapp_business_profile"): graph_numbers.get_profile,
    ("POST", "whatsapp_business_profile"): graph_numbers.set_profile,
    ("GET", "block_users"): graph_numbers.list_blocked,
    ("POST", "block_users"): partial(graph_numbers.change_blocked, block=True),
    ("DELETE", "block_users"): partial(graph_numbers.change_blocked, block=False),
}
_WABA: dict[tuple[str, str], Bound] = {
    ("GET", ""): graph_apps.waba_facts,
    ("GET", "message_templates"): graph_templates.list_templates,
    ("POST", "message_templates"): graph_templates.create,
    ("DELETE", "message_templates"): graph_templates.delete,
    ("GET", "phone_numbers"): graph_numbers.list_numbers,
    ("GET", "subscribed_apps"): graph_apps.subscribed_apps,
    ("POST", "subscribed_apps"): graph_apps.subscribe,
    ("DELETE", "subscribed_apps"): graph_apps.unsubscribe,
}
_APP: dict[tuple[str, str], Bound] = {
    ("GET", "subscriptions"): graph_apps.list_subscriptions,
    ("POST", "subscriptions"): graph_apps.subscribe_app,
    ("POST", "uploads"): graph_uploads.begin,
}
_MEDIA: dict[str, Bound] = {"GET": graph_media.describe, "DELETE": graph_media.delete}
_TEMPLATE: dict[str, Bound] = {"GET": graph_templates.get_template, "POST": graph_templates.edit}


def needs_no_token(call: Call) -> bool:
    return (call.node, call.edge) == ("oauth", "access_token")


def find_operation(call: Call) -> Operation | None:
    """The operation bound to its object; None when there is none, 100/33 when the object is another's."""
    method = call.request.method
    if root := _ROOT.get((method, call.node, call.edge)):
        return partial(root, call)
    if graph_uploads.is_session(call.node) and not call.edge:
        return partial(graph_uploads.continue_session, call)
    return _of_number(call, method) or _of_waba_or_app(call, method) or _of_object(call, method)


def _of_number(call: Call, method: str) -> Operation | None:
    if call.world.accounts.get(call.node) is None:
        return None
    account = next((one for one in call.accounts if one.phone_number_id == call.node), None)
    if account is None:
        raise no_such_object(call.node)
    operation = _NUMBER.get((method, call.edge))
    return partial(operation, call, account) if operation else None


def _of_waba_or_app(call: Call, method: str) -> Operation | None:
    for attribute, operations in (("waba_id", _WABA), ("app_id", _APP)):
        everyone = [one for one in call.world.accounts.all() if getattr(one, attribute) == call.node]
        if not everyone:
            continue
        if not any(getattr(one, attribute) == call.node for one in call.accounts):
            raise no_such_object(call.node)
        _check_management(call, everyone[0].app_id)
        operation = operations.get((method, call.edge))
        if operation is not None:
            return partial(operation, call, call.node)
    return None


def _of_object(call: Call, method: str) -> Operation | None:
    if call.edge:
        return None
    media = call.world.media.get(call.node)
    if media is not None and method in _MEDIA:
        if media.account not in {one.phone_number_id for one in call.accounts}:
            raise no_such_object(call.node)
        return partial(_MEDIA[method], call, media)
    template = graph_templates.template_of(call, call.node)
    if template is not None and method in _TEMPLATE:
        return partial(_TEMPLATE[method], call, template)
    return None


def _check_management(call: Call, app_id: str) -> None:
    if not call.world.throttle.management_is_free(app_id, call.node):
        raise GraphError(80007, "Too many calls to this business account in the last hour.")
