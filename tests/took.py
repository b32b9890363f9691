"""What `make test` says at its end: how long each part, package and slow file took, and how many tests passed."""

import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

_PARTS = 2  # of a module's name: newsclip.stories, tests.hostile
_SLOWEST = 15  # files


def told(files: Iterable[Path]) -> Iterator[str]:
    """Lines from reports in JUnit's form, as pytest writes them, in the order in which they ran."""
    suites = [suite for file in files for suite in ET.parse(file).getroot().iter("testsuite")]
    packages, modules = Counter[str](), Counter[str]()
    yield "How long each part took:"
    for suite in suites:
        yield _line(float(suite.attrib["time"]), suite.attrib["name"])
        for case in suite.iter("testcase"):
            module, seconds = case.get("classname", ""), float(case.get("time", 0))
            packages[".".join(module.split(".")[:_PARTS])] += seconds
            modules[module] += seconds
    yield "Of that the tests of each package, summed over those that ran side by side:"
    for package, seconds in packages.most_common():
        yield _line(seconds, package)
    yield "The slowest files of tests:"
    for module, seconds in modules.most_common(_SLOWEST):
        yield _line(seconds, module)
    tests, bad, skipped = (
        sum(int(suite.attrib[key]) for suite in suites for key in keys)
        for keys in (["tests"], ["failures", "errors"], ["skipped"])
    )
    yield f"{tests - bad - skipped} passed, {bad} failed, {skipped} skipped"


def _line(seconds: float, what: str) -> str:
    return f"{seconds:7.1f} s  {what}"


if __name__ == "__main__":
    for line in told(sorted(Path(sys.argv[1]).glob("*.xml"), key=lambda file: int(file.stem))):
        print(line)
