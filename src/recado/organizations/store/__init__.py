"""How are organizations, people, sessions, keys and the audit trail kept?"""
