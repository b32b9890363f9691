"""Pages of docs/reference that `make docs` writes from the code, so that they always match it."""

import json
import os
import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from typer.main import get_command

from newsclip.cli import app
from newsclip.evidence.edits import KINDS, Kind
from newsclip.evidence.proof_edits import OF_PROOFS
from newsclip.kernel.metric_names import OF_PROCESS, OF_TABLES, MetricName
from newsclip.options import setting_names

_SETTING = re.compile(r"^\| `(NEWSCLIP_\w+)` \| `([^`]+)` \|", re.MULTILINE)
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
        f"{_WRITTEN}",
        "",
        "`newsclip` alone says what to do next. `newsclip --version` prints the version. `--help` after a command",
        "prints the text below. See also the [exit codes](exit-codes.md) and the lines of [filters](filters.md).",
        "",
        "`newsclip --settings FILE COMMAND` reads the [settings](settings.md#the-settings-file) from FILE.",
    ]
    sections = (line for panel, lines in panels.items() for line in ("", f"## {panel}", *lines))
    return "\n".join([*head, *sections]) + "\n"


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
    from newsclip.api.routes import api as routes_api  # noqa: PLC0415 the settings have to be loaded first

    paths = routes_api.get_openapi_schema()["paths"]
    head = [
        "# Every operation of the API",
        "",
        f"{_WRITTEN} [API](api.md) explains how they belong together;",
        "`/api/openapi.json` has the types and limits of each.",
        "",
        "| operation | scope of the token | takes | does |",
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


def edits() -> str:
    """What may be done to a publisher's words."""
    head = [
        "# Edits",
        "",
        f"{_WRITTEN} A sentence of a clip lists in `edits` what was done to",
        "the words of its passages. The verifier undoes each edit and judges it. A sentence without edits is whole.",
        "",
        "*By syntax* in the last column means: by the verifier's own parse, one word alone ties WORDS to the rest, and",
        "the rest parses by itself as it did before; WORDS hold no quotation mark and take nothing of the rest back.",
        "",
        "| recorded as | what was done | what the verifier asks |",
        "| --- | --- | --- |",
    ]
    proved = [
        "",
        "## Steps of a proof",
        "",
        "`newsclip verify` proves one sentence from its passages and says by which steps",
        "([how](../why/verifier.md#proofs)). A clip of a language model records them behind `proved`.",
        "",
        "| step | what was done | what the verifier asks |",
        "| --- | --- | --- |",
    ]
    return "\n".join([*head, *map(_kind, KINDS), *proved, *map(_kind, OF_PROOFS)]) + "\n"


def _kind(kind: Kind) -> str:
    return f"| `{kind.recorded}` | {kind.done} | {kind.asked} |"


def clip_fields() -> str:
    """Every field of the clip document, as its schema has it."""
    schema = json.loads((FOLDER / "clip.schema.json").read_text())
    head = [
        "# Every field of a clip",
        "",
        f"{_WRITTEN} The same for programs:",
        "[clip.schema.json](clip.schema.json).",
    ]
    parts = {"The document": schema, **{f"`{name}`": part for name, part in schema["$defs"].items()}}
    return "\n".join([*head, *(line for title, part in parts.items() for line in _part(title, part))]) + "\n"


def _part(title: str, part: dict[str, Any]) -> Iterator[str]:
    fields = _fields(part)
    if not fields:
        yield from ("", f"## {title}", "", part.get("description") or f"A {_type(part)}.")
        return
    yield from ("", f"## {title}", "", "| field | type | meaning |", "| --- | --- | --- |")
    for name, one in fields:
        yield f"| `{name}` | {_type(one)} | {escape(one['description'], quote=False)} |"


def _fields(part: dict[str, Any], above: str = "") -> list[tuple[str, dict[str, Any]]]:
    """The fields of an object and of the objects within it, by their paths: `sources[].url`."""
    found = []
    for within in (part, *part.get("oneOf", ())):
        for name, one in within.get("properties", {}).items():
            found += [(above + name, one), *_fields(one, f"{above}{name}.")]
            found += _fields(one.get("items", {}), f"{above}{name}[].")
    return found


def _type(one: dict[str, Any]) -> str:
    if "$ref" in one:
        return f"`{one['$ref'].rpartition('/')[2]}`"
    if "const" in one or "enum" in one:
        return " or ".join(f"`{json.dumps(value)}`" for value in one.get("enum", [one.get("const")]))
    if "type" not in one:
        return " or ".join(_type(each) for each in one["oneOf"])
    if one["type"] == "array":
        return f"list of {_type(one['items'])}"
    return " or ".join(one["type"]) if isinstance(one["type"], list) else str(one["type"])


_EVERY_KEY = "## Every key of the settings file\n"


def settings() -> str:
    """The page of settings, at its end with every key of the settings file as it is without one."""
    written = (FOLDER / "settings.md").read_text().partition(_EVERY_KEY)[0]
    model = (FOLDER.parent / "how-to/use-a-model.md").read_text()
    told = dict(_SETTING.findall(written + model))
    keys = (f"# {name.removeprefix('NEWSCLIP_').lower()} = {_in_toml(told.get(name, ''))}" for name in setting_names())
    head = [
        _EVERY_KEY,
        f"{_WRITTEN} With the value that holds",
        'where nothing is set; `""` stands for "see above". Remove the `#` of those that you change.',
        "",
        "```toml",
    ]
    return written + "\n".join([*head, *sorted(keys), "```"]) + "\n"


def _in_toml(default: str) -> str:
    """Nothing for a default that is made of other settings."""
    if re.search(r"NEWSCLIP_|SITE", default):
        return '""'
    return default if default.isdecimal() else json.dumps(default)


def metrics() -> str:
    """Every metric for Prometheus."""
    head = [
        "# Metrics",
        "",
        f"{_WRITTEN} [Operate](../how-to/operate.md#metrics-for-prometheus)",
        "says where they are served; a dashboard and alert rules are in `docs/how-to/monitoring`.",
        "",
        "## Of the whole site",
        "",
        "From the tables, the same whichever process is asked.",
        *_metric_rows(OF_TABLES),
        "",
        "## Of one process",
        "",
        "Since it started. `process_…` and `python_…` (memory, CPU time, files) are those of the Prometheus library.",
        *_metric_rows(OF_PROCESS),
    ]
    return "\n".join(head) + "\n"


def _metric_rows(names: Iterable[MetricName]) -> Iterator[str]:
    yield from ("", "| metric | kind | served by | meaning | look when |", "| --- | --- | --- | --- | --- |")
    for one in names:
        labels = f"{{{', '.join(one.labels)}}}" if one.labels else ""
        yield f"| `{one.name}{labels}` | {one.kind} | {one.served_by} | {one.says} | {one.look_when} |"


PAGES = {
    "settings.md": settings,
    "commands.md": commands,
    "api-operations.md": api,
    "edits.md": edits,
    "clip-fields.md": clip_fields,
    "metrics.md": metrics,
}

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    for name, written in PAGES.items():
        (FOLDER / name).write_text(written())
