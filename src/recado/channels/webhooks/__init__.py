"""How do a provider's webhooks come in: bytes, signature, then reading, then a durable row, then 200?"""
