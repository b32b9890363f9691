"""What answers here: the program, its version, its licence and its source, as the AGPL has it (section 13)."""

from urllib.parse import urljoin

from django.http import HttpRequest
from ninja import Schema

from newsclip.api.schemas import router
from newsclip.kernel.release import LICENCE, SOURCE_PATH, version
from newsclip.options import OPTIONS


class Software(Schema):
    """`source`: where the source of what runs here is, with all that was changed in it."""

    name: str
    version: str
    licence: str
    source: str


@router.get("/software", response=Software, summary="What answers here, and its source")
def software(request: HttpRequest) -> Software:
    source = OPTIONS.source_url or urljoin(OPTIONS.site_url, SOURCE_PATH)
    return Software(name="Newsclip", version=version(), licence=LICENCE, source=source)
