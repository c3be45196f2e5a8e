"""How do flows look on the wire?"""
