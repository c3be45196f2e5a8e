"""Deliveries about templates, numbers, accounts, groups and whatever else Meta subscribes one to."""

from __future__ import annotations

from typing import Any

from tests.channels.whatsapp_cloud.catalogue.building import NUMBER_ID, PHONE, Case, Json, concerns, event, value

TEMPLATE = {
    "message_template_id": 594425479261596,
    "message_template_name": "lembrete_horario",
    "message_template_language": "pt_BR",
}


def cases() -> list[Case]:
    return [*_templates(), *_numbers(), *_accounts(), *_rest()]


def _templates() -> list[Case]:
    name = "message_template_status_update"
    events = (
        "APPROVED",
        "ARCHIVED",
        "UNARCHIVED",
        "DELETED",
        "DISABLED",
        "FLAGGED",
        "IN_APPEAL",
        "LIMIT_EXCEEDED",
        "LOCKED",
        "PAUSED",
        "PENDING",
        "REINSTATED",
        "PENDING_DELETION",
        "REJECTED",
    )
    more: dict[str, Json] = {
        "APPROVED": {"reason": "NONE", "message_template_category": "UTILITY"},
        "DISABLED": {"disable_info": {"disable_date": "1795000000"}},
        "PAUSED": {"other_info": {"title": "FIRST_PAUSE", "description": "three hours"}},
        "REJECTED": {"reason": "INVALID_FORMAT", "rejection_info": {"reason": "x", "recommendation": "y"}},
        "FLAGGED": {"reason": None},
    }
    quality = {**TEMPLATE, "previous_quality_score": "GREEN", "new_quality_score": "YELLOW"}
    parts = {
        **TEMPLATE,
        "message_template_element": "Olá {{1}}",
        "message_template_buttons": [
            {"message_template_button_type": "URL", "message_template_button_url": "https://a.example/{{1}}"}
        ],
    }
    category = {**TEMPLATE, "new_category": "MARKETING", "previous_category": "UTILITY"}
    return [
        *(
            concerns(
                name,
                {**TEMPLATE, "event": word, **more.get(word, {})},
                event(name, value__event=word),
                case=word,
                time=1795000000,
            )
            for word in events
        ),
        concerns(
            "message_template_quality_update",
            quality,
            event("message_template_quality_update", value__new_quality_score="YELLOW"),
            time=1795000000,
        ),
        concerns("message_template_components_update", parts, time=1795000000),
        concerns("template_category_update", category, time=1795000000),
        concerns("template_correct_category_detection", {**TEMPLATE, "category": "UTILITY"}),
    ]


def _numbers() -> list[Case]:
    quality, name = "phone_number_quality_update", "phone_number_name_update"
    number = {"display_phone_number": "551140000001"}
    return [
        concerns(quality, {**number, "event": "THROUGHPUT_UPGRADE", "current_limit": "TIER_UNLIMITED"}),
        concerns(
            quality,
            {**number, "event": "ONBOARDING", "max_daily_conversations_per_business": "TIER_2K"},
            case="onboarding",
        ),
        concerns(
            quality, {**number, "event": "FLAGGED", "old_limit": "TIER_10K", "current_limit": "TIER_1K"}, case="flagged"
        ),
        concerns(
            name, {**number, "decision": "APPROVED", "requested_verified_name": "Clínica", "rejection_reason": None}
        ),
        concerns(name, {**number, "decision": "REJECTED", "rejection_reason": "NAME_FORMAT_UNACCEPTABLE"}, case="no"),
        concerns(
            "business_capability_update",
            {"max_daily_conversations_per_business": 2000, "max_phone_numbers_per_waba": 25},
        ),
        concerns("security", {**number, "event": "PIN_CHANGED", "requester": "1234"}),
        concerns("business_username_update", {**number, "username": "clinica", "status": "approved"}),
    ]


def _accounts() -> list[Case]:
    waba: Json = {"waba_info": {"waba_id": "1", "owner_business_id": "2"}}
    updates: dict[str, Json] = {
        "ACCOUNT_DELETED": {},
        "ACCOUNT_RESTRICTION": {
            "restriction_info": [{"restriction_type": "RESTRICTED_BIZ_INITIATED_MESSAGING", "expiration": 1795000000}]
        },
        "ACCOUNT_VIOLATION": {"violation_info": {"violation_type": "ADULT"}},
        "DISABLED_UPDATE": {"ban_info": {"waba_ban_state": "REINSTATE", "waba_ban_date": "April 17, 2025"}},
        "PARTNER_ADDED": waba,
        "PARTNER_REMOVED": {**waba, "disconnection_info": {"reason": "PRIMARY_INACTIVITY", "initiated_by": "SYSTEM"}},
        "PARTNER_APP_INSTALLED": waba,
        "PARTNER_APP_UNINSTALLED": waba,
        "PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE": {"partner_client_certification_info": {"status": "APPROVED"}},
        "AUTH_INTL_PRICE_ELIGIBILITY_UPDATE": {"auth_international_rate_eligibility": {"start_time": 1}},
        "VOLUME_BASED_PRICING_TIER_UPDATE": {"volume_tier_info": {"tier": "25000001:50000000"}},
        "BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE": {"country": "BR"},
        "MM_LITE_TERMS_SIGNED": waba,
        "AD_ACCOUNT_LINKED": waba,
        "ACCOUNT_OFFBOARDED": {},
        "ACCOUNT_RECONNECTED": {},
    }
    alert = {
        "entity_type": "BUSINESS",
        "entity_id": 1,
        "alert_info": {"alert_severity": "CRITICAL", "alert_status": "ACTIVE", "alert_type": "OBA_APPROVED"},
    }
    return [
        *(
            concerns(
                "account_update",
                {"event": word, **held},
                event("account_update", value__event=word),
                case=word,
                time=1795000000,
            )
            for word, held in updates.items()
        ),
        *(
            concerns("account_review_update", {"decision": word}, case=word)
            for word in ("APPROVED", "REJECTED", "PENDING", "DEFERRED")
        ),
        concerns("account_alerts", alert, event("account_alerts", value__alert_info__alert_type="OBA_APPROVED")),
    ]


def _rest() -> list[Case]:
    raw: dict[str, Any] = {
        "flows": {"event": "FLOW_STATUS_CHANGE", "flow_id": "1", "old_status": "DRAFT", "new_status": "PUBLISHED"},
        "payment_configuration_update": {"configuration_name": "pix", "status": "Active"},
        "partner_solutions": {"event": "SOLUTION_CREATED", "solution_id": "1"},
        "automatic_events": {"automatic_events": [{"id": "1", "event_name": "LeadSubmitted"}]},
        "tracking_events": {"events": []},
    }
    groups: dict[str, Any] = {
        "group_lifecycle_update": [{"group_id": "1", "type": "group_create", "subject": "Turma"}],
        "group_participants_update": [{"group_id": "1", "added_participants": [{"wa_id": PHONE}]}],
        "group_settings_update": [{"group_id": "1", "group_subject": {"text": "Turma"}}],
        "group_status_update": [{"group_id": "1", "type": "group_suspend"}],
    }
    return [
        *(concerns(name, held) for name, held in raw.items()),
        *(concerns(name, value(groups=held), account=NUMBER_ID) for name, held in groups.items()),
        concerns(
            "a_field_of_tomorrow",
            {"anything": [1, {"deep": True}]},
            event("a_field_of_tomorrow", value__anything=[1, {"deep": True}]),
        ),
        concerns("messaging_handovers", value(messages=[{"id": "x"}]), event("messaging_handovers"), account=NUMBER_ID),
        concerns("security", None, event("security", value__raw=None), case="null"),
        concerns("security", "gone", event("security", value__raw="gone"), case="as a word"),
        concerns("security", [1, 2], event("security", value__raw=[1, 2]), case="as a list"),
        concerns("", {"odd": 1}, event("unknown", value__odd=1), case="field without a name"),
    ]
