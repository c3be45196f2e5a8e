"""What does the person want? A linear model over words, letters and shared meanings, with rules before it."""
