"""What is done with conversations: one file for each group of verbs."""
