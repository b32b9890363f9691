"""Getting the product ready to run in this process.

Nothing of the framework is imported before it is asked for: filters do without.
"""

import os


def ready() -> None:
    """Load the settings and the stages. Comes before any import of them."""
    import django  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsclip.settings")
    django.setup()


def prepare() -> None:
    """Get ready, and bring tables and static files to the state that this version expects; repeat it freely."""
    ready()
    from django.core.management import call_command  # noqa: PLC0415

    from newsclip.operations.gathering import gather  # noqa: PLC0415
    from newsclip.options import OPTIONS  # noqa: PLC0415

    OPTIONS.home.mkdir(parents=True, exist_ok=True)
    (OPTIONS.home / "media").mkdir(exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    gather(lambda: call_command("collectstatic", interactive=False, verbosity=0), OPTIONS.home / ".gathered")


if __name__ == "__main__":
    from newsclip.operations.plain import plainly

    with plainly():
        prepare()
