"""The sequences of words that name a time, one family of times a module; `items.reduced` applies them."""
