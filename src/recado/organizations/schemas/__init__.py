"""How do organizations and access look on the wire?"""
