"""Pages of docs/reference that `make docs` writes from the code, so that they cannot say otherwise."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from newsclip.cli import app

FOLDER = Path(__file__).parents[1] / "docs/reference"
_WRITTEN = "Written from the code by `make docs`; change it there."


def commands() -> str:
    """Every command of `newsclip`, as it describes itself."""
    panels: dict[str, list[str]] = {}
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined] # a group
        panels.setdefault(command.rich_help_panel, []).extend(_command(name, command))
    head = [
        "# Commands",
        "",
        f"{_WRITTEN} `newsclip` alone says what to do next,",
        "`newsclip --version` which version it is, `--help` behind a command what stands here.",
        "How they end: [exit codes](exit-codes.md); lines of filters: [filters](filters.md).",
    ]
    rooms = (line for panel, lines in panels.items() for line in ("", f"## {panel}", *lines))
    return "\n".join([*head, *rooms]) + "\n"


def _command(name: str, command: Any) -> Iterator[str]:
    shown = [one for one in command.params if one.name != "help"]
    wanted = [called if one.required else f"[{called}]" for one in shown for called in [_called(one)]]
    yield from ("", f"### `{' '.join(['newsclip', name, *wanted])}`", "", " ".join((command.help or "").split()))
    if shown:
        yield from ("", "| argument or option | default | meaning |", "| --- | --- | --- |")
    for one in shown:
        says = _called(one) if _is_argument(one) else ", ".join([*one.opts, *one.secondary_opts])
        default = getattr(one.default, "value", one.default)
        given = "" if default in (None, "", False) else f"`{default}`"
        yield f"| `{says}` | {given} | {getattr(one, 'help', None) or ''} |"


def _called(one: Any) -> str:
    more = " …" if one.nargs == -1 else ""
    return f"{one.name.upper()}{more}" if _is_argument(one) else max(one.opts, key=len)


def _is_argument(one: Any) -> bool:
    return one.param_type_name == "argument"


def api() -> str:
    """Every operation of the API, as its description at /api/openapi.json has it."""
    from newsclip.api.routes import api as described  # noqa: PLC0415 the settings have to be loaded first

    paths = described.get_openapi_schema()["paths"]
    head = [
        "# Every operation of the API",
        "",
        f"{_WRITTEN} What they mean together: [API](api.md). Types and bounds of",
        "each: `/api/openapi.json`.",
        "",
        "| operation | scope of the token | asks for | does |",
        "| --- | --- | --- | --- |",
    ]
    rows = (_operation(path, method, one) for path, methods in paths.items() for method, one in methods.items())
    return "\n".join([*head, *rows]) + "\n"


def _operation(path: str, method: str, one: dict[str, Any]) -> str:
    scopes = [scope for need in one.get("security", []) for scopes in need.values() for scope in scopes]
    asked = [f"`{given['name']}`" for given in one.get("parameters", []) if given["in"] == "query"]
    asked += ["a body"] if "requestBody" in one else []
    does = " ".join(". ".join(filter(None, (one.get("summary"), one.get("description")))).split()).replace("|", "\\|")
    return (
        f"| `{method.upper()} {path}` | {', '.join(f'`{scope}`' for scope in scopes)} | {', '.join(asked)} | {does} |"
    )


PAGES = {"commands.md": commands, "api-operations.md": api}

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    for name, written in PAGES.items():
        (FOLDER / name).write_text(written())
