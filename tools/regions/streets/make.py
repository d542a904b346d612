"""What all countries share: lists of names with weights by rank, and the parts of an address, a company and a tax."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from packages import folder, labelled
from pack import Source, Weighted

TAIL_WEIGHT = 2
"""Of names of which nothing is known but that there are such streets."""
MOST = 900
"""Names a country: more would make the packs large and no address truer."""

BY_HAND = Source(
    files=("region.json",),
    origin="compiled by hand for Wares",
    licence="MIT OR Apache-2.0",
    notice="",
    url="",
)

Names = Callable[[list[str]], list[Weighted]]
"""Street names of a country, given some of its towns."""


@dataclass(frozen=True, slots=True)
class Land:
    """All that is known of one country but its tax."""

    names: Names
    address: dict[str, Any]
    company: dict[str, Any]
    known: str = "made"
    packages: tuple[str, ...] = ()
    """The packages that the names come from, beside the lists by hand."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A flat or floor: `text` with a number up to `high`."""

    text: str
    high: int = 40
    weight: int = 3
    low: int = 1


def split(text: str) -> list[str]:
    """`a, b,\\n c` as three words."""
    return [word for part in text.replace("\n", ",").split(",") if (word := " ".join(part.split()))]


def halves(text: str) -> tuple[str, str]:
    """`native|latin`; the second is empty where there is none."""
    native, _, latin = text.partition("|")
    return native.strip(), latin.strip()


def by_rank(rank: int) -> int:
    """A weight that falls with the rank as street names do: some are in every town, most in one or two."""
    return max(TAIL_WEIGHT + 1, round(2_000 / (rank + 9)))


def ranked(text: str, latin: Callable[[str], str] | None = None, *, first: int = 0) -> list[Weighted]:
    """Names in order of frequency, the first of them of rank `first`. With `latin`, the Latin form is made of the name
    unless it is written beside it."""
    rows = []
    for rank, word in enumerate(split(text), first):
        name, form = halves(word)
        rows.append(Weighted(name, by_rank(rank), form or (latin(name) if latin else "")))
    return rows


def tail(names: Iterable[str], latin: Callable[[str], str] | None = None) -> list[Weighted]:
    """Names of which nothing more is known."""
    return [Weighted(name, TAIL_WEIGHT, latin(name) if latin else "") for name in names]


def compose(
    kinds: str, roots: str, *, each: int = 2, first: int = 0, latin: Callable[[str], str] | None = None
) -> list[Weighted]:
    """Names of a kind (`Calle {}`) and a root, roots in order of frequency. The first kind takes every root; the others
    take turns, so that `each` kinds go with a root. A root that begins with `=` is a whole name. The first root is of
    rank `first`."""
    parsed = []
    for kind in (part.strip() for part in kinds.split(";")):
        pattern, share = kind.rsplit(" ", 1)
        parsed.append((*halves(pattern), int(share)))
    rows = []
    for rank, root in enumerate(split(roots), first):
        if root.startswith("="):
            name, form = halves(root[1:])
            rows.append(Weighted(name, by_rank(rank), form or (latin(name) if latin else "")))
            continue
        name, form = halves(root)
        turns = [parsed[0]]
        for turn in range(min(each, len(parsed)) - 1):
            turns.append(parsed[1 + (rank + turn) % (len(parsed) - 1)])
        for pattern, latin_pattern, share in turns:
            native = pattern.replace("{}", name)
            written = latin_pattern.replace("{}", form) if latin_pattern else latin(native) if latin else ""
            rows.append(Weighted(native, max(1, by_rank(rank) * share // 100), written))
    return rows


def thinned(names: Iterable[str], most: int) -> list[str]:
    """At most `most` of the names, evenly from the alphabet."""
    ordered = sorted(set(names))
    if len(ordered) <= most:
        return ordered
    return [ordered[index * len(ordered) // most] for index in range(most)]


def union(*lists: Sequence[Weighted], most: int = MOST) -> list[Weighted]:
    """The lists one after another, each name once."""
    seen: set[str] = set()
    rows = []
    for row in (row for rows in lists for row in rows):
        if row.name.casefold() not in seen:
            seen.add(row.name.casefold())
            rows.append(row)
    return rows[:most]


def mimesis(language: str, pattern: str, most: int, *, without: str = "") -> list[str]:
    """The street names of mimesis that match, without those that hold a forbidden word."""
    path = folder("mimesis") / "datasets" / language / "address.json"
    names: list[str] = json.loads(path.read_text(encoding="utf-8"))["street"]["name"]
    return chosen(names, pattern, most, without=without)


def chosen(names: Iterable[str], pattern: str, most: int, *, without: str = "") -> list[str]:
    fit, bad = re.compile(pattern), re.compile(without) if without else None
    clean = (" ".join(name.split()) for name in names)
    return thinned((name for name in clean if fit.fullmatch(name) and not (bad and bad.search(name))), most)


ENGLISH_FORMS = frozenset(
    "Cadiz Copenhagen Elsinore Florence Genoa Leghorn Lisbon Mantua Milan Naples Padua Rome Seville Syracuse Turin Venice".split()
)
"""Towns that gazetteers give by their English names."""


def towns_in(towns: list[str], pattern: str, make: Callable[[str], str], most: int = 60) -> list[Weighted]:
    """Names after towns of the country, where the language does so without bending them."""
    fit = re.compile(pattern)
    return tail(make(town) for town in [town for town in towns if fit.fullmatch(town) and town not in ENGLISH_FORMS][:most])


def fixed(*lists: Sequence[Weighted], most: int = MOST) -> Names:
    rows = union(*lists, most=most)
    return lambda _: rows


LABEL_SLOTS = {
    "N": "{name}", "1": "{line1}", "2": "{line2}", "C": "{city}", "S": "{state}", "T": "{state_name}", "P": "{postal}",
    "K": "{country}",
}  # fmt: skip


def label(text: str) -> list[str]:
    """`N;1;2;P C;K`: the lines of a label, a letter for each slot; `TC`: state and city without a space."""
    slot = re.compile(r"(?<![^\W_])(?:TC|[N12CSTPK])(?![^\W_])")
    return [slot.sub(lambda match: "".join(LABEL_SLOTS[letter] for letter in match[0]), line) for line in text.split(";")]


def address(
    line1: str,
    high: int,
    lines: str,
    units: Sequence[Unit] = (),
    percent: int = 0,
    *,
    low: int = 1,
    latin: tuple[str, Sequence[Unit], str] | None = None,
) -> dict[str, Any]:
    """`latin`: first line, units and label in Latin letters."""
    made: dict[str, Any] = {
        "line1": line1,
        "line2": "{unit}",
        "house_number": {"low": low, "high": high},
        "units": _units(units),
        "unit_percent": percent if units else 0,
        "lines": label(lines),
    }
    if latin is not None:
        latin_line1, latin_units, latin_lines = latin
        made["latin"] = {"line1": latin_line1, "line2": "{unit}", "units": _units(latin_units)}
        made["latin_lines"] = label(latin_lines)
    return made


FLOORS = 8


def _units(units: Sequence[Unit]) -> list[dict[str, Any]]:
    """Numbers such as 101 to 1204 are of a floor and a door: there is no flat 994. They become one text a floor, of eight
    floors at most."""
    parts = [_by_floor(unit) for unit in units]
    most = max((len(part) for part in parts), default=1)
    return [_unit(replace(unit, weight=max(1, unit.weight * most // len(part)))) for part in parts for unit in part]


def _by_floor(unit: Unit) -> list[Unit]:
    floors = list(range(unit.low // 100, unit.high // 100 + 1))
    if unit.low < 100 or unit.low % 100 > 1 or len(floors) < 2 or unit.high % 100 > 20:
        return [unit]
    if len(floors) > FLOORS:
        floors = [floors[at * len(floors) // FLOORS] for at in range(FLOORS)]
    doors = min(unit.high % 100 or 4, 9)
    return [Unit(unit.text.replace("{number}", f"{floor}0{{number}}"), doors, unit.weight) for floor in floors]


def _unit(unit: Unit) -> dict[str, Any]:
    return {"text": unit.text, "low": unit.low, "high": unit.high, "weight": unit.weight}


def company(patterns: str, trades: str, forms: str, latin_patterns: str = "") -> dict[str, Any]:
    """Patterns apart by `;`, each with a weight; trades in any order; forms with a weight."""
    made: dict[str, Any] = {
        "patterns": _patterns(patterns),
        "trades": [{"name": name, "latin": latin} for name, latin in map(halves, dict.fromkeys(split(trades)))],
        "forms": _forms(forms),
    }
    if latin_patterns:
        made["latin_patterns"] = _patterns(latin_patterns)
    return made


def _patterns(text: str) -> list[dict[str, Any]]:
    rows = (part.strip().rsplit(" ", 1) for part in text.split(";") if part.strip())
    return [{"text": pattern.strip(), "weight": int(weight)} for pattern, weight in rows]


def _forms(text: str) -> list[dict[str, Any]]:
    rows = []
    for part in (part.strip() for part in text.split(";")):
        form, weight = part.rsplit(" ", 1)
        name, latin = halves(form)
        rows.append({"name": name, "weight": int(weight), "latin": latin})
    return rows


def package_source(distribution: str) -> Source:
    known = {
        "mimesis": ("Copyright (c) 2016-Present Isaak Uchakaev (Likid Geimfari)", "https://github.com/lk-geimfari/mimesis"),
        "Faker": ("Copyright (c) 2012 Daniele Faraglia", "https://github.com/joke2k/faker"),
    }
    notice, url = known[distribution]
    return Source(("streets.tsv",), labelled(distribution), "MIT", notice, url)


@dataclass(slots=True)
class Tax:
    """A value-added or sales tax: percentages as text, so that 25.5 stays 25.5."""

    name: str
    standard: str | None
    reduced: str = ""
    note: str = ""
    as_of: str = field(default="2026-01")
    states: str = ""
    """The rate of each state that sets its own: `AL 4, AK 0`."""

    def as_json(self) -> dict[str, Any]:
        said = "from general knowledge"
        states = dict(part.split() for part in self.states.split(",") if part)
        return {
            "name": self.name,
            "standard_percent": self.standard,
            "reduced_percent": self.reduced.split(),
            **({"by_state": dict(sorted(states.items()))} if states else {}),
            "as_of": self.as_of,
            "note": f"{said}; {self.note}" if self.note else said,
        }
