"""Which lines are told next where an article is told as it stands: `contiguous_lines`."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from newsclip.writing.extractive.choosing import BeforeText, Chooser
from newsclip.writing.extractive.contiguous_lines import part_of
from newsclip.writing.extractive.material import Material
from newsclip.writing.extractive.needs import Needs

# What goes on from so many words below one subheading, or above the first, makes room for the other parts: else the
# beginning takes all of it.
_PART, _BEYOND_PART = 90, 0.3


def chooser_of(material: Material, needs: Needs, before: BeforeText) -> Chooser:
    return (ContiguousChooser if needs.onward | needs.openings else Chooser)(material, needs, before)


@dataclass(frozen=True)
class ContiguousChooser(Chooser):
    """A chooser that leaves nothing out of such articles but whole parts, and lines that are told already."""

    @cached_property
    def again(self) -> frozenset[int]:
        told = self.before.told
        return frozenset(i for i in self.needs.onward if i not in told.lines and told.tells(self.material, i))

    def able(self) -> set[int]:
        """None that the summary passed over, though little is told."""
        return super().able() - self.passed

    def offers(self, able: Set[int], chosen: Sequence[int]) -> Mapping[int, tuple[int, ...]]:
        offers: dict[int, tuple[int, ...]] = {}
        for i, rows in super().offers(able, chosen).items():
            if self._leaves_nothing_out(rows, chosen, offers):
                offers[i] = rows
        opened = {i: self._opened(i, able, chosen) for i in offers if i in self.needs.openings}
        return {i: rows for i, rows in (offers | opened).items() if rows}

    def _opened(self, i: int, able: Set[int], chosen: Sequence[int]) -> tuple[int, ...]:
        """What stands right below a subheading, two lines; () where the second cannot be told: one needs no heading."""
        behind = next((j for j in able if self.material.before(j) == i), None)
        if behind is None:
            return ()
        rows = self.offer(behind, able, [*chosen, i], self.known(self.material.lines[i].article, chosen))
        return (i, *rows) if rows == (behind,) else ()

    def _leaves_nothing_out(
        self, rows: Sequence[int], chosen: Sequence[int], offers: Mapping[int, tuple[int, ...]]
    ) -> bool:
        """Whether nothing that may be told stands between the rows and what is told before them, where that matters.

        Only its first line leads into what stands below a subheading.
        """
        material, first = self.material, rows[0]
        if first not in self.needs.onward:
            return True
        part = part_of(material, first)
        own = [j for j in (*self.before.lines, *chosen) if part_of(material, j) == part and j < first]
        left_out = (j for j in offers if max(own, default=-1) < j < first and part_of(material, j) == part)
        return (bool(own) or not part[1]) and not any(left_out)

    def goes_on(self, rows: Sequence[int], able: Set[int], chosen: Sequence[int]) -> bool:
        """All that it offers does, or begins a part."""
        return True

    def merit(self, rows: Sequence[int], chosen: Sequence[int]) -> float:
        merit = super().merit(rows, chosen)
        single = len(self.material.readings) == 1
        return merit * self._room_for_others(rows[0], (*self.before.lines, *chosen)) if single else merit

    def fullness(self, i: int) -> float:
        """The same for all: such lines are told one after the other, whatever their length."""
        return 1.0

    def _room_for_others(self, i: int, above: Sequence[int]) -> float:
        part = part_of(self.material, i)
        told = self.material.words_in(j for j in above if part_of(self.material, j) == part)
        return _BEYOND_PART if i in self.needs.onward and told > _PART else 1.0
