"""How does a gateway behave that pairs ordinary WhatsApp accounts, as the Evolution API does?"""
