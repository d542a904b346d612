"""Which telephone area codes are in use at a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import phonenumbers

from places import distances_km


@dataclass(frozen=True, slots=True)
class Exchange:
    """A town whose telephone exchanges use an area code, how many of its prefixes do, and whether the whole area
    code is the town's."""

    area: str
    state: str
    town: str
    lat: float
    lon: float
    prefixes: int
    whole: bool


def valid_numbers(country_code: str, region: str, numbers: Iterable[str]) -> bool:
    """Whether libphonenumber takes all the national numbers for real ones of the region."""
    for number in numbers:
        parsed = phonenumbers.parse(f"+{country_code}{number}")
        if not phonenumbers.is_valid_number(parsed) or phonenumbers.region_code_for_number(parsed) != region:
            return False
    return True


class AreaFinder:
    """Area codes by place: those of the exchange town with the row's name if close, else of the nearest towns."""

    def __init__(self, exchanges: Iterable[Exchange], fold: Callable[[str], str]) -> None:
        self._fold = fold
        self._by_state: dict[str, list[Exchange]] = defaultdict(list)
        for exchange in sorted(exchanges, key=lambda e: (e.state, e.area, e.town)):
            self._by_state[exchange.state].append(exchange)
        self._lats = {state: np.array([e.lat for e in rows]) for state, rows in self._by_state.items()}
        self._lons = {state: np.array([e.lon for e in rows]) for state, rows in self._by_state.items()}

    def find(
        self, city: str, state: str, lat: float, lon: float, *, outlying_km: float, slack_km: float, most: int
    ) -> list[str]:
        rows = self._by_state.get(state, [])
        if not rows:
            return []
        away = distances_km(lat, lon, self._lats[state], self._lons[state])
        key = self._fold(city)
        own = [i for i, e in enumerate(rows) if self._fold(e.town) == key]
        others = np.delete(away, own) if own else away
        limit = float(others.min()) if others.size else 0.0
        # An outlying part of a town is served as the towns around it are, unless the town has its own area codes.
        if own and not any(rows[i].whole for i in own) and float(away[own].min()) > max(outlying_km, 2 * limit):
            own = []
        chosen = own or [i for i in range(len(rows)) if away[i] <= float(away.min()) + slack_km]
        prefixes: dict[str, int] = defaultdict(int)
        nearest: dict[str, float] = {}
        for i in chosen:
            prefixes[rows[i].area] += rows[i].prefixes
            nearest[rows[i].area] = min(nearest.get(rows[i].area, 1e9), float(away[i]))
        # Few prefixes of another area code in a large town are strays, not the code that people there have.
        common = max(prefixes.values()) * 0.2
        kept = [area for area in prefixes if prefixes[area] >= common]
        return sorted(kept, key=lambda area: (round(nearest[area], 3), -prefixes[area], area))[:most]
