"""What is decided about pipelines and deals?"""
