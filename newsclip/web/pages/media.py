"""Pictures kept here. A name stands for its content for ever, so browsers need not ask twice."""

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.csp import csp_override

from newsclip.options import OPTIONS
from newsclip.web.security_headers import MEDIA_CSP


@csp_override(MEDIA_CSP)
def picture(request: HttpRequest, name: str) -> FileResponse:
    """The route admits nothing but names that the picture store gives."""
    try:
        answer = FileResponse((OPTIONS.home / "media" / name).open("rb"), content_type="image/webp")
    except FileNotFoundError:
        raise Http404("There is no such picture.") from None
    answer["Cache-Control"] = "public, max-age=31536000, immutable"
    return answer
