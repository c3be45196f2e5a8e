"""Which decisions about people are there?"""
