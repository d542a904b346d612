"""Given and family names from counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from pack import Given, Weighted


def given_by_decade(
    births: Iterable[tuple[int, str, str, int]],
    decades: range,
    *,
    per_list: int,
    other_sex_at_most: float,
) -> tuple[list[Given], int]:
    """The most frequent names by sex and decade of birth, without those that the other sex bears as well.
    Also returns how many names of the top were left out for that reason."""
    counts: dict[tuple[int, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for year, sex, name, count in births:
        decade = year // 10 * 10
        if decade in decades:
            counts[decade, sex][name] += count
    rows: list[Given] = []
    left_out = 0
    for decade in decades:
        for sex, other in (("f", "m"), ("m", "f")):
            kept = 0
            for name, count in sorted(counts[decade, sex].items(), key=lambda item: (-item[1], item[0])):
                if kept == per_list:
                    break
                if counts[decade, other].get(name, 0) > other_sex_at_most * (
                    count + counts[decade, other].get(name, 0)
                ):
                    left_out += 1
                    continue
                rows.append(Given(sex, decade, name, count))
                kept += 1
    return rows, left_out


def most_frequent(counts: Iterable[tuple[str, int]], spelled: Callable[[str], str], *, names: int) -> list[Weighted]:
    """The most frequent names of a counted list, in the spelling that people use."""
    ordered = sorted(counts, key=lambda item: (-item[1], item[0]))[:names]
    return [Weighted(spelled(name), count) for name, count in ordered]
