from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from newsclip.mail import unsubscribe


@csrf_exempt  # mail programs post here without a form of ours (RFC 8058); the signature is the proof
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """GET asks for confirmation, since mail programs prefetch links; POST unsubscribes."""
    found = unsubscribe.who(token)
    if found is None:
        raise Http404("There is no such mail.")
    reader, kind = found
    if request.method == "POST":
        unsubscribe.end(reader, kind)
    return render(request, "mail/leave.html", {"kind": kind, "done": request.method == "POST"})
