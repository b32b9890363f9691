"""Finds what can be broken by walking the code: new filters, decorators and guards are covered automatically.

A finder takes a parsed module and yields breaks of its kind. Each break takes one protection away and leaves code that
still runs: the mutation operators of mutation testing (DeMillo, Lipton and Sayward, Computer 11(4), 1978), kept to
what guards something.
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

# The rooms of the product whose guards are not what readers and operators rely on.
APART = ("tests", "migrations", "press", "demo", "training", "locale")
_QUERIES = {"filter", "get", "exclude", "aget", "Q", "get_object_or_404", "get_list_or_404"}
_OWNERS = {"reader", "reader_id", "owner", "owner_id", "author", "author_id", "user", "user_id"}
_CHECKS = ("permit", "may_", "check", "require", "refuse", "must_", "verify", "forbid", "limit_")
_ESCAPES = {"sanitize", "clean", "escape", "conditional_escape", "strip_tags", "for_xml", "quote"}
# Decorators that guard nothing: of the language, of templates, of the admin's tables, of signals.
_PLAIN_DECORATORS = {
    "wraps", "property", "staticmethod", "classmethod", "override", "contextmanager", "cache", "lru_cache", "dataclass",
    "filter", "simple_tag", "register", "receiver", "display", "action",
}  # fmt: skip
# What says that Newsclip itself is broken or half installed; nothing from outside meets these.
_OUR_OWN_FAULTS = {
    "RuntimeError",
    "ImportError",
    "ModuleNotFoundError",
    "AssertionError",
    "NotImplementedError",
    "TypeError",
}
# What a view still needs when it is taken off: the reader whom it hands on.
_WEAKER = {
    "moderating": "signed_in",
    "signed_in": "(lambda view: lambda request, *args, **more: view(request, request.user, *args, **more))",
}
_NO_DECORATOR = "(lambda view: view)"


@dataclass(frozen=True, slots=True)
class Break:
    """`old` at [start, end) of the file's UTF-8 bytes becomes `new`. `where`: the function that holds it."""

    kind: str
    path: str
    line: int
    where: str
    start: int
    end: int
    old: str
    new: str

    @property
    def key(self) -> str:
        """Names the break as long as its own words stay, wherever the lines go."""
        return f"{self.kind} {self.path} {self.where}: {' '.join(self.old.split())}"

    def apply(self, source: bytes) -> bytes:
        return source[: self.start] + self.new.encode() + source[self.end :]


@dataclass(frozen=True, slots=True)
class Module:
    """A parsed file: its path below the root, its bytes, and where each line begins."""

    path: str
    source: bytes
    tree: ast.Module
    lines: tuple[int, ...]

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Where the node stands, in bytes (`ast` counts columns in UTF-8 bytes, too)."""
        return (
            self.lines[node.lineno - 1] + node.col_offset,  # type: ignore[attr-defined]
            self.lines[node.end_lineno - 1] + node.end_col_offset,  # type: ignore[attr-defined]
        )

    def text(self, node: ast.AST) -> str:
        start, end = self.span(node)
        return self.source[start:end].decode()


type Found = tuple[ast.AST, str]
type Finder = Callable[[Module, ast.AST], Iterator[Found]]


def breaks(root: Path) -> list[Break]:
    """All breaks in the product below `root`, in order."""
    paths = [path.relative_to(root) for path in sorted((root / "newsclip").rglob("*.py"))]
    modules = (parse(str(path), (root / path).read_bytes()) for path in paths if not set(path.parts) & set(APART))
    return [broken for module in modules for broken in breaks_of(module)]


def parse(path: str, source: bytes) -> Module:
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return Module(path, source, ast.parse(source), tuple(starts))


def breaks_of(module: Module) -> Iterator[Break]:
    finders = [(kind, finder) for kind, (rooms, finder) in FINDERS.items() if module.path.startswith(rooms)]
    for where, node in _walk(module.tree):
        for kind, finder in finders:
            for broken, new in finder(module, node):
                start, end = module.span(broken)
                yield Break(kind, module.path, broken.lineno, where, start, end, module.text(broken), new)  # type: ignore[attr-defined]


def _walk(tree: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Each node with the name of the function or class that it stands in."""
    waiting = [("", tree)]
    while waiting:
        where, node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            where = f"{where}.{node.name}".lstrip(".")
        if isinstance(node, ast.stmt | ast.Call | ast.Subscript):
            yield where, node
        waiting += [(where, child) for child in reversed(list(ast.iter_child_nodes(node)))]


def _owner_filter(module: Module, node: ast.AST) -> Iterator[Found]:
    """A query that no longer asks whose row it is."""
    if isinstance(node, ast.Call) and _name(node.func) in _QUERIES:
        for owned in (word for word in node.keywords if word.arg in _OWNERS):
            kept = [module.text(one) for one in (*node.args, *(w for w in node.keywords if w is not owned))]
            yield node, f"{module.text(node.func)}({', '.join(kept)})"


def _decorator(module: Module, node: ast.AST) -> Iterator[Found]:
    """A view without its decorator, or with one that asks less."""
    if isinstance(node, ast.FunctionDef):
        for one in node.decorator_list:
            name = _name(one.func if isinstance(one, ast.Call) else one)
            if name not in _PLAIN_DECORATORS and not _routes(one):
                yield one, _WEAKER.get(name, _NO_DECORATOR)


def _scope(module: Module, node: ast.AST) -> Iterator[Found]:
    """An operation of the API for which any token that may read is good enough; one that reads asks for none."""
    if isinstance(node, ast.FunctionDef):
        for asked in (
            word.value for one in node.decorator_list if _routes(one) for word in one.keywords if word.arg == "auth"
        ):
            written = module.text(asked)
            yield asked, "None" if "READ" in written else f'type({written})("read")'


def _check(module: Module, node: ast.AST) -> Iterator[Found]:
    """A check that is not called."""
    if isinstance(node, ast.Expr) and _called(node.value).lstrip("_").startswith(_CHECKS):
        yield node, "pass"


def _branch(module: Module, node: ast.AST) -> Iterator[Found]:
    """A guard that lets pass what one of its branches would have stopped."""
    if isinstance(node, ast.If) and isinstance(node.body[-1], ast.Raise):
        raised = node.body[-1].exc
        if (_called(raised) or _name(raised) if raised else "") not in _OUR_OWN_FAULTS:
            yield from _alternatives(node.test)


def _verdict(module: Module, node: ast.AST) -> Iterator[Found]:
    """A rule of the verifier that finds no fault."""
    if isinstance(node, ast.If) and isinstance(node.body[0], ast.Return) and _finds_fault(node.body[0].value):
        yield from _alternatives(node.test)
    if isinstance(node, ast.Return) and isinstance(node.value, ast.IfExp):
        for fine, fault in ((node.value.body, node.value.orelse), (node.value.orelse, node.value.body)):
            if _fine(fine) and not _fine(fault):
                yield node.value, module.text(fine)


def _cap(module: Module, node: ast.AST) -> Iterator[Found]:
    """A bound that no longer bounds."""
    if isinstance(node, ast.Call) and _name(node.func) in {"min", "max"} and len(node.args) == 2 and not node.keywords:
        inner = [one for one in node.args if not isinstance(one, ast.Constant | ast.Starred)]
        if inner:
            yield node, module.text(inner[-1])


def _preference(module: Module, node: ast.AST) -> Iterator[Found]:
    """A choice among several that prefers nothing, or the other end."""
    if not isinstance(node, ast.Call) or not any(word.arg == "key" for word in node.keywords):
        return
    match _name(node.func):
        case "sort":
            yield node, "None"
        case "sorted":
            yield node, f"list({module.text(node.args[0])})"
        case "max" | "min" as name:
            yield node.func, {"max": "min", "min": "max"}[name]


def _slice(module: Module, node: ast.AST) -> Iterator[Found]:
    """A list that is no longer cut at its most."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice) and isinstance(node.ctx, ast.Load):
        part = node.slice
        if part.lower is None and part.step is None and part.upper is not None and _name(part.upper).isupper():
            yield node.slice, ":"


def _sanitizer(module: Module, node: ast.AST) -> Iterator[Found]:
    """Words of others that go on as they came."""
    if (
        isinstance(node, ast.Call)
        and _called(node) in _ESCAPES
        and node.args
        and not module.text(node).startswith("re.")
    ):
        yield node, module.text(node.args[0])


def _alternatives(test: ast.expr) -> Iterator[Found]:
    """The test, each of its alternatives taken for false in turn."""
    alternatives = test.values if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or) else [test]
    yield from ((one, "False") for one in alternatives)


def _name(node: ast.AST) -> str:
    match node:
        case ast.Name(name) | ast.Attribute(_, name):
            return name
        case _:
            return ""


def _called(node: ast.AST) -> str:
    """The name of what is called; "" where nothing is."""
    return _name(node.func) if isinstance(node, ast.Call) else ""


def _routes(decorator: ast.expr) -> TypeGuard[ast.Call]:
    return (
        isinstance(decorator, ast.Call)
        and isinstance(decorator.func, ast.Attribute)
        and (_name(decorator.func.value) in {"router", "api"})
    )


def _fine(value: ast.expr | None) -> bool:
    return value is None or (isinstance(value, ast.Constant) and value.value in ("", None, True))


def _finds_fault(value: ast.expr | None) -> bool:
    match value:
        case None:
            return False
        case ast.Constant(found):
            return found is False or (isinstance(found, str) and bool(found))
        case ast.JoinedStr() | ast.Call():
            return True
        case _:
            return False


_EVERYWHERE = ("newsclip/",)
_JUDGES = ("newsclip/evidence/verifier/",)
_DOORS = (
    "newsclip/web/",
    "newsclip/api/",
    "newsclip/feeds/",
    "newsclip/mail/",
    "newsclip/push/",
    "newsclip/adapters/egress/",
)
_ORDERS = ("newsclip/stories/rules/", "newsclip/ranking/rules/", "newsclip/community/rules/")
FINDERS: dict[str, tuple[tuple[str, ...], Finder]] = {
    "owner": (_EVERYWHERE, _owner_filter),
    "decorator": (("newsclip/web/", "newsclip/api/", "newsclip/feeds/", "newsclip/health/views"), _decorator),
    "scope": (("newsclip/api/",), _scope),
    "check": (_EVERYWHERE, _check),
    "branch": (_EVERYWHERE, _branch),
    "verdict": (_JUDGES, _verdict),
    "cap": (_ORDERS, _cap),
    "preference": (_ORDERS, _preference),
    "limit": (_DOORS, _slice),
    "sanitizer": (_EVERYWHERE, _sanitizer),
}
