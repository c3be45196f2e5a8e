"""How is everything about conversations kept? One file for each part of it."""
