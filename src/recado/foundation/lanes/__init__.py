"""The hot path: what has arrived and waits for its turn (`inbox`), and what waits to leave (`outbox`)."""
