"""What do pipelines and deals publish? Each fact carries ids: `deal_id`, `pipeline_id`, `stage_id`, `contact_id`."""

from __future__ import annotations

DEAL_CREATED = "leads.deal_created"
DEAL_MOVED = "leads.deal_moved"
DEAL_CHANGED = "leads.deal_changed"
DEAL_REMOVED = "leads.deal_removed"
PIPELINE_CHANGED = "leads.pipeline_changed"
REASONS_CHANGED = "leads.reasons_changed"
