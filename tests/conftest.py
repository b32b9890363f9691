import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("NEWSCLIP_SHARED", Path(__file__).parents[2] / "shared"))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Public data to measure on; it is no part of the project, and tests that want it say so where it is missing."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip(f"NO SHARED DATA at {folder}: set NEWSCLIP_SHARED to the folder that holds data/")
    return folder
