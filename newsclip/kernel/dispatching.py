"""What carries work to other processes: a queue of tasks that forgets nothing it was not told to, or says so."""

from contextlib import AbstractContextManager
from typing import Protocol


class QueueAwayError(Exception):
    """The queue cannot be asked now. Nothing is lost thereby: the tables say what there is to do."""


class TaskQueue(Protocol):
    """A backend of django.tasks that hands each task to one worker, and again to another where that one died.

    A task may run twice, so its effects have to be such that this does no harm. `enqueue` raises QueueAwayError where
    the task was not taken for certain.
    """

    def waiting(self) -> int:
        """How many tasks no worker has taken yet. Raises QueueAwayError."""
        ...

    def serving(self) -> AbstractContextManager[None]:
        """Run the tasks, one at a time, in a thread of this process, for as long as the block lasts.

        A task at hand is ended first. A queue that is away is looked for again and again.
        """
        ...
