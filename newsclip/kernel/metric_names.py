"""Every metric for Prometheus: its name, what it counts and when to look. docs/reference/metrics.md is made from it."""

from dataclasses import dataclass

SITE, WORKER, EITHER = "site", "worker", "both"


@dataclass(frozen=True, slots=True)
class MetricName:
    """`served_by`: who knows it. `look_when`: when to do something about it; "" where it is read beside others."""

    name: str
    kind: str
    says: str
    labels: tuple[str, ...] = ()
    served_by: str = EITHER
    look_when: str = ""

    @property
    def arguments(self) -> tuple[str, str, tuple[str, ...]]:
        """As prometheus_client's Counter, Gauge and Histogram take them."""
        return self.name.removesuffix("_total"), self.says, self.labels


# From the tables: they describe the whole site, so that any process may be asked.
OF_TABLES = (
    MetricName(
        "newsclip_database_up",
        "gauge",
        "1 where the database answers, 0 where it is away; then nothing else of the tables is told",
        look_when="it is 0",
    ),
    MetricName(
        "newsclip_database_sessions",
        "gauge",
        "Sessions of this database on a PostgreSQL server, by state",
        labels=("state",),
        look_when="all of them near `newsclip_database_sessions_most`",
    ),
    MetricName(
        "newsclip_database_sessions_most",
        "gauge",
        "Sessions that the PostgreSQL server allows (max_connections)",
    ),
    MetricName(
        "newsclip_sources",
        "gauge",
        "Sources by state",
        labels=("state",),
    ),
    MetricName(
        "newsclip_sources_failing",
        "gauge",
        "Sources that failed at least three times in a row",
        look_when="more fail than usual",
    ),
    MetricName(
        "newsclip_articles",
        "gauge",
        "Articles by what came of them, with the codes of `newsclip refresh`",
        labels=("code",),
        look_when="one refusal jumps: a publisher changed its pages",
    ),
    MetricName(
        "newsclip_backlog",
        "gauge",
        "Rows that wait, by step",
        labels=("step",),
        look_when="one grows for an hour: start more workers",
    ),
    MetricName(
        "newsclip_clips",
        "gauge",
        "Clips that lists show",
        look_when="it stops growing",
    ),
    MetricName(
        "newsclip_clip_delay_seconds",
        "gauge",
        "Median from publication to clip: of the latest hundred clips of the last day whose news "
        "came while its source was followed; missing where there is none",
        look_when="it is over an hour",
    ),
    MetricName(
        "newsclip_dead_letters",
        "gauge",
        "Articles and stories that were set aside: they take more than one text may",
        labels=("kind",),
        look_when="it is not 0",
    ),
    MetricName(
        "newsclip_worker_heard_of_seconds",
        "gauge",
        "Since any worker was heard of; -1 where none is known",
        look_when="it is over 180",
    ),
    MetricName(
        "newsclip_waiting_seconds",
        "gauge",
        "How long work has waited, by kind: `sources`, `articles`, `stories`, `clips`",
        labels=("kind",),
        look_when="it is over 900",
    ),
    MetricName(
        "newsclip_flags_open",
        "gauge",
        "Flags by readers that no moderator has closed",
        look_when="it grows",
    ),
    MetricName(
        "newsclip_queue_waiting",
        "gauge",
        "With `NEWSCLIP_QUEUE_URL`: tasks that wait in the queue; -1 where it is away",
        look_when="it is -1",
    ),
    MetricName(
        "newsclip_model_cost",
        "gauge",
        "What the language model cost so far, in the currency of its prices",
        look_when="it nears what you want to spend",
    ),
    MetricName(
        "newsclip_judge_failed",
        "gauge",
        "1 if the judge of the settings let a known wrong sentence pass since its exam, so that it is not asked",
        look_when="it is 1",
    ),
)
# Of the process that is asked, since its start.
OF_PROCESS = (
    MetricName(
        "newsclip_build_info",
        "gauge",
        "1, with the version of this process",
        labels=("version",),
        look_when="processes differ",
    ),
    MetricName(
        "newsclip_database_connections_total",
        "counter",
        "Connections to the database that this process opened",
        look_when="it rises steadily: connections do not last",
    ),
    MetricName(
        "newsclip_requests_total",
        "counter",
        "Requests answered, by kind (`page`, `api`, `static`, `media`, `accounts`, `staff`, "
        "`probe`), status and cache (`hit`: a kept page was the answer; `miss`)",
        labels=("kind", "status", "cache"),
        served_by=SITE,
        look_when="the share of 5xx is over 1 %",
    ),
    MetricName(
        "newsclip_request_seconds",
        "histogram",
        "Seconds until a request was answered, by kind and cache",
        labels=("kind", "cache"),
        served_by=SITE,
        look_when="the 95th percentile of pages is over a second",
    ),
    MetricName(
        "newsclip_worker_quiet_seconds",
        "gauge",
        "Since this worker moved",
        served_by=WORKER,
        look_when="it is over 180",
    ),
    MetricName(
        "newsclip_outcomes_total",
        "counter",
        "What this worker did, by step and code",
        labels=("step", "code"),
        served_by=WORKER,
    ),
    MetricName(
        "newsclip_step_seconds",
        "histogram",
        "Seconds that a step took where something came of it, by step",
        labels=("step",),
        served_by=WORKER,
        look_when="one grows",
    ),
    MetricName(
        "newsclip_step_failures_total",
        "counter",
        "Steps that ended with an unexpected error",
        labels=("step",),
        served_by=WORKER,
        look_when="it rises: see the log",
    ),
    MetricName(
        "newsclip_fetches_total",
        "counter",
        "Requests to other sites, by what came of them: a status, or a code of `newsclip refresh`",
        labels=("result",),
        served_by=WORKER,
        look_when="one failure jumps",
    ),
    MetricName(
        "newsclip_fetched_bytes_total",
        "counter",
        "Bytes that other sites sent, unpacked",
        served_by=WORKER,
    ),
)
METRICS = {metric.name: metric for metric in (*OF_TABLES, *OF_PROCESS)}
