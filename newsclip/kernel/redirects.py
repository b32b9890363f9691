"""Which redirect targets from a query or a form are safe."""


def is_own_path(address: str) -> bool:
    """Whether every browser reads this as a path on the current site (no open redirect).

    Browsers drop tabs and line ends and read a backslash as a slash (WHATWG URL, 4.4), so any of these is refused.
    """
    plain = address.isprintable() and not set(address) & {" ", "\\"}
    return plain and address.startswith("/") and not address.startswith("//")
