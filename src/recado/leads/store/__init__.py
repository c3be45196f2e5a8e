"""How are pipelines and deals kept?"""
