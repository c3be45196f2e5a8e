"""Which requests about conversations are answered?"""
