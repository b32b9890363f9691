"""The HTTP status and header that go with a refusal, the same on pages and in the API."""

_OTHERS = 422
_STATUS = {
    **dict.fromkeys(("banned", "factor_missing", "form_old", "locked", "muted", "newcomer", "not_allowed"), 403),
    **dict.fromkeys(("not_concerned", "not_yours", "suspended", "taken_out", "unapproved", "unconfirmed"), 403),
    **dict.fromkeys(("too_late", "too_many"), 409),
    **dict.fromkeys(("already_gone", "answered_gone"), 410),
    "signed_out": 401,
    **dict.fromkeys(("too_fast", "network_too_fast"), 429),
    **dict.fromkeys(("checks_busy", "disk_full"), 503),
    **dict.fromkeys(("unknown", "unknown_name"), 404),
}
_SECONDS = {"checks_busy": 5, "disk_full": 600, "network_too_fast": 3600, "too_fast": 24 * 3600}


def http_status(code: str) -> int:
    """Of a code of kernel.reasons (RFC 9110, section 15.5)."""
    return _STATUS.get(code, _OTHERS)


def retry_after(code: str) -> dict[str, str]:
    """The header that says in how many seconds to ask again (RFC 9110, section 10.2.3), where that may help."""
    return {"Retry-After": str(_SECONDS[code])} if code in _SECONDS else {}
