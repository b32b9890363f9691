"""The benchmark's job as a task of ours, in a separate module because it needs the settings first."""

from django.tasks import task

from benchmarks import dispatch_jobs


@task()
def noted() -> None:
    dispatch_jobs.note()
