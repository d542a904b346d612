"""The region pack: what it holds, how it is checked, and how it is written."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class State:
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Place:
    city: str
    state: str
    postal: str
    weight: int
    lat: float
    lon: float
    zone: str
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    sex: str
    born: int
    name: str
    weight: int


@dataclass(frozen=True, slots=True)
class Weighted:
    name: str
    weight: int


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
    family: list[Weighted]
    streets: list[Weighted]
    sources: list[Source]


def problems(pack: Pack) -> list[str]:
    """What the format forbids, in words; an empty list is a good pack."""
    found: list[str] = []
    states = {state.code for state in pack.states}
    keys = Counter((place.state, place.city, place.postal) for place in pack.places)
    found += [f"place twice: {key}" for key, times in keys.items() if times > 1]
    for place in pack.places:
        if place.state not in states:
            found.append(f"unknown state: {place}")
        if place.weight < 1 or not place.city or not place.postal or not place.zone:
            found.append(f"empty field or weight: {place}")
        if not place.areas:
            found.append(f"no area code: {place}")
        if not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180):
            found.append(f"off the globe: {place}")
    found += [f"state without a place: {code}" for code in sorted(states - {place.state for place in pack.places})]
    for label, names in (
        ("given", [(row.sex, row.born, row.name) for row in pack.given]),
        ("family", [row.name for row in pack.family]),
        ("streets", [row.name for row in pack.streets]),
    ):
        if not names:
            found.append(f"{label}: empty")
        found += [f"{label}: twice: {name}" for name, times in Counter(names).items() if times > 1]
    named: list[Given | Weighted] = [*pack.given, *pack.family, *pack.streets]
    for row in named:
        if row.weight < 1 or row.name != row.name.strip() or not row.name:
            found.append(f"bad row: {row}")
    return found


def write(pack: Pack, folder: Path) -> None:
    """Writes the six files, sorted, so that the same pack gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    region = {
        "version": FORMAT_VERSION,
        "code": pack.code,
        **pack.region,
        "sources": [source.as_json() for source in pack.sources],
    }
    text = json.dumps(region, ensure_ascii=False, indent=2) + "\n"
    (folder / "region.json").write_text(text, encoding="utf-8", newline="\n")
    _table(folder / "states.tsv", "code name", ((s.code, s.name) for s in sorted(pack.states, key=lambda s: s.code)))
    _table(
        folder / "places.tsv",
        "city state postal weight lat lon zone areas",
        (
            (p.city, p.state, p.postal, str(p.weight), _degrees(p.lat), _degrees(p.lon), p.zone, ",".join(p.areas))
            for p in sorted(pack.places, key=lambda p: (p.state, p.city, p.postal))
        ),
    )
    _table(
        folder / "given.tsv",
        "sex born name weight",
        (
            (g.sex, str(g.born), g.name, str(g.weight))
            for g in sorted(pack.given, key=lambda g: (g.sex, g.born, -g.weight, g.name))
        ),
    )
    for file, rows in (("family.tsv", pack.family), ("streets.tsv", pack.streets)):
        ordered = sorted(rows, key=lambda row: (-row.weight, row.name))
        _table(folder / file, "name weight", ((row.name, str(row.weight)) for row in ordered))


def _table(path: Path, header: str, rows: Iterable[tuple[str, ...]]) -> None:
    lines = ["\t".join(header.split(" "))]
    for row in rows:
        if any("\t" in cell or "\n" in cell for cell in row):
            raise ValueError(f"{path.name}: tab or line end in {row}")
        lines.append("\t".join(row))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _degrees(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
