"""What is decided about conversations? Pure functions, one file for each sort of decision."""
