"""The port for a task queue: tasks survive a crash, or `enqueue` says that they were not accepted."""

from contextlib import AbstractContextManager
from typing import Protocol


class QueueAwayError(Exception):
    """The queue cannot be reached. Nothing is lost: the tables say what there is to do."""


class TaskQueue(Protocol):
    """A backend of django.tasks that gives each task to one worker, and to another one if the first dies.

    A task may run twice, so it must be idempotent. `enqueue` raises QueueAwayError unless the queue has confirmed the
    task.
    """

    def waiting(self) -> int:
        """How many tasks no worker has taken yet. Raises QueueAwayError."""

    def serving(self) -> AbstractContextManager[None]:
        """Run tasks one at a time in a thread of this process while the block lasts.

        On exit the current task is finished first. If the queue is away, the thread keeps reconnecting.
        """
