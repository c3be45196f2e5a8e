"""Who lets automations act?"""
