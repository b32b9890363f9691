"""What a mail server said when it did not take a mail."""

from collections.abc import Mapping


def smtp_verdict(error: OSError) -> str:
    """The kind of failure, and the server's codes. Its own words stay out: some repeat the password.

    By attributes, as our import rules forbid smtplib, which opens connections.
    """
    refused: Mapping[str, tuple[int, bytes]] = getattr(error, "recipients", {})
    codes = {code for code, _ in refused.values()} or {getattr(error, "smtp_code", 0)}
    return " ".join([type(error).__name__, *(str(code) for code in sorted(codes) if code)])
