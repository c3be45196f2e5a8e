"""What is the Cloud API adapter called, what can it do, and what must it be told?"""

from __future__ import annotations

from recado.channels.adapter import AdapterManifest, Limits

DEFAULT_GRAPH_URL = "https://graph.facebook.com/v25.0"

MANIFEST = AdapterManifest(
    key="whatsapp_cloud",
    label="WhatsApp (API oficial da Meta)",
    settings={
        "phone_number_id": "ID do número de telefone",
        "waba_id": "ID da conta do WhatsApp Business",
        "graph_url": "Endereço da Graph API",
    },
    secrets={
        "app_secret": "Chave secreta do aplicativo",
        "access_token": "Token de acesso",
        "verify_token": "Token de verificação do webhook",
    },
    capabilities=frozenset(
        {
            "text",
            "media",
            "buttons",
            "list",
            "template",
            "reaction",
            "location",
            "contacts",
            "reply",
            "read",
            "typing",
            "status",
            "echo",
            "history",
        }
    ),
    # Meta, messages reference: text 4096; interactive body 1024 with buttons (4096 with a list); 3 buttons of 20;
    # 10 rows of 24 with 72 more; caption 1024.
    limits=Limits(
        text=4096,
        buttons=3,
        button_title=20,
        list_rows=10,
        list_row_title=24,
        list_row_description=72,
        list_label=20,
        interactive_body=1024,
        caption=1024,
    ),
    window_hours=24,  # from the person's last message or call; outside it templates only (131047)
    body_cap=4 * 1024 * 1024,  # Meta's payloads end at 3 MB
)
