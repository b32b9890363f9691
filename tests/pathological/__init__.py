import os

import pytest

# The whole sweep takes long, and names rules and patterns that are still to be mended; `make sweep` runs it.
whole_sweep = pytest.mark.skipif(
    os.environ.get("NEWSCLIP_SWEEP") != "1",
    reason="THE WHOLE SWEEP IS NOT RUN: `make sweep` drives every rule with every shape",
)
