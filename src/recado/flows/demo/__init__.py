"""Which flows come with the demo organization? Data files, read like any other definition."""
