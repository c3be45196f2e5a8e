"""What is the Evolution API adapter called, what can it do, and what must it be told?"""

from __future__ import annotations

from recado.channels.adapter import AdapterManifest, Limits

MANIFEST = AdapterManifest(
    key="evolution",
    label="WhatsApp (Evolution API)",
    settings={
        "base_url": "Endereço da Evolution API",
        "webhook_url": "Endereço em que o gateway alcança este sistema",
        "lists": "Listas nativas (native) ou texto numerado",
    },
    secrets={
        "api_key": "Chave da Evolution API",
        "webhook_secret": "Segredo do webhook",
    },
    # Neither buttons nor lists: WhatsApp often does not show them to whom they are sent, although the gateway answers
    # 201. They leave as numbered text.
    capabilities=frozenset(
        {
            "text",
            "media",
            "inline_media",
            "reaction",
            "location",
            "contacts",
            "reply",
            "read",
            "status",
            "echo",
            "edit",
            "pairing",
            "header_proof",
        }
    ),
    limits=Limits(
        text=65_536,
        buttons=10,
        button_title=100,
        list_rows=50,
        list_row_title=100,
        list_row_description=300,
        list_label=60,
        interactive_body=4096,
        caption=1024,
    ),
    window_hours=None,  # an ordinary WhatsApp account writes whenever it likes
    # Recado tells the gateway to leave media out; one that was set up by hand puts whole files in, a third larger.
    body_cap=64 * 1024 * 1024,
)
