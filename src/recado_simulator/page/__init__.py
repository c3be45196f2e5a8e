"""The phone page: a WhatsApp-like phone in the browser."""
