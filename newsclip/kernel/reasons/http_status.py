"""The HTTP status that goes with a refusal, the same on pages and in the API."""

_OTHERS = 422
_STATUS = {
    **dict.fromkeys(("banned", "factor_missing", "form_old", "locked", "muted", "newcomer", "not_allowed"), 403),
    **dict.fromkeys(("not_concerned", "not_yours", "suspended", "taken_out", "unapproved", "unconfirmed"), 403),
    **dict.fromkeys(("too_late", "too_many"), 409),
    "already_gone": 410,
    "signed_out": 401,
    **dict.fromkeys(("too_fast", "network_too_fast"), 429),
    "unknown": 404,
}


def http_status(code: str) -> int:
    """Of a code of kernel.reasons (RFC 9110, section 15.5)."""
    return _STATUS.get(code, _OTHERS)
