"""Where a page may lead that was told so by its address or a form."""


def is_own_path(address: str) -> bool:
    """Whether every browser reads this as an address of the site that it is shown on: a path, and nothing before it.

    Browsers drop tabs and line ends and take a backslash for a slash (WHATWG URL, 4.4), so what holds one is none.
    """
    plain = address.isprintable() and not set(address) & {" ", "\\"}
    return plain and address.startswith("/") and not address.startswith("//")
