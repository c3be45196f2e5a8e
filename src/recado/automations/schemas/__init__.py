"""How do automations look on the wire?"""
