"""What do automations decide?"""
