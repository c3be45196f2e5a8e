"""How is work put off until after the commit, and done by another process?

    await defer(tx, "conversations.fetch_media", {"media_id": str(media_id)})     # a row in the caller's transaction

A worker runs `runner.JobRunner` with a handler for each task. A handler may be called more than once for one job (its
process died, or finished and could not say so), so what it does must be harmless when repeated.
"""

from __future__ import annotations

from recado.foundation.jobs.models import GiveUp, JobHandler, RetryLater
from recado.foundation.jobs.queue import defer, defer_many, prune, put_back

__all__ = ["GiveUp", "JobHandler", "RetryLater", "defer", "defer_many", "prune", "put_back"]
