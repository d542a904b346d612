"""Steps that turn postal code rows and towns into places, the same for every country."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from packages import Town

EARTH_KM = 6371.0088

Coordinates = npt.NDArray[np.float64]


def distances_km(lat: float, lon: float, lats: Coordinates, lons: Coordinates) -> Coordinates:
    """Great-circle distances from one point to many."""
    here, there = np.radians(lat), np.radians(lats)
    half = np.sin((there - here) / 2) ** 2
    half += np.cos(here) * np.cos(there) * np.sin(np.radians(lons - lon) / 2) ** 2
    result: Coordinates = 2 * EARTH_KM * np.arcsin(np.sqrt(half))
    return result


def folded(name: str) -> str:
    """A name without case, spaces and punctuation, for comparing."""
    return re.sub(r"[\W_]+", "", name.casefold())


_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"})


def plain(name: str) -> str:
    """As `folded`, and without diacritics."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "", bare.translate(_LETTERS))


class Gazetteer:
    """The towns of a country, for finding a row's town: its namesake close by, else the nearest in the state."""

    def __init__(self, towns: Iterable[Town]) -> None:
        self._towns: dict[str, list[Town]] = defaultdict(list)
        self._named: dict[tuple[str, str], list[int]] = defaultdict(list)
        for town in towns:
            self._named[town.state, folded(town.name)].append(len(self._towns[town.state]))
            self._towns[town.state].append(town)
        self._lats = {state: np.array([t.lat for t in rows]) for state, rows in self._towns.items()}
        self._lons = {state: np.array([t.lon for t in rows]) for state, rows in self._towns.items()}

    def find(self, name: str, state: str, lat: float, lon: float, within_km: float) -> tuple[Town, bool]:
        """The town of a row, and whether it bears the row's name."""
        away = distances_km(lat, lon, self._lats[state], self._lons[state])
        namesakes = [i for i in self._named.get((state, folded(name)), ()) if away[i] <= within_km]
        if namesakes:
            return self._towns[state][min(namesakes, key=lambda i: (away[i], i))], True
        return self._towns[state][int(np.argmin(away))], False

    def towns_named(self, name: str, state: str) -> list[Town]:
        return [self._towns[state][i] for i in self._named.get((state, folded(name)), ())]


class PostalRule:
    """Google's rule of which postal codes a country and each of its states use."""

    def __init__(self, rules: dict[str, Any]) -> None:
        self._country = re.compile(rules["zip"])
        keys, patterns = rules.get("sub_keys", "").split("~"), rules.get("sub_zips", "").split("~")
        self._states = {key: re.compile(pattern) for key, pattern in zip(keys, patterns, strict=False) if pattern}

    def accepts(self, state: str, postal: str) -> bool:
        own = self._states.get(state)
        return bool(self._country.fullmatch(postal)) and (own is None or bool(own.match(postal)))


@dataclass(frozen=True, slots=True)
class Row:
    """A postal code with the names that its city may go by, the best first."""

    postal: str
    names: tuple[str, ...]
    state: str
    lat: float
    lon: float
    locality: str = ""
    locality_latin: str = ""
    shown: str = ""
    """What addresses call the city, where it is not the town's name: a district of a large city."""
    shown_latin: str = ""
    located: bool = True
    """Whether the coordinates are good enough to find the town around the row."""


@dataclass(slots=True)
class Served:
    """A town and the rows that lie in it."""

    town: Town
    rows: list[Row]
    called: Counter[str]
    """What its rows call it, and how many of them do."""


class Matcher:
    """Finds each row's town by any of its names close by, or else the large town that it is a suburb of."""

    def __init__(self, towns: Sequence[Town], namesake_km: float) -> None:
        self._towns = list(towns)
        self._namesake_km = namesake_km
        self._named: dict[str, list[int]] = defaultdict(list)
        for index, town in enumerate(self._towns):
            for key in dict.fromkeys(plain(name) for name in (town.name, *town.alternates)):
                if key:
                    self._named[key].append(index)
        self._lats = np.array([t.lat for t in self._towns])
        self._lons = np.array([t.lon for t in self._towns])
        people = np.array([t.population for t in self._towns], dtype=np.float64)
        # A town of 100,000 reaches out 4 km, one of 10 million 20 km.
        self._reach_km = np.where(people >= 20_000, 2.2 + np.sqrt(people) / 180, 0.0)

    def namesake(self, row: Row, allowed: Callable[[Town], bool]) -> tuple[Town, str] | None:
        for name in row.names:
            found = [i for i in self._named.get(plain(name), ()) if allowed(self._towns[i])]
            if not found:
                continue
            here = np.array(found)
            away = distances_km(row.lat, row.lon, self._lats[here], self._lons[here])
            near = [(float(km), i) for km, i in zip(away, found, strict=True) if km <= self._namesake_km]
            if near:
                # Of namesakes, a far larger one is meant even where a small one lies closer.
                best = min(near, key=lambda item: (item[0] + 3) / (self._towns[item[1]].population + 500) ** 0.5)
                return self._towns[best[1]], name
        return None

    def suburb_of(self, row: Row, allowed: Callable[[Town], bool]) -> Town | None:
        away = distances_km(row.lat, row.lon, self._lats, self._lons)
        ratio = np.where(self._reach_km > 0, away / np.maximum(self._reach_km, 0.1), np.inf)
        best = int(np.argmin(ratio))
        return self._towns[best] if ratio[best] <= 1 and allowed(self._towns[best]) else None

    def nearest(self, lat: float, lon: float) -> Town:
        return self._towns[int(np.argmin(distances_km(lat, lon, self._lats, self._lons)))]


def states_by_name(rows: Iterable[Row], matcher: Matcher) -> dict[str, str]:
    """The gazetteer's state code of each state name: that of most of its rows' namesake towns, or else of the nearest towns."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    nearest: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if not row.state:
            continue
        if sum(votes[row.state].values()) < 400:
            found = matcher.namesake(row, lambda _: True)
            if found:
                votes[row.state][found[0].state] += 1
        if sum(nearest[row.state].values()) < 50:
            nearest[row.state][matcher.nearest(row.lat, row.lon).state] += 1
    return {name: (votes[name] if sum(votes[name].values()) >= 3 else nearest[name]).most_common(1)[0][0] for name in nearest}


def served(rows: Sequence[Row], matcher: Matcher, *, suburbs: bool) -> tuple[list[Served], int]:
    """The towns that have postal codes, each with its rows; also how many rows found no town."""
    state_of = states_by_name(rows, matcher)
    found: dict[int, Served] = {}
    lost = 0
    for row in rows:
        state = state_of.get(row.state)
        if row.state and state is None:
            lost += 1
            continue

        def allowed(town: Town, state: str | None = state) -> bool:
            return state is None or town.state == state

        match = matcher.namesake(row, allowed)
        if match is None and suburbs and row.located:
            town = matcher.suburb_of(row, allowed)
            match = (town, "") if town else None
        if match is None:
            lost += 1
            continue
        entry = found.setdefault(id(match[0]), Served(match[0], [], Counter()))
        entry.rows.append(row)
        if match[1]:
            entry.called[match[1]] += 1
    return list(found.values()), lost


def without_strangers(entries: Iterable[Served]) -> None:
    """Leaves out suburbs whose codes do not begin as those of the rows that bear the town's name."""
    for entry in entries:
        own = {plain(name) for name in (entry.town.name, *entry.town.alternates)}
        named = {row.postal[:2] for row in entry.rows if any(plain(name) in own for name in row.names)}
        entry.rows = [row for row in entry.rows if not named or row.postal[:2] in named]


def local_name(entry: Served) -> str:
    """What the town's rows call it, in the better spelling of rows and gazetteer."""
    if not entry.called:
        return entry.town.name
    name = max(sorted(entry.called), key=lambda called: entry.called[called])
    own = entry.town.name
    if plain(own) == plain(name):
        # The spelling with more diacritics is the careful one; otherwise the gazetteer's, which has the right capitals.
        return name if sum(not c.isascii() for c in name) > sum(not c.isascii() for c in own) and not name.isupper() else own
    if not (name.isupper() or name.islower()):
        return name
    spelled = [known for known in entry.town.alternates if folded(known) == folded(name) and known[:1].isupper() and not known.isupper()]
    return spelled[0] if spelled else name.title()
