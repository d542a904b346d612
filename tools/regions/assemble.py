"""A whole pack from its parts: places, names, streets and telephone numbers, with what CLDR knows of the country."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import phonenumbers
from babel import Locale
from babel.numbers import get_currency_precision, get_territory_currencies
from phonenumbers import geocoder

import names
import packages
import phones
import streets
import world
from pack import Block, Pack, Phones, Place, Report, Source, State, Weighted
from places import plain

# Where CLDR's first language or currency is not the one that a shop there uses, or is stale.
_LANGUAGES = {"AX": "sv", "BE": "nl", "CA": "en", "CH": "de", "CM": "fr", "FO": "fo", "HK": "zh_Hant", "IE": "en", "IN": "en", "KE": "en", "LU": "fr", "MW": "en", "MT": "mt", "PH": "en",
              "PK": "en", "SG": "en", "UG": "en", "ZA": "en", "RS": "sr_Latn", "BA": "bs", "ME": "sr_Latn", "NG": "en", "GH": "en", "ZM": "en", "ZW": "en", "TZ": "sw", "RW": "rw",
              "LK": "en", "SN": "fr", "PR": "es", "PF": "fr", "NC": "fr", "HT": "fr", "BY": "ru", "KZ": "ru", "UZ": "uz", "JM": "en", "BM": "en", "PS": "ar", "PY": "es", "PE": "es",
              "BO": "es", "EC": "es", "CN": "zh", "TW": "zh_Hant", "MO": "zh", "DZ": "ar", "MA": "ar", "TN": "ar"}  # fmt: skip
_CURRENCIES = {"BG": "EUR", "HR": "EUR", "PA": "USD", "SV": "USD", "EC": "USD", "ZW": "USD", "LI": "CHF", "PS": "ILS", "BM": "BMD"}
_PRINTED = {"US": "USA", "GB": "UK", "AE": "UAE", "CI": "Ivory Coast", "TR": "Turkey", "HK": "Hong Kong", "BA": "Bosnia and Herzegovina", "PS": "Palestine",
            "CN": "China", "MM": "Myanmar"}  # fmt: skip


def facts(code: str) -> dict[str, Any]:
    """Name, currency and language, by CLDR."""
    english = Locale("en")
    language = _LANGUAGES.get(code) or _official(code)
    native = Locale.parse(language).territories.get(code, english.territories[code])
    native = {"HK": "香港", "RW": "Rwanda"}.get(code, native)
    currency = _CURRENCIES.get(code) or get_territory_currencies(code, start_date=date(2026, 1, 1))[0]
    name = english.territories[code].replace(" SAR China", "")
    return {
        "name": name,
        "country": _PRINTED.get(code, name),
        "native": native,
        "currency": currency,
        "currency_digits": get_currency_precision(currency),
        "language": language.split("_")[0],
    }


def _official(code: str) -> str:
    from babel.languages import get_official_languages

    official = get_official_languages(code, regional=True, de_facto=True)
    return official[0] if official else "en"


def build(code: str, report: Report) -> Pack:
    """Everything of one country by the rules that hold for all."""
    found = world.build(code, report)
    return join(code, found, report)


def join(code: str, found: world.World, report: Report) -> Pack:
    """Adds names, streets and numbers to places."""
    people = names.names(code, report)
    street = streets.streets(code, [place.city for place in found.places[:200]], report)
    numbers = phones.phones(code, found.places, report)
    report.say(
        f"given {len(people.given)}, family {len(people.family)} ({people.known}); streets {len(street.streets)} ({street.known}); "
        f"areas {len({area for areas in numbers.areas for area in areas})}, blocks {len(numbers.blocks)} ({numbers.known})"
    )
    numbers = lawful(code, found.places, numbers)
    used = {area for areas in numbers.areas for area in areas}
    blocks = [block for block in numbers.blocks if not block.area or block.area in used]
    places = [dataclasses.replace(place, areas=areas) for place, areas in zip(found.places, numbers.areas, strict=True)]
    region = {
        **facts(code),
        "known": {"names": people.known, "streets": street.known, "postal": found.postal, "phone": numbers.known},
        "address": address(code, street.address, found),
        "name_layout": people.layout,
        "phone": {"country_code": numbers.country_code},
        "company": street.company,
        "tax": street.tax,
    }
    sources = merged([*found.sources, *people.sources, *street.sources, *numbers.sources, _cldr()])
    return Pack(code, region, found.states, places, people.given, people.family, people.middle, list_of_streets(street.streets, region), blocks, sources)


# The area codes of Colombia's departments. Most of their numbers bear no town's name; those that do belong to that town alone.
_COLOMBIA = {**dict.fromkeys(("DC", "CUN"), "601"), **dict.fromkeys(("VAC", "CAU", "NAR"), "602"), **dict.fromkeys(("ANT", "CHO", "COR"), "604"),
             **dict.fromkeys(("ATL", "BOL", "CES", "LAG", "MAG", "SUC"), "605"), **dict.fromkeys(("CAL", "RIS", "QUI"), "606"),
             **dict.fromkeys(("SAN", "NSA", "ARA"), "607")}  # fmt: skip


# The area codes of provinces around Manila, most of which bear no name in the data. Rizal has that of the capital region.
_LUZON = {"00": "2", "RIZ": "2", "LAG": "49", "PAM": "45", "TAR": "45", "BUL": "44", "NUE": "44", "BAN": "47", "ZMB": "47", "BTG": "43"}


# Algerian provinces without a labelled area of their own: numbers of the country rather than of a town far away.
_DZ_UNLABELLED = {"03", "04", "14", "20", "24", "38", "41", "43", "45", "46"}


def lawful(code: str, places: list[Place], found: Phones) -> Phones:
    """Where the law ties areas to states and labels of towns mislead: the areas that the law gives."""
    if code == "PH":
        areas = [(_LUZON[place.state],) if place.state in _LUZON else own for place, own in zip(places, found.areas, strict=True)]
        blocks = [Block(start, "fixed", f"{start}5######", f"(0{start}) 5## ####") for start in sorted({*_LUZON.values()} - {"2"})]
        return dataclasses.replace(found, areas=areas, blocks=[*found.blocks, *blocks, Block("2", "fixed", "28#######", "(02) 8### ####")])
    if code == "DZ":
        areas = [() if place.state in _DZ_UNLABELLED else own for place, own in zip(places, found.areas, strict=True)]
        return dataclasses.replace(found, areas=areas)
    if code != "CO":
        return found
    label_of = {block.area: _label(found.country_code, block.number) for block in found.blocks if block.kind == "fixed"}
    areas = []
    for place, own in zip(places, found.areas, strict=True):
        named = tuple(area for area in own if plain(label_of.get(area, "")) == plain(place.city))
        areas.append(named or (_COLOMBIA.get(place.state, "608"),))
    # The last three digits before the free ones are such as no town's name is tied to.
    blocks = [Block(start, "fixed", f"{start}8######" if start != "601" else f"{start}88#####", f"({start}) 8######" if start != "601" else f"({start}) 88#####")
              for start in sorted({*_COLOMBIA.values(), "608"} - {"606", "607", "608"})]  # fmt: skip
    blocks += [Block(start, "fixed", f"{start}9######", f"({start}) 9######") for start in ("606", "607", "608")]
    return dataclasses.replace(found, areas=areas, blocks=[*found.blocks, *blocks])


def _label(country_code: str, number: str) -> str:
    return geocoder.description_for_number(phonenumbers.parse(f"+{country_code}{number.replace('#', '4')}"), "en")


def list_of_streets(found: list[Weighted], region: dict[str, Any]) -> list[Weighted]:
    """None, where addresses name the quarter of their postal code instead."""
    return found if "{street}" in region["address"]["line1"] else []


def address(code: str, layout: dict[str, Any], found: world.World) -> dict[str, Any]:
    """The layout with what the places add: how the state stands in it, and what follows a postal code of the table."""
    known = world.COUNTRIES.get(code)
    form = known.state_form if known else "code"
    result = {**layout, "state": form}
    if found.tail:
        result["postal_tail"] = found.tail
    if found.localities:
        lines = LOCALITY_LINES.get(code, {})
        result.update({key: text for key, text in lines.items() if not key.startswith("latin_")})
        latin = {key.removeprefix("latin_"): text for key, text in lines.items() if key.startswith("latin_")}
        if latin and "latin" in result:
            result["latin"] = {**result["latin"], **latin}
    return result


# How a quarter stands in the address, in the countries whose places have one.
LOCALITY_LINES: dict[str, dict[str, Any]] = {
    "JP": {"line1": "{locality}{number}", "latin_line1": "{number} {locality}"},
    "MX": {"line2": "Col. {locality}"},
    "SG": {"line1": "{number} {locality}"},
    "TH": {"line2": "{locality}", "latin_line2": "{locality}"},
}


def merged(sources: list[Source]) -> list[Source]:
    """Each source once, with all of its files."""
    files: dict[tuple[str, str, str, str], set[str]] = {}
    for source in sources:
        files.setdefault((source.origin, source.licence, source.notice, source.url), set()).update(source.files)
    return [Source(tuple(sorted(found)), *key) for key, found in files.items()]


def _cldr() -> Source:
    return Source(("region.json",), f"Unicode CLDR, by {packages.labelled('babel')} (BSD-3-Clause)", "Unicode-3.0",
                  "Contains data from the Unicode Common Locale Data Repository.", "https://cldr.unicode.org")  # fmt: skip


__all__ = ["State", "Place", "build", "join"]
