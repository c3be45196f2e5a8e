"""How are people kept?"""
