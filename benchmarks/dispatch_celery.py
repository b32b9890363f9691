"""The same job as a Celery task on the same broker: quorum queues and late acknowledgement, as in our setup."""

import os
import sys
import time

from celery import Celery

from benchmarks.dispatch_jobs import note

app = Celery("race", broker=os.environ["BENCH_BROKER"])
app.conf.update(
    task_default_queue="celery-race", task_default_queue_type="quorum", task_acks_late=True, task_ignore_result=True,
    task_reject_on_worker_lost=True, worker_detect_quorum_queues=True, broker_connection_retry_on_startup=True,
    broker_transport_options={"confirm_publish": True},
)  # fmt: skip


@app.task(name="noted")
def noted() -> None:
    note()


if __name__ == "__main__":
    began, jobs = time.monotonic(), int(sys.argv[1])
    for _ in range(jobs):
        noted.delay()
    print(jobs / (time.monotonic() - began))
