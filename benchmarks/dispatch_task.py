"""The job of the race as a task of ours; apart, because it needs the settings first."""

from django.tasks import task

from benchmarks import dispatch_jobs


@task()
def noted() -> None:
    dispatch_jobs.note()
