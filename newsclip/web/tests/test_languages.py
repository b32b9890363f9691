"""The words of the pages in every language that they are offered in."""

import re
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE) if hasattr(settings, "BASE") else Path(__file__).parents[2]
LANGUAGES = [code for code, _ in settings.LANGUAGES if code != "en"]
_WORDS = re.compile(r">[^<>{}]*[A-Za-z]{3,}[^<>{}]*<")
