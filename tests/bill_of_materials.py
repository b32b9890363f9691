"""Completes the bill of materials of a release: its version, and licences that packages do not tell themselves.

`python -m tests.bill_of_materials FILE VERSION` rewrites the file, and fails if a package is left without a licence.
"""

import json
import sys
from pathlib import Path
from typing import Any

# Of packages whose metadata has none; from the licence files of their repositories
_LICENCES = {"sqlite-vec": "MIT OR Apache-2.0"}


def complete(bill: dict[str, Any], version: str) -> list[str]:
    """Write into the bill what is missing. Returns the packages that are still without a licence."""
    product = bill["metadata"]["component"]
    product |= {"version": version, "purl": f"pkg:pypi/{product['name']}@{version}"}
    without = [one for one in bill["components"] if not one.get("licenses")]
    for one in without:
        if one["name"] in _LICENCES:
            one["licenses"] = [{"acknowledgement": "concluded", "expression": _LICENCES[one["name"]]}]
    return [one["name"] for one in without if not one.get("licenses")]


def main() -> None:
    file, version = Path(sys.argv[1]), sys.argv[2]
    bill = json.loads(file.read_text())
    without = complete(bill, version)
    file.write_text(json.dumps(bill, indent=2) + "\n")
    if without:
        sys.exit(f"Find the licence of {', '.join(without)}, and write it into tests/bill_of_materials.py.")
    print(len(bill["components"]), "packages, each with its licence")


if __name__ == "__main__":
    main()
