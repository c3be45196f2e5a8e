"""How are automations and their runs kept?"""
