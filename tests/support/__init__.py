"""What do tests of more than one module need?"""
