"""What went wrong, for whoever typed the command: on standard error, with a cause and a remedy.

Apart from the command line, whose packages take a quarter of a second to load.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

NO, USAGE, UNREADABLE = 1, 2, 3


def print_error(cause: str, remedy: str = "") -> None:
    """On standard error: what happened, and what to do."""
    print(f"newsclip: {cause}", file=sys.stderr)
    if remedy:
        print(f"  {remedy}", file=sys.stderr)


@contextmanager
def cli_errors() -> Iterator[None]:
    """What somebody can put right ends the program with its cause and remedy; what is a fault of ours stays loud."""
    try:
        yield
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
    except SystemExit as end:
        if not isinstance(end.code, str):
            raise
        print_error(end.code)  # a setting that cannot be meant, with what to do
        sys.exit(USAGE)
    except OSError as error:
        print_error(
            f"{error.strerror or error}: {error.filename or ''}".strip(": "), "Check the path and its permissions."
        )
        sys.exit(UNREADABLE)
    except Exception as error:
        from django.db import DatabaseError, OperationalError  # noqa: PLC0415 filters do without the framework

        # A file that is no database is neither away nor asked wrongly: such an error has no name of its own.
        if not (isinstance(error, OperationalError) or type(error) is DatabaseError):
            raise
        from newsclip.db.errors import explain_error  # noqa: PLC0415 the same

        cause, remedy = explain_error(error)
        print_error(f"The database: {cause}", remedy)
        sys.exit(UNREADABLE)
