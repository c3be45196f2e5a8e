"""How are figures worded for Prometheus?

Names that the product promises stand as they are promised; all others begin with `recado_`. Labels come from lists of ours:
lanes, states, outcomes, route patterns. None holds an organization's id, and none anything about a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.exposition import generate_latest
from prometheus_client.registry import Collector, CollectorRegistry

from recado.app.figures_store import Figures
from recado.foundation.lanes.models import Lane
from recado.foundation.measures import BOUNDS, Total

COUNTERS: Final[Mapping[str, str]] = {
    "messages_received": "Messages of people that were taken into a conversation, each once.",
    "messages_sent": "Messages that a provider accepted, or proved to have.",
    "recado_sends": "Attempts to send by lane and how they ended.",
    "recado_wakes_lost": "Times a process lost the connection by which it is woken, and looked for a new one.",
    "recado_channel_caught_up": "Messages and statuses fetched that no webhook had brought.",
    "recado_channel_checks": "Questions to providers whether an account works, by answer.",
    "recado_channel_reconnects": "Checks of channels that needed attention, by whether they came back.",
    "recado_cpu_seconds": "CPU seconds of our processes.",
}
HISTOGRAMS: Final[Mapping[str, str]] = {
    "response_latency": "Seconds from a message's acceptance to the acceptance of its answer by the provider.",
    "recado_webhook_ack": "Seconds until a webhook was answered, by status.",
    "recado_request": "Seconds until a request to the API was answered, by route and class of status.",
    "recado_loop_lag": "Seconds for which an event loop was held up; less than 10 ms is not counted.",
}
_STATES: Final = {"open": "aberto", "taken": "assumido", "resolved": "resolvido", "expired": "expirado"}
# Name in the snapshot: name here, what its label is called, and what it says.
GAUGES: Final[Mapping[str, tuple[str, str, str]]] = {
    "active_sessions": ("active_sessions", "", "Flow sessions that wait for a person's answer."),
    "database_connections": ("database_connections", "process", "Connections of our roles, by kind of process."),
    "conversas_ativas": ("conversas_ativas", "", "Conversations in the state ativa."),
    "conversas_aguardando": ("conversas_aguardando", "", "Conversations in which a person is needed."),
    "mensagens_hoje": ("mensagens_hoje", "", "Messages in and out since midnight of each organization."),
    "transbordos": ("transbordos", "state", "Handoffs from bot to person, by state."),
    "inbox_depth": ("recado_inbox_depth", "", "Inputs that wait to be handled."),
    "inbox_age": ("recado_inbox_oldest_seconds", "", "Age of the oldest input that waits."),
    "outbox_depth": ("recado_outbox_depth", "lane", "Messages on their way out, by lane and state."),
    "outbox_age": ("recado_outbox_oldest_seconds", "lane", "Age of the oldest message that may leave now, by lane."),
    "jobs_depth": ("recado_jobs_depth", "state", "Background jobs by state."),
    "jobs_age": ("recado_jobs_oldest_seconds", "", "For how long the oldest job could have been begun."),
    "dead_letters": ("recado_dead_letters", "", "Inputs, sends and jobs that were given up and wait for a person."),
    "parked_statuses": ("recado_parked_statuses", "", "Statuses that wait for the message they are about."),
    "channels": ("recado_channels", "state", "Channels by state."),
    "workers": ("recado_workers", "", "Worker processes that live."),
}


def exposition(totals: Iterable[Total], figures: Figures, *, complete: bool) -> bytes:
    """Return the text that Prometheus reads; `complete` is False where some figures could not be looked up."""
    registry = CollectorRegistry()
    registry.register(_Collected([*_totals(totals), *_gauges(figures), _complete(complete)]))
    return generate_latest(registry)


class _Collected(Collector):
    def __init__(self, metrics: Iterable[Metric]) -> None:
        self._metrics = tuple(metrics)

    def collect(self) -> Iterator[Metric]:
        yield from self._metrics


def _totals(totals: Iterable[Total]) -> Iterator[Metric]:
    found: dict[str, list[Total]] = {name: [] for name in (*COUNTERS, *HISTOGRAMS)}
    for one in totals:
        # What an older or newer version counts under another name, or in other buckets, is not ours to word.
        if one.name in COUNTERS or (one.name in HISTOGRAMS and len(one.buckets) == len(BOUNDS) + 1):
            found[one.name].append(one)
    for name, help_ in COUNTERS.items():
        yield _counter(name, help_, found[name])
    for name, help_ in HISTOGRAMS.items():
        yield _histogram(name, help_, found[name])


def _counter(name: str, help_: str, totals: list[Total]) -> Metric:
    labels = _labels_of(totals)
    metric = CounterMetricFamily(name, help_, labels=labels)
    if not totals and name in ("messages_received", "messages_sent"):
        metric.add_metric([], 0)  # a rate needs a beginning
    for one in totals:
        metric.add_metric(_values_of(one, labels), one.total)
    return metric


def _histogram(name: str, help_: str, totals: list[Total]) -> Metric:
    labels = _labels_of(totals)
    metric = HistogramMetricFamily(name, help_, labels=labels)
    if not totals and name == "response_latency":
        totals = [Total(name, "", 0.0, 0, (0,) * (len(BOUNDS) + 1))]
    for one in totals:
        running, buckets = 0, []
        for end, count in zip((*map(str, BOUNDS), "+Inf"), one.buckets, strict=True):
            running += count
            buckets.append((end, float(running)))
        metric.add_metric(_values_of(one, labels), buckets, one.total)
    return metric


def _gauges(figures: Figures) -> Iterator[Metric]:
    by_name: dict[str, list[tuple[str, float]]] = {}
    for (name, label), value in figures.items():
        by_name.setdefault(name, []).append((label, value))
    for name, (shown, label_name, help_) in GAUGES.items():
        labels = ["lane", "state"] if name == "outbox_depth" else [label_name] if label_name else []
        metric = GaugeMetricFamily(shown, help_, labels=labels)
        for label, value in sorted(by_name.get(name, ())):
            metric.add_metric(_worded(name, label), value)
        yield metric


def _worded(name: str, label: str) -> list[str]:
    if not label:
        return []
    if name == "transbordos":
        return [_STATES.get(label, label)]
    if name.startswith("outbox_"):
        lane, _, state = label.partition("/")
        return [Lane(int(lane)).name.lower(), *([state] if state else [])]
    return [label]


def _complete(complete: bool) -> Metric:
    metric = GaugeMetricFamily("recado_figures_complete", "1 where every figure could be looked up, else 0.")
    metric.add_metric([], float(complete))
    return metric


def _labels_of(totals: list[Total]) -> list[str]:
    return list(dict.fromkeys(pair.partition("=")[0] for one in totals for pair in one.label.split(",") if pair))


def _values_of(one: Total, labels: list[str]) -> list[str]:
    told = dict(pair.split("=", 1) for pair in one.label.split(",") if pair)
    return [told.get(label, "") for label in labels]
