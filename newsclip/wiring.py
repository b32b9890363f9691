"""The one place that chooses which adapter is behind each port.

Adapters are imported where they are chosen: a filter or a page does not pay for parts it does not use.
"""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from newsclip.articles.ports import PageReader, PictureEncoder, PictureStore
from newsclip.clips.ports import SearchIndex, VectorIndex
from newsclip.evidence.document import Document
from newsclip.kernel.addresses import host_of, is_local_name
from newsclip.kernel.fetching import MEGABYTE, Call, Fetch
from newsclip.language.syntax import NoParser, Parser
from newsclip.language.vectors import Embedder
from newsclip.options import OPTIONS, LlmOptions
from newsclip.stories.ports import NO_TITLE_EMBEDDER, GroupingTrial, StoryIndex, TitleEmbedder
from newsclip.writing.judging.licence import JudgeModel
from newsclip.writing.judging.question import PROMPT_VERSION
from newsclip.writing.ports import Gate, Writer

if TYPE_CHECKING:
    from pathlib import Path

    from django.tasks.backends.base import BaseTaskBackend

    from newsclip.adapters.embedded.extractive_writer import ExtractiveWriter
    from newsclip.adapters.embedded.taxonomy import Taxonomy
    from newsclip.adapters.embedded.text_process import LimitedText
    from newsclip.adapters.llm.chat import ChatServer
    from newsclip.adapters.llm.judge import ExaminedJudge


@dataclass(frozen=True, slots=True)
class Tools:
    """Everything that the pipeline needs from outside."""

    fetch: Fetch
    encode_picture: PictureEncoder
    pictures: PictureStore
    stories: StoryIndex
    writer: Writer
    search: SearchIndex
    vectors: VectorIndex
    extract: PageReader
    gate: Gate
    trial: GroupingTrial
    callback: str = ""
    """Our callback address for hubs, without the token; "" if hubs cannot reach us."""


def tools() -> Tools:
    rules = text_rules()
    return Tools(
        fetch(), picture_encoder(), picture_store(), story_index(), writer(), search_index(), vector_index(),
        rules.extract, rules.approve, rules.try_grouping, callback(),
    )  # fmt: skip


def callback() -> str:
    """Only the operator knows the public address; without it no hub is asked."""
    here = is_local_name(host := host_of(OPTIONS.site_url)) or host in ("127.0.0.1", "::1")
    return "" if here else f"{OPTIONS.site_url}/websub/"


@cache
def fetch() -> Fetch:
    from newsclip.adapters.egress import make_fetch
    from newsclip.adapters.egress.shared_hosts import SharedHosts

    plain = OPTIONS.plain_http == "read"
    egress = make_fetch(user_agent=OPTIONS.user_agent, loopback_ports=OPTIONS.loopback_ports, plain=plain)
    return SharedHosts(egress, lambda: datetime.now(UTC))  # noqa: TID251 all workers go by one clock


@cache
def public_push_key() -> str:
    """The public push key for browsers; "" without the operator's key. Raises SystemExit for an invalid one."""
    from newsclip.kernel.web_push import public_key

    try:
        return public_key(OPTIONS.push_key) if OPTIONS.push_key else ""
    except ValueError as error:
        raise SystemExit("NEWSCLIP_PUSH_KEY is no key; `newsclip push-key` makes one.") from error


@cache
def send() -> Fetch:
    """The client that notifies webhooks and browsers: gives up quickly, since deliveries are retried."""
    from newsclip.adapters.egress import make_fetch
    from newsclip.adapters.egress.bounds import Bounds

    quick = Bounds(connect=5, silence=5, total=10, hops=2)
    return make_fetch(user_agent=OPTIONS.user_agent, loopback_ports=OPTIONS.loopback_ports, bounds=quick)


@cache
def call_to(named: str) -> Call:
    """The client for a server that the operator names: the sign-in provider, or this site as its readers reach it."""
    from newsclip.adapters.egress import make_call

    ports = OPTIONS.loopback_ports
    return make_call(user_agent=OPTIONS.user_agent, named=named, loopback_ports=ports, seconds=10)


@cache
def picture_encoder() -> PictureEncoder:
    from newsclip.adapters.embedded.picture_process import PictureProcess

    return PictureProcess().encode


@cache
def picture_store() -> PictureStore:
    """The operator's choice. Raises SystemExit where it needs a package that is not installed."""
    if OPTIONS.s3.bucket:
        from newsclip.adapters.scaleout.picture_store import BucketPictureStore

        return BucketPictureStore(OPTIONS.s3, time.monotonic, OPTIONS.user_agent)
    from newsclip.adapters.embedded.picture_store import FolderPictureStore

    return FolderPictureStore(OPTIONS.home / "media")


@cache
def story_index() -> StoryIndex:
    if OPTIONS.database_url:
        from newsclip.adapters.scaleout.story_index import TableStoryIndex

        return TableStoryIndex(OPTIONS.grouping_threshold, title_embedder(), time.monotonic)
    from newsclip.adapters.embedded.story_index import MemoryStoryIndex
    from newsclip.adapters.embedded.story_index.title_vectors import TitleVectors

    kept = TitleVectors(title_embedder().mark)
    return MemoryStoryIndex(OPTIONS.grouping_threshold, title_embedder(), kept, time.monotonic)


def passing_story_index(embed: TitleEmbedder = NO_TITLE_EMBEDDER) -> StoryIndex:
    """A new index, which lives as long as this process. `embed` compares titles across languages."""
    from newsclip.adapters.embedded.story_index import MemoryStoryIndex

    return MemoryStoryIndex(OPTIONS.grouping_threshold, embed)


@cache
def embedder() -> Embedder:
    from newsclip.adapters.embedded.static_vectors import StaticVectors

    return StaticVectors()


@cache
def parser() -> Parser:
    """Parses English where the extra `syntax` is installed and the operator did not turn it off."""
    from newsclip.adapters.embedded.spacy_parser import SpacyParser, is_installed

    return SpacyParser() if OPTIONS.syntax == "on" and is_installed() else NoParser()


@cache
def title_embedder() -> TitleEmbedder:
    """Compares titles across languages where the extra `languages` is installed, unless the operator turned it off."""
    from newsclip.adapters.embedded.title_embedder import E5TitleEmbedder, is_installed

    return E5TitleEmbedder() if OPTIONS.story_languages == "several" and is_installed() else NO_TITLE_EMBEDDER


@cache
def writer() -> Writer:
    """The operator's choice. Raises SystemExit if it is unavailable."""
    return _llm_writer(OPTIONS.llm) if OPTIONS.writer == "llm" else _limited_writer()


@cache
def text_rules() -> "LimitedText":
    """The separate process that reads pages and writes clips."""
    from newsclip.adapters.embedded.text_process import LimitedText, Limits

    limits = Limits(OPTIONS.limits.reading, OPTIONS.limits.writing, OPTIONS.limits.memory * MEGABYTE)
    return LimitedText(taxonomy(), limits, syntax=bool(parser().mark))


def _limited_writer() -> Writer:
    from newsclip.adapters.embedded.text_process import LimitedWriter

    return LimitedWriter(text_rules())


@cache
def extractive_writer() -> "ExtractiveWriter":
    from newsclip.adapters.embedded.extractive_writer import ExtractiveWriter

    return ExtractiveWriter(embedder(), taxonomy(), parser())


@cache
def taxonomy() -> "Taxonomy":
    return taxonomy_of(OPTIONS.categories)


def taxonomy_of(file: "Path | None") -> "Taxonomy":
    """The operator's categories, else the shipped ones. Raises SystemExit if their file is unusable."""
    from newsclip.adapters.embedded.taxonomy import read_taxonomy

    return read_taxonomy(file)


def writer_again(document: Document) -> Writer:
    """A writer that reproduces this document without the network. Raises Refused("other_version")."""
    from newsclip.adapters.llm.writer import replayed

    extractive = extractive_writer()
    return extractive if document.writer == extractive.mark else replayed(document, extractive, extractive.draft)


def _llm_writer(llm: LlmOptions) -> Writer:
    """Raises SystemExit if the operator named no model."""
    from random import SystemRandom

    from newsclip.adapters.llm.writer import Budget, JudgeServer, LlmWriter

    if not llm.model:
        raise SystemExit("NEWSCLIP_WRITER=llm needs NEWSCLIP_LLM_MODEL, the model's name at its server.")
    judged = llm.basis == "judged"
    return LlmWriter(
        _chat_server(llm.url, llm.model, llm.key),
        _limited_writer(),
        size=llm.passages,
        budget=Budget(llm.tokens_a_day, llm.cost_a_day, llm.prices),
        basis=JudgeServer(judge_model(), _judge_server(), SystemRandom()) if judged else llm.basis,
        drafting=text_rules().draft,
    )


def judge_model() -> JudgeModel:
    """Who would judge sentences, by the operator's settings."""
    return JudgeModel(OPTIONS.llm.judge.model, OPTIONS.llm.judge.url, PROMPT_VERSION)


def examined_judge(tokens: int) -> "ExaminedJudge":
    """The judge of the settings, for the exam. Raises SystemExit if the operator named no model."""
    from newsclip.adapters.llm.judge import ExaminedJudge

    return ExaminedJudge(judge_model(), _judge_server(rest=0), tokens)


def _judge_server(**rest: float) -> "ChatServer":
    judge = OPTIONS.llm.judge
    if not judge.model:
        raise SystemExit("A judge needs NEWSCLIP_JUDGE_MODEL or NEWSCLIP_LLM_MODEL, the model's name at its server.")
    return _chat_server(judge.url, judge.model, judge.key, **rest)


def _chat_server(url: str, model: str, key: str, **rest: float) -> "ChatServer":
    from newsclip.adapters.egress import make_post
    from newsclip.adapters.llm.chat import ChatServer, Time

    llm, clock = OPTIONS.llm, Time(time.monotonic, time.sleep)
    post = make_post(user_agent=OPTIONS.user_agent, url=url, seconds=llm.seconds, limit=4 * MEGABYTE)
    return ChatServer(post, model=model, key=key, most_tokens=llm.tokens, time=clock, **rest)


def task_queue(alias: str, params: dict[str, Any]) -> "BaseTaskBackend":
    """The backend of django.tasks (settings.TASKS): a kernel.dispatching.TaskQueue."""
    if params["OPTIONS"]["url"]:
        from newsclip.adapters.scaleout.task_queue import RabbitmqQueue

        return RabbitmqQueue(alias, params)
    from newsclip.adapters.embedded.task_queue import MemoryQueue

    return MemoryQueue(alias, params)


@cache
def search_index() -> SearchIndex:
    if OPTIONS.database_url:
        from newsclip.adapters.scaleout.search_index import TsvectorSearchIndex

        return TsvectorSearchIndex()
    from newsclip.adapters.embedded.search_index import FtsSearchIndex

    return FtsSearchIndex()


@cache
def vector_index() -> VectorIndex:
    if OPTIONS.vectors == "off":
        from newsclip.adapters.no_vectors import NoVectors

        return NoVectors()
    if OPTIONS.database_url:
        from newsclip.adapters.scaleout.vector_index import PgvectorIndex

        return PgvectorIndex(embedder())
    from newsclip.adapters.embedded.vector_index import SqliteVectorIndex

    return SqliteVectorIndex(embedder())
