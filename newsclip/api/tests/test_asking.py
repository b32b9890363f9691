"""What an answer's head says of what its reader mutes."""

from django.http import HttpResponse

from newsclip.api.auth import name_hidden


def test_no_more_mutes_are_named_than_a_header_has_room_for():
    response = HttpResponse()
    name_hidden(response, (f"word w{number // 2}" for number in range(400)))
    assert response["Newsclip-Hidden"].split(", ") == [f"word%20w{number}" for number in range(50)]
