"""How do pipelines and deals look on the wire?"""
