from django.db import connection

from newsclip.clips.ports import Neighbour


class NoVectors:
    """A VectorIndex that stores and finds nothing, for operators who want none."""

    def trouble(self) -> None:
        return None

    def create(self) -> bool:
        """Drop the table, which would become outdated: it is rebuilt when vectors are on again."""
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
