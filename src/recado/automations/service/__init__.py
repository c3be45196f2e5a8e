"""What is done with automations?"""
