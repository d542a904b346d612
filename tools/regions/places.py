"""Steps that turn postal code rows into places, the same for every country."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
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
