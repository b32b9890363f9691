"""What a queue answers for a task that it has accepted."""

from datetime import datetime
from typing import Any

from django.tasks.backends.base import BaseTaskBackend
from django.tasks.base import Task, TaskResult, TaskResultStatus
from django.tasks.signals import task_enqueued


def accepted[**P, R](
    queue: BaseTaskBackend, task: "Task[P, R]", given: Any, *, name: str, at: datetime
) -> "TaskResult[P, R]":
    """`given`: the arguments by place and by name, as they are in JSON. Tells Django of it, too."""
    result = TaskResult(
        task=task, id=name, status=TaskResultStatus.READY, args=given[0], kwargs=given[1], backend=queue.alias,
        enqueued_at=at, started_at=None, last_attempted_at=None, finished_at=None, errors=[], worker_ids=[],
    )  # fmt: skip
    task_enqueued.send(type(queue), task_result=result)
    return result
