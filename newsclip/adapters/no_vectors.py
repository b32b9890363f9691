from django.db import connection

from newsclip.clips.ports import Neighbour


class NoVectors:
    """A VectorIndex for operators who want none: it keeps nothing and finds nothing."""

    def trouble(self) -> None:
        return None

    def create(self) -> bool:
        """What was kept before grows old from now on: without this table, it is made anew when vectors are on again."""
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS clip_vector")
        return False

    def put(self, clip_id: int, words: str) -> None:
        pass

    def drop(self, clip_id: int) -> None:
        pass

    def nearest(self, question: str, *, limit: int) -> list[Neighbour]:
        return []

    def beside(self, clip_id: int, *, limit: int) -> list[Neighbour]:
        return []
