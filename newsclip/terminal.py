"""Error messages for people at the command line: on standard error, with a cause and a remedy.

Separate from the commands, whose packages take a quarter of a second to load.
"""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager

NO, USAGE, UNREADABLE = 1, 2, 3


class CommandError(Exception):
    """The command failed; `exit_code` as in docs/reference/exit-codes.md."""

    def __init__(self, cause: str, remedy: str, exit_code: int = NO) -> None:
        self.cause, self.remedy, self.exit_code = cause, remedy, exit_code
        super().__init__(cause)


def print_error(cause: str, remedy: str = "") -> None:
    """Print on standard error what happened and what to do."""
    print(f"newsclip: {cause}", file=sys.stderr)
    if remedy:
        print(f"  {remedy}", file=sys.stderr)


@contextmanager
def cli_errors() -> Iterator[None]:
    """Errors that the user can fix end the program with cause and remedy; defects keep their traceback."""
    try:
        yield
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
    except SystemExit as end:
        if not isinstance(end.code, str):
            raise
        print_error(end.code)  # an invalid setting, with what to do
        sys.exit(USAGE)
    except CommandError as error:
        print_error(error.cause, error.remedy)
        sys.exit(error.exit_code)
    except OSError as error:
        print_error(f"{error.strerror or error}: {error.filename or ''}".strip(": "), _remedy(error))
        sys.exit(UNREADABLE)
    except Exception as error:
        _end_for_database(error)


def _remedy(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "Make room on the disk of the file, or of NEWSCLIP_HOME, and run it again."
    return "Check the path and its permissions."


def _end_for_database(error: Exception) -> None:
    """Ends the program for what a database said; raises all else again, with its traceback."""
    from django.db import DatabaseError, OperationalError  # noqa: PLC0415 filters do without the framework

    # SQLite has no error class of its own for a file that is not a database.
    if not (isinstance(error, OperationalError) or type(error) is DatabaseError):
        raise error
    from newsclip.db.errors import explain_error  # noqa: PLC0415 the same

    cause, remedy = explain_error(error)
    print_error(f"The database: {cause}", remedy)
    sys.exit(UNREADABLE)
