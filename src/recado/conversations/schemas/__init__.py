"""Which shapes do conversations have on the wire?"""
