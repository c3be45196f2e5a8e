"""What does an organization have done by itself when something happens?"""
