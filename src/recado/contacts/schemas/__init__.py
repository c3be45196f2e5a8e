"""How do people look on the wire?"""
