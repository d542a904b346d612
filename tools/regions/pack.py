"""The region pack: what it holds, how it is checked, and how it is written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FORMAT_VERSION = 2


@dataclass(frozen=True, slots=True)
class State:
    code: str
    name: str
    latin: str = ""
    """The name in Latin letters, where `name` is not."""


@dataclass(frozen=True, slots=True)
class Place:
    city: str
    state: str
    postal: str
    """As it is written in the country; empty where no code is in use."""
    weight: int
    lat: float
    lon: float
    zone: str
    areas: tuple[str, ...] = ()
    """Areas of `Block`, most local first."""
    latin: str = ""
    """The city in Latin letters, where `city` is not."""
    locality: str = ""
    """The quarter or street that the postal code belongs to, where addresses name it."""
    locality_latin: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    sex: str
    """`f` or `m`."""
    born: int
    """First year of the decade of birth, or 0 for any."""
    name: str
    weight: int
    latin: str = ""
    """In Latin letters (diacritics allowed), where `name` is not."""
    mail: str = ""
    """In letters a to z, by the rules of the language; empty where dropping all else from the Latin form is right."""


@dataclass(frozen=True, slots=True)
class Family:
    """A family name (or a patronymic). The fields of women are empty where they bear the same form."""

    name: str
    weight: int
    female: str = ""
    latin: str = ""
    latin_female: str = ""
    mail: str = ""
    mail_female: str = ""


@dataclass(frozen=True, slots=True)
class Weighted:
    name: str
    weight: int
    latin: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Telephone numbers that differ in their `#` digits. Every number of a block is one of the kind named."""

    area: str
    """What `Place.areas` refers to; empty: anywhere in the country."""
    kind: str
    """`fiction` (set aside by the regulator for films and tests), `fixed`, `mobile`, or `undialable` (never valid)."""
    number: str
    """The national significant number: digits and `#`, no trunk prefix."""
    national: str
    """The same number as written within the country, trunk prefix and spaces included; as many `#` as `number`."""


@dataclass(frozen=True, slots=True)
class Names:
    given: list[Given]
    family: list[Family]
    middle: list[Family]
    """Patronymics where full names have them (Russia, Ukraine, Bulgaria ...); else empty."""
    layout: dict[str, Any]
    """`name_layout` of region.json."""
    known: str
    """`counted` (weights are counts of people), `ranked` (the country's own lists, by frequency or guessed order), or `shared` (lists of the
    language, used by several countries)."""
    sources: list[Source]


@dataclass(frozen=True, slots=True)
class Streets:
    streets: list[Weighted]
    address: dict[str, Any]
    """`address` of region.json."""
    company: dict[str, Any]
    """`company` of region.json."""
    tax: dict[str, Any]
    """`tax` of region.json."""
    known: str
    """`real` (names of real streets) or `made` (by the grammar of the language)."""
    sources: list[Source]


@dataclass(frozen=True, slots=True)
class Phones:
    country_code: str
    areas: list[tuple[str, ...]]
    """For each place asked for, in order."""
    blocks: list[Block]
    known: str
    """`area` (numbers fit the place), `country` (numbers fit the country only)."""
    sources: list[Source]


@dataclass(frozen=True, slots=True)
class Source:
    files: tuple[str, ...]
    origin: str
    licence: str
    notice: str
    url: str

    def as_json(self) -> dict[str, Any]:
        return {
            "files": list(self.files),
            "from": self.origin,
            "licence": self.licence,
            "notice": self.notice,
            "url": self.url,
        }


@dataclass(slots=True)
class Report:
    """Lines for a person to read; printed, never written to the pack."""

    lines: list[str] = field(default_factory=list)

    def say(self, line: str) -> None:
        self.lines.append(line)


@dataclass(frozen=True, slots=True)
class Pack:
    code: str
    region: dict[str, Any]
    """Everything of region.json but `version`, `code` and `sources`, in order."""
    states: list[State]
    places: list[Place]
    given: list[Given]
    family: list[Family]
    middle: list[Family]
    streets: list[Weighted]
    blocks: list[Block]
    sources: list[Source]


def problems(pack: Pack) -> list[str]:
    """What the format forbids, in words; an empty list is a good pack."""
    found: list[str] = []
    states = {state.code for state in pack.states}
    keys = Counter((place.state, place.city, place.postal, place.locality) for place in pack.places)
    found += [f"place twice: {key}" for key, times in keys.items() if times > 1]
    areas = {block.area for block in pack.blocks}
    for place in pack.places:
        if place.state not in states:
            found.append(f"unknown state: {place}")
        if place.weight < 1 or not place.city or not place.zone:
            found.append(f"empty field or weight: {place}")
        if not set(place.areas) <= areas:
            found.append(f"unknown area: {place}")
        if not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180):
            found.append(f"off the globe: {place}")
    found += [f"state without a place: {code}" for code in sorted(states - {place.state for place in pack.places})]
    for label, names in (
        ("given", [(row.sex, row.born, row.name) for row in pack.given]),
        ("family", [(row.name, row.female) for row in pack.family]),
        ("streets", [row.name for row in pack.streets]),
    ):
        if not names and label != "streets":
            found.append(f"{label}: empty")
        found += [f"{label}: twice: {name}" for name, times in Counter(names).items() if times > 1]
    found += [f"phones: twice: {key}" for key, times in Counter((b.area, b.number) for b in pack.blocks).items() if times > 1]
    named: list[Given | Family | Weighted] = [*pack.given, *pack.family, *pack.middle, *pack.streets]
    for row in named:
        if row.weight < 1 or row.name != row.name.strip() or not row.name:
            found.append(f"bad row: {row}")
    return found


def write(pack: Pack, folder: Path) -> None:
    """Writes the files, sorted, so that the same pack gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    region = {
        "version": FORMAT_VERSION,
        "code": pack.code,
        **pack.region,
        "sources": [source.as_json() for source in pack.sources],
    }
    text = json.dumps(region, ensure_ascii=False, indent=1) + "\n"
    (folder / "region.json").write_text(text, encoding="utf-8", newline="\n")
    states = sorted(pack.states, key=lambda s: s.code)
    _table(folder / "states.tsv", "code name latin", ((s.code, s.name, s.latin) for s in states))
    places = sorted(pack.places, key=lambda p: (p.state, p.city, p.postal, p.locality))
    _table(
        folder / "places.tsv",
        "city state postal weight lat lon zone areas latin locality locality_latin",
        (
            (p.city, p.state, p.postal, str(p.weight), _degrees(p.lat), _degrees(p.lon), p.zone, ",".join(p.areas), p.latin, p.locality,
             p.locality_latin)
            for p in places
        ),
    )  # fmt: skip
    given = sorted(pack.given, key=lambda g: (g.sex, g.born, -g.weight, g.name))
    _table(folder / "given.tsv", "sex born name weight latin mail",
           ((g.sex, str(g.born), g.name, str(g.weight), g.latin, g.mail) for g in given))  # fmt: skip
    for file, families in (("family.tsv", pack.family), ("middle.tsv", pack.middle)):
        ordered = sorted(families, key=lambda row: (-row.weight, row.name, row.female))
        if ordered:
            _table(folder / file, "name weight female latin latin_female mail mail_female",
                   ((f.name, str(f.weight), f.female, f.latin, f.latin_female, f.mail, f.mail_female) for f in ordered))  # fmt: skip
    streets = sorted(pack.streets, key=lambda row: (-row.weight, row.name))
    if streets:
        _table(folder / "streets.tsv", "name weight latin", ((s.name, str(s.weight), s.latin) for s in streets))
    blocks = sorted(pack.blocks, key=lambda b: (b.area, b.kind, b.number))
    _table(folder / "phones.tsv", "area kind number national", ((b.area, b.kind, b.number, b.national) for b in blocks))


def _table(path: Path, header: str, rows: Iterable[tuple[str, ...]]) -> None:
    lines = ["\t".join(header.split(" "))]
    for row in rows:
        if any("\t" in cell or "\n" in cell for cell in row):
            raise ValueError(f"{path.name}: tab or line end in {row}")
        # Empty fields at the end of a line are left out.
        lines.append("\t".join(row).rstrip("\t"))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _degrees(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
