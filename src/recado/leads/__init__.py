"""What is sold, to whom, and how far has it come?"""
