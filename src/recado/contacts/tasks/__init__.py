"""Which jobs do people have?"""
