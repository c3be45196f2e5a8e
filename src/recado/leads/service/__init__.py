"""What can be done with pipelines and deals?"""
