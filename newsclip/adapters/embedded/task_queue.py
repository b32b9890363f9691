"""A task queue inside this process: the counterpart of RabbitMQ's, with nothing to install."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from queue import SimpleQueue
from threading import Thread
from typing import Any
from uuid import uuid4

from django.db import close_old_connections
from django.tasks.backends.base import BaseTaskBackend
from django.tasks.base import Task, TaskResult
from django.utils.json import normalize_json

from newsclip.adapters.task_results import accepted

_log = logging.getLogger(__name__)
type _Given = tuple["Task[..., Any]", Sequence[Any], Mapping[str, Any]]


class MemoryQueue(BaseTaskBackend):
    """A TaskQueue that ends with its process; the tables know what is still to do."""

    def __init__(self, alias: str, params: dict[str, Any]) -> None:
        super().__init__(alias, params)
        self._given: SimpleQueue[_Given | None] = SimpleQueue()

    def enqueue[**P, R](self, task: "Task[P, R]", args: list[Any], kwargs: dict[str, Any]) -> "TaskResult[P, R]":
        """Arguments are round-tripped through JSON, so that what works here works with the broker."""
        self.validate_task(task)
        given: Any = normalize_json([args, kwargs])
        self._given.put((task, given[0], given[1]))
        at = datetime.now(UTC)  # noqa: TID251 informational only
        return accepted(self, task, given, name=uuid4().hex, at=at)

    def waiting(self) -> int:
        """As TaskQueue."""
        return self._given.qsize()

    @contextmanager
    def serving(self) -> Iterator[None]:
        """As TaskQueue."""
        thread = Thread(target=self._serve, name="tasks")
        thread.start()
        try:
            yield
        finally:
            self._given.put(None)
            thread.join()

    def _serve(self) -> None:
        while given := self._given.get():
            task, args, kwargs = given
            try:
                task.func(*args, **kwargs)
            except Exception:
                _log.exception("task failed: %s", task.module_path)
            finally:
                close_old_connections()
