"""Which templates may be sent through a channel, and how are they kept?"""
