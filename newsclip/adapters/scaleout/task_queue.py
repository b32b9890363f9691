"""Tasks by RabbitMQ and Dramatiq: quorum queues survive a machine; tasks are acknowledged when done, not when started.

The broker notices a dead worker's socket and redelivers its task within a second.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import dramatiq
import pika
from django.db import close_old_connections
from django.tasks.backends.base import BaseTaskBackend
from django.tasks.base import Task, TaskResult
from django.utils.json import normalize_json
from django.utils.module_loading import import_string
from dramatiq.brokers.rabbitmq import RabbitmqBroker
from dramatiq.common import dq_name
from dramatiq.errors import BrokerConnectionError, ConnectionClosed, ConnectionFailed
from pika.adapters.utils.connection_workflow import AMQPConnectorException

from newsclip.adapters.task_results import accepted
from newsclip.kernel.dispatching import QueueAwayError

QUEUE = "newsclip"
# Prefetched tasks per worker: with two it waits for the broker half of the time; with many, tasks queue behind one.
_AHEAD = 4
_PATIENCE = 3.0  # seconds for the broker to answer
_HEARTBEAT = 20  # seconds; a machine that lost its power is noticed within this and five more
logging.getLogger("pika").setLevel(logging.CRITICAL)  # errors are raised, and logged once by us


class RabbitmqQueue(BaseTaskBackend):
    """The TaskQueue at `OPTIONS["url"]` (amqp://USER:PASSWORD@HOST:PORT/VHOST; several, apart by ";")."""

    def __init__(self, alias: str, params: dict[str, Any]) -> None:
        super().__init__(alias, params)
        self._broker = _Broker(url=self.options["url"], confirm_delivery=True, middleware=[])
        self._name = self.options.get("name", QUEUE)
        self._run = dramatiq.actor(broker=self._broker, actor_name="run", queue_name=self._name)(_run)

    def enqueue[**P, R](self, task: "Task[P, R]", args: list[Any], kwargs: dict[str, Any]) -> "TaskResult[P, R]":
        """Returns once the broker has the task on disk."""
        self.validate_task(task)
        given: Any = normalize_json([args, kwargs])
        try:
            message = self._run.send(task.module_path, *given)
        except (BrokerConnectionError, pika.exceptions.AMQPError, OSError) as error:
            raise QueueAwayError(str(error) or type(error).__name__) from error
        at = datetime.fromtimestamp(message.message_timestamp / 1000, UTC)
        return accepted(self, task, given, name=message.message_id, at=at)

    def waiting(self) -> int:
        """As TaskQueue."""
        try:
            return self._broker.ready(self._name)
        except (BrokerConnectionError, pika.exceptions.AMQPError, OSError) as error:
            raise QueueAwayError(str(error) or type(error).__name__) from error

    @contextmanager
    def serving(self) -> Iterator[None]:
        """As TaskQueue."""
        for name in (self._name, dq_name(self._name)):
            logging.getLogger(f"dramatiq.worker.ConsumerThread({name})").addFilter(_is_not_connection_loss)
        worker = dramatiq.Worker(self._broker, queues={self._name}, worker_timeout=100, worker_threads=1)
        worker.queue_prefetch = _AHEAD
        worker.start()
        try:
            yield
        finally:
            worker.stop()


def _is_not_connection_loss(record: logging.LogRecord) -> bool:
    """Log filter: the feeder logs an outage once; pika's line every three seconds adds nothing."""
    return "connection error" not in record.getMessage()


def _run(path: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> None:
    close_old_connections()
    try:
        import_string(path).func(*args, **kwargs)
    finally:
        close_old_connections()


class _SilentBrokerError(ConnectionClosed):
    """The broker took what it was sent, and did not answer in time."""


class _Connection(pika.BlockingConnection):  # type: ignore[misc] # pika tells no types
    """Waits a few seconds for each answer. pika waits for ever, and a quorum queue whose majority is away answers no
    more, though its node does: nothing is confirmed until enough nodes are back.
    """

    def _flush_output(self, *waiters: Callable[[], bool]) -> None:
        error = _SilentBrokerError(f"no answer within {_PATIENCE:.0f} seconds")  # type: ignore[no-untyped-call]
        timer = self._impl._adapter_call_later(_PATIENCE, lambda: self._impl._terminate_stream(error))
        try:
            super()._flush_output(*waiters)
        finally:
            self._impl._adapter_remove_timeout(timer)


@contextmanager
def _failures_told() -> Iterator[None]:
    """pika has an error for a broker that takes a connection and then says nothing, which dramatiq does not know."""
    try:
        yield
    except AMQPConnectorException as error:
        raise ConnectionFailed(str(error) or type(error).__name__) from error  # type: ignore[no-untyped-call]


class _Broker(RabbitmqBroker):
    """Declares quorum queues, and does not wait for a broker that is silent."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        given = self.parameters if isinstance(self.parameters, list) else [self.parameters]
        for one in given:
            one.socket_timeout = one.stack_timeout = one.blocked_connection_timeout = _PATIENCE
            one.connection_attempts, one.retry_delay = 1, 0
            one.heartbeat = _HEARTBEAT if one.heartbeat is None else one.heartbeat
        self._ignore_pika_logs()

    @property
    def connection(self) -> pika.BlockingConnection:
        """This thread's; as the base class makes it, but of our kind."""
        if getattr(self.state, "connection", None) is None:
            with _failures_told():
                self.state.connection = _Connection(parameters=self.parameters)
            self.connections.add(self.state.connection)
        return self.state.connection

    @connection.deleter
    def connection(self) -> None:
        RabbitmqBroker.connection.fdel(self)  # type: ignore[attr-defined]

    def consume(self, queue_name: str, prefetch: int = 1, timeout: int = 5000) -> dramatiq.Consumer:
        with _failures_told():
            return super().consume(queue_name, prefetch, timeout)

    def _build_queue_arguments(self, queue_name: str) -> dict[str, Any]:
        arguments: dict[str, Any] = super()._build_queue_arguments(queue_name)  # type: ignore[no-untyped-call]
        return arguments | {"x-queue-type": "quorum"}

    def ready(self, queue_name: str) -> int:
        """The number of waiting messages. A closed connection is reopened once."""
        self.declare_queue(queue_name)
        try:
            return self._ready(queue_name)
        except pika.exceptions.AMQPError:
            del self.connection
            return self._ready(queue_name)

    def _ready(self, queue_name: str) -> int:
        return int(self._declare_queue(queue_name).method.message_count)  # type: ignore[no-untyped-call]
