"""Street names, the lines of an address, names of companies and the tax of every country but the United States, whose
streets are in `countries/us_streets.py`.

One module a family of languages, each with `COUNTRIES`; `make.py` holds what they share. Street names are either those of
real streets (lists by hand of the names that a country has most of, and the lists that mimesis and Faker carry) or made by
the grammar of the language from the names that its streets bear. Weights of lists by hand fall with the rank; names of
which nothing more is known come last and seldom.
"""

from __future__ import annotations

from dataclasses import replace

from pack import Report, Streets
from streets import asia, eastern, english, germanic, romance, semitic, southeast
from streets.make import BY_HAND, MOST, Land, package_source
from streets.taxes import TAXES

LANDS: dict[str, Land] = {
    **germanic.COUNTRIES, **romance.COUNTRIES, **eastern.COUNTRIES, **southeast.COUNTRIES, **english.COUNTRIES,
    **semitic.COUNTRIES, **asia.COUNTRIES,
}  # fmt: skip

# Lists that hold real names first, but of which a good part is composed, or taken from a neighbour of the same language.
_PARTLY_MADE = frozenset(
    "AX BA BY CY GB GF GP HR HT HU IE IL IN IR KR LI LK LU MC ME MQ NC PF RE RS SM TH".split()
)


def streets(code: str, towns: list[str], report: Report) -> Streets:
    """`towns` in the script of the country, for streets that are called after them; may be empty."""
    tax = TAXES[code].as_json()
    if code == "US":
        return Streets([], {}, english.US_COMPANY, tax, "real", [BY_HAND])
    land = LANDS[code]
    names = land.names(towns)[: max(MOST, 1_200)]
    known = "made" if code in _PARTLY_MADE else land.known
    report.say(f"streets: {len(names)} names, {known}")
    by_hand = replace(BY_HAND, files=("streets.tsv", "region.json"))
    return Streets(names, land.address, land.company, tax, known, [by_hand, *map(package_source, land.packages)])
