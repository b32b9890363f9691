"""HTML with values filled in: as `format_html`, without its care for words that are translated later, which costs most.

A page of a list fills in some hundred values.
"""

from html import escape

from django.utils.safestring import SafeString


def filled(html: str, **values: str | int) -> SafeString:
    """The values stand in the HTML for {their names}, escaped unless they are HTML already (SafeString)."""
    escaped = {name: value if isinstance(value, SafeString) else escape(str(value)) for name, value in values.items()}
    return SafeString(html.format(**escaped))
