"""36: a database of any earlier version, with rows in every table, is migrated to today's schema; all rows stay.

Every state that the migrations of the product's stages went through is one of an earlier version. Rows are made by that
version's own models, two a table, and looked for again after `migrate`.
"""

import json
from pathlib import Path

from benchmarks.hard_days.builds import Edit
from benchmarks.hard_days.figures import Day
from benchmarks.hard_days.postgres import postgres
from benchmarks.hard_days.product import Product

BROKEN = {
    # An earlier change of tables forgets what stood in a table.
    "keeping-rows": [
        Edit("server/migrating.py", "        _require_former(connection)\n",
             "        _require_former(connection)\n        from newsclip.articles.models import Picture\n"
             "        Picture.objects.all().delete()\n"),
    ],
}  # fmt: skip


def on_sqlite(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    _upgrade(day, Product(work / "home", build=build), small=small)


def on_postgresql(day: Day, work: Path, build: Path | None, *, small: bool = False) -> None:
    with postgres(work) as server:
        _upgrade(day, Product(work / "home", database=server.address, build=build), small=small)


def _upgrade(day: Day, product: Product, *, small: bool) -> None:
    words = ["-m", "benchmarks.hard_days.earlier", str(product.home), *(["small"] if small else [])]
    process = product.python(*words)
    code = process.wait(1500)
    told = product.home / "upgrades.json"
    found = json.loads(told.read_text()) if told.exists() else []
    lost = [f"{state['state']}: {row}" for state in found for row in state["lost"]]
    broken = [f"{state['state']}: {state['error']}" for state in found if state["error"]]
    day.least("it came to its end", code == 0, 1, f"exit {code}, see {product.log}")
    day.least("earlier states", len(found), 2 if small else 10)
    day.tells("rows", sum(state["rows"] for state in found))
    day.most("states that could not be brought to today's", len(broken), 0, "; ".join(broken)[:500])
    day.most("rows lost or changed", len(lost), 0, "; ".join(lost)[:500])
