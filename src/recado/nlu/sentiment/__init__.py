"""How is a message said?"""

from recado.nlu.sentiment.reading import read_sentiment

__all__ = ["read_sentiment"]
