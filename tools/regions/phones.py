"""Which telephone numbers are in use at a place: areas, and blocks of numbers in each area."""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import interegular
import numpy as np
import phonenumbers
from phonenumbers.geodata import GEOCODE_DATA

import packages
from pack import Block, Phones, Place, Report, Source
from places import Coordinates, distances_km, plain


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


# --- Numbering plans ------------------------------------------------------------------------------------------------

_DIGITS = "0123456789"
# Subscriber numbers mostly start with the middle digits; those with 0 and 1 look odd.
_ORDER = "2463578901"
_TYPES = (
    "fixed_line",
    "mobile",
    "premium_rate",
    "toll_free",
    "shared_cost",
    "voip",
    "personal_number",
    "pager",
    "uan",
    "voicemail",
)
_MOST_FREE, _LEAST_FREE = 7, 4

# Lengths of ordinary fixed numbers, where libphonenumber's example has an unusual one.
_LENGTHS = {"AT": 10, "DE": 10, "SE": 9, "ID": 10, "IT": 10, "FI": 9, "LU": 8}

# Where nearly all numbers may be of either kind, by libphonenumber, and people do have mobile numbers of their own.
_EITHER = {"CL", "MX"}
_MOBILE_START = {"CL": "9"}


class _Automaton:
    """A pattern of digits, read a digit at a time; state -1 is a dead end."""

    def __init__(self, pattern: str) -> None:
        fsm = interegular.parse_pattern(pattern).to_fsm()
        live = {state for state in fsm.states if fsm.islive(state)}
        self.start: int = fsm.initial
        self.finals = frozenset(fsm.finals)
        self._next = {
            (state, digit): row[fsm.alphabet[digit]]
            for state, row in fsm.map.items()
            for digit in _DIGITS
            if row.get(fsm.alphabet[digit]) in live
        }

    def step(self, state: int, digit: str) -> int:
        return self._next.get((state, digit), -1)


def _union(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in sorted(set(patterns)))


def _patterns(region: str) -> list[str]:
    """The patterns of all kinds of numbers of a region; the library is stricter still, as it looks at lengths too."""
    data = phonenumbers.PhoneMetadata.metadata_for_region(region)
    kinds = [getattr(data, name) for name in _TYPES]
    return [kind.national_number_pattern for kind in kinds if kind is not None and kind.national_number_pattern]


@dataclass(frozen=True, slots=True)
class _Kinds:
    """What the completions of a prefix are: `all_` of them, or `any_` of them."""

    all_fixed: bool
    any_fixed: bool
    all_mobile: bool
    any_mobile: bool
    any_valid: bool

    def with_(self, other: _Kinds) -> _Kinds:
        return _Kinds(
            self.all_fixed and other.all_fixed, self.any_fixed or other.any_fixed, self.all_mobile and other.all_mobile,
            self.any_mobile or other.any_mobile, self.any_valid or other.any_valid,
        )  # fmt: skip


class Plan:
    """The numbers of a country as automata made of libphonenumber's patterns, by which all numbers of a block are known to be valid.

    A number counts as fixed (or mobile) only if it is of no other kind, and if no other region of the same calling code claims it."""

    def __init__(self, code: str) -> None:
        data = phonenumbers.PhoneMetadata.metadata_for_region(code)
        self.code = code
        self.country_code = str(data.country_code)
        self.trunk = data.national_prefix or ""
        regions = list(phonenumbers.COUNTRY_CODE_TO_REGION_CODE[data.country_code])
        earlier, others = [], []
        for region in regions:
            if region == code:
                continue
            others += _patterns(region)
            if regions.index(region) < regions.index(code):
                leading = phonenumbers.PhoneMetadata.metadata_for_region(region).leading_digits
                earlier += [rf"(?:{leading})\d*"] if leading else _patterns(region)
        fixed, mobile = data.fixed_line, data.mobile
        rest = [
            pattern
            for pattern in _patterns(code)
            if pattern not in (fixed.national_number_pattern, mobile.national_number_pattern)
        ]
        self._machines = [
            _Automaton(pattern) if pattern else None
            for pattern in (
                data.general_desc.national_number_pattern, fixed.national_number_pattern, mobile.national_number_pattern,
                _union(rest), _union(earlier), _union(others), rf"(?:{data.leading_digits})\d*" if data.leading_digits else r"\d*",
            )
        ]  # fmt: skip
        general = set(data.general_desc.possible_length)
        self._fixed_lengths = set(fixed.possible_length) or general
        self._mobile_lengths = set(mobile.possible_length) or general
        # Where a number may be either, the library calls it so, and that counts as both.
        self.either = code in _EITHER or bool(re.fullmatch(mobile.national_number_pattern, fixed.example_number or ""))
        self.same = code not in _EITHER and fixed.national_number_pattern == mobile.national_number_pattern
        usual = _LENGTHS.get(code, len(fixed.example_number or ""))
        self.lengths = sorted(self._fixed_lengths, key=lambda n: (n != usual, abs(n - usual), -n))
        self.mobile_length = len(mobile.example_number or "")
        self._known: dict[tuple[tuple[int, ...], int, int], _Kinds] = {}

    def kinds(self, prefix: str, length: int) -> _Kinds:
        """What numbers of a length that start with a prefix are."""
        state = tuple(machine.start if machine else -1 for machine in self._machines)
        for digit in prefix:
            state = self._step(state, digit)
        return self._walk(state, length - len(prefix), length)

    def _step(self, state: tuple[int, ...], digit: str) -> tuple[int, ...]:
        return tuple(m.step(s, digit) if m and s >= 0 else -1 for m, s in zip(self._machines, state, strict=True))

    def _walk(self, state: tuple[int, ...], left: int, length: int) -> _Kinds:
        key = state, left, length
        if key not in self._known:
            if max(state[:6]) < 0:
                self._known[key] = _Kinds(False, False, False, False, False)
            elif left == 0:
                self._known[key] = self._leaf(state, length)
            else:
                found = self._walk(self._step(state, "0"), left - 1, length)
                for digit in _DIGITS[1:]:
                    found = found.with_(self._walk(self._step(state, digit), left - 1, length))
                self._known[key] = found
        return self._known[key]

    def _leaf(self, state: tuple[int, ...], length: int) -> _Kinds:
        general, fixed, mobile, rest, earlier, others, leading = (
            bool(machine) and at in machine.finals for machine, at in zip(self._machines, state, strict=True)
        )
        own = general and leading and not earlier and not rest
        is_fixed = own and fixed and length in self._fixed_lengths and (self.either or not mobile)
        is_mobile = own and mobile and length in self._mobile_lengths and not self.same and (self.either or not fixed)
        return _Kinds(is_fixed, is_fixed, is_mobile, is_mobile, fixed or mobile or rest or earlier or others)

    def number(self, national: str) -> phonenumbers.PhoneNumber:
        return phonenumbers.parse(f"+{self.country_code}{national}")


def completions(pattern: str, count: int) -> list[str]:
    """Numbers of a block, always the same ones and spread over it: the corners and steps of a fixed stride."""
    free = pattern.count("#")
    fill = {0, 10**free - 1, *((7_919 * 1_000_003 * i + 12_345 * i * i) % 10**free for i in range(1, count))}
    head, numbers = pattern.replace("#", ""), []
    for value in sorted(fill):
        numbers.append(head + (str(value).zfill(free) if free else ""))
    return numbers


def _written(plan: Plan, pattern: str) -> str | None:
    """How the numbers of a block are written within the country; nothing where they are not all written alike."""
    free = pattern.count("#")
    forms = set()
    for number in completions(pattern, 60):
        text = phonenumbers.format_number(plan.number(number), phonenumbers.PhoneNumberFormat.NATIONAL)
        at = len(text)
        for digit in reversed(number[len(number) - free :]):
            at = text.rfind(digit, 0, at)
            if at < 0 or any(c.isdigit() for c in text[at + 1 :].split("#")[0]):
                return None
            text = text[:at] + "#" + text[at + 1 :]
        forms.add(text)
    return forms.pop() if len(forms) == 1 else None


def _true_to_library(plan: Plan, pattern: str, kind: str) -> bool:
    types = {
        "fixed": {phonenumbers.PhoneNumberType.FIXED_LINE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE},
        "mobile": {phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE},
    }
    for text in completions(pattern, 60):
        number = plan.number(text)
        if kind == "undialable":
            if phonenumbers.is_valid_number(number):
                return False
            continue
        if phonenumbers.region_code_for_number(number) != plan.code or not phonenumbers.is_valid_number(number):
            return False
        if kind in types and phonenumbers.number_type(number) not in types[kind]:
            return False
    return True


def _shaped(plan: Plan, block: Block) -> Block:
    """A number that the library leaves without spaces, written as true ones of its length are."""
    example = phonenumbers.PhoneMetadata.metadata_for_region(plan.code).fixed_line.example_number
    text = phonenumbers.format_number(plan.number(example), phonenumbers.PhoneNumberFormat.NATIONAL)
    if len(example) != len(block.number) or not re.sub(r"\D", "", text).endswith(example):
        return block
    form = list(text)
    at = len(form)
    for character in reversed(block.number):
        at = next(i for i in range(at - 1, -1, -1) if form[i].isdigit())
        form[at] = character
    return replace(block, national="".join(form))


class _Maker:
    """Makes blocks, each proved by the plan and tried with the library."""

    def __init__(self, plan: Plan, pure: Callable[[str], bool]) -> None:
        self._plan = plan
        self._pure = pure

    def block(self, area: str, kind: str, head: str, length: int) -> Block | None:
        pattern = head + "#" * (length - len(head))
        written = _written(self._plan, pattern)
        if written is None or not _true_to_library(self._plan, pattern, kind):
            return None
        return Block(area, kind, pattern, written)

    def within(self, area: str, kind: str, prefix: str, most: int, lengths: Iterable[int], skip: Iterable[str] = (), *, least: int = _LEAST_FREE,
               pure: Callable[[str], bool] | None = None) -> list[Block]:  # fmt: skip
        """The largest blocks under a prefix, all of one size."""
        for length in lengths:
            found = self._of_length(area, kind, prefix, most, length, set(skip), least, pure or self._pure)
            if found:
                return found
        return []

    def _of_length(self, area: str, kind: str, prefix: str, most: int, length: int, skip: set[str], least: int,
                   pure: Callable[[str], bool]) -> list[Block]:  # fmt: skip
        heads = [prefix]
        while heads and length - len(heads[0]) >= least:
            good, further = [], []
            for head in heads:
                kinds = self._plan.kinds(head, length)
                whole, some = (
                    (kinds.all_fixed, kinds.any_fixed) if kind == "fixed" else (kinds.all_mobile, kinds.any_mobile)
                )
                left = length - len(head)
                # A whole area is not one block: some of its first digits are more likely than others.
                if whole and left <= _MOST_FREE and not (left >= 6 and head == prefix) and pure(head):
                    good.append(head)
                if some:
                    further += [head + digit for digit in _ORDER]
            blocks: list[Block] = []
            step = max(1, len(good) // most) if not prefix else 1
            for head in good[::step] + (good if step > 1 else []):
                if (
                    len(blocks) < most
                    and head not in skip
                    and all(head + "#" * (length - len(head)) != b.number for b in blocks)
                ):
                    made = self.block(area, kind, head, length)
                    blocks += [made] if made else []
            if blocks:
                return blocks
            heads = further[:3_000]
        return []

    def undialable(self, most: int) -> list[Block]:
        """Numbers of the usual length that are valid nowhere, and are not read as other numbers by a careless reader either."""
        for length in self._plan.lengths:
            heads, spare = [""], list[Block]()
            while heads and length - len(heads[0]) >= _LEAST_FREE:
                good, further = [], []
                for head in heads:
                    valid = self._plan.kinds(head, length).any_valid
                    if not valid and length - len(head) <= _MOST_FREE:
                        good.append(head)
                    else:
                        further += [head + digit for digit in "9876543210"]
                # Those next to true numbers look most like them.
                good = [head for head in good if head[0] != "0" or self._plan.kinds("0", length).any_valid]
                good.sort(
                    key=lambda head: tuple(
                        not self._plan.kinds(head[:size], length).any_fixed for size in range(1, len(head))
                    )
                )
                blocks: list[Block] = []
                plain_ones: list[Block] = []
                for head in good[:300]:
                    if len(blocks) == most:
                        break
                    made = self.block("", "undialable", head, length)
                    if made and self._stays_invalid(made):
                        into = blocks if made.national != made.number else plain_ones
                        into += [made] if all(made.number[:2] != other.number[:2] for other in into) else []
                # Numbers that the library writes without spaces do for want of others.
                spare = spare or [_shaped(self._plan, block) for block in plain_ones[:most]]
                if blocks:
                    return blocks
                heads = further[:2_000]
            if spare:
                return spare
        return []

    def _stays_invalid(self, block: Block) -> bool:
        for number in completions(block.number, 40):
            try:
                for text in (number, self._plan.trunk + number):
                    if phonenumbers.is_valid_number(phonenumbers.parse(text, self._plan.code)):
                        return False
            except phonenumbers.NumberParseException:
                return False
        return True


# --- Labels: what places the prefixes belong to ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Point:
    name: str
    lat: float
    lon: float
    state: str


@dataclass(slots=True)
class _Label:
    """The name of an area and the prefixes that bear it."""

    text: str
    prefixes: list[str]
    names: list[tuple[str, str]] = field(default_factory=list)
    """Names of towns or regions, each with the region that it is said to lie in."""
    points: list[_Point] = field(default_factory=list)
    states: set[str] = field(default_factory=set)


# Words of a name that say what sort of thing it is of, not which one.
_SORT = re.compile(
    r"(?i)\b(regions?|provinces?|provincia|provinz|county|oblast|state|departments?|departamento|département|governorate|district|districts|prefecture"
    r"|krai|kray|canton|kanton|municipality|metropolitan|local|greater|city|territory|republic of|republic|raion|rayon|lane|parish|wilaya|estado"
    r"|respublika|area|division|autonomous|special|capital|voivodeship|województwo|kraj|judetul|judet|județul|mkhare|velayat|län|do|si|shi|ken|fu|province de)\b\.?"
)  # fmt: skip

# Labels whose names neither the gazetteer nor the list of states has: what else to look for. By country and plain label part.
_ALSO: dict[str, dict[str, tuple[str, ...]]] = {
    "FI": {
        "hame": ("Pirkanmaa", "Kanta-Häme", "Päijät-Häme", "Tampere"), "turkupori": ("Varsinais-Suomi", "Satakunta", "Southwest Finland"),
        "kymi": ("Kymenlaakso", "Etelä-Karjala", "South Karelia", "Lappeenranta"), "mikkeli": ("Etelä-Savo", "South Savo"),
        "kuopio": ("Pohjois-Savo", "North Savo"), "northkarelia": ("Pohjois-Karjala",), "centralfinland": ("Keski-Suomi", "Jyväskylä"),
        "vaasa": ("Pohjanmaa", "Ostrobothnia", "Etelä-Pohjanmaa", "Seinäjoki", "Keski-Pohjanmaa", "Kokkola"),
        "oulu": ("Pohjois-Pohjanmaa", "Kainuu", "Kajaani"), "uusimaa": ("Uusimaa", "Helsinki"), "lapland": ("Lappi", "Rovaniemi"),
    },
    "RU": {"primorieterritory": ("Primorskiy kray", "Vladivostok"), "republicofnorthossetia": ("Vladikavkaz",), "republicofmarijel": ("Yoshkar-Ola",)},
    "GB": {"tyneside": ("Newcastle upon Tyne", "Gateshead", "Sunderland")}, "TR": {"kmaras": ("Kahramanmaraş",), "stirt": ("Siirt",)},
    "KZ": {"kapchagai": ("Konayev",), "rudny": ("Rudnyy",)},
    "PF": {
        "ilesduventidv": ("Windward Islands", "Papeete"), "ilessousleventislv": ("Leeward Islands", "Uturoa"),
        "remotearchipelago": ("Tuamotus", "Tuamotu-Gambier", "Marquesas", "Austral Islands", "Taiohae"),
    },
    "SN": {"outsidedakar": ("Thiès", "Kaolack", "Ziguinchor", "Saint-Louis", "Diourbel", "Louga", "Tambacounda", "Kolda", "Fatick", "Matam",
                            "Kaffrine", "Kédougou", "Sédhiou")},
}  # fmt: skip


def _parts(text: str) -> list[tuple[str, str]]:
    """`A/B, State` -> (A, State), (B, State); `Town - SP` -> (Town, SP)."""
    hint = ""
    dash = re.fullmatch(r"(.+) - ([A-Z]{2})", text)
    if dash:
        text, hint = dash.group(1), dash.group(2)
    elif text.count(",") == 1 and "/" not in text.split(",")[1] and " and " not in text:
        text, hint = (part.strip() for part in text.split(","))
    found = []
    for part in re.split(r"\s*/\s*|,\s*|\s+(?:and|&|et|und|y|e)\s+|;\s*", text):
        bare = re.sub(r"\s*\(.*?\)", "", part).strip(" -.")
        inside = re.search(r"\(([^)]+)\)", part)
        found += [(name, hint) for name in (bare, inside.group(1) if inside else "") if name]
    return found


def _spelt(name: str) -> list[str]:
    """Plain forms that a name may be known by."""
    name = re.sub(r"\s+[IVX]+$", "", re.sub(r"\bSt\.? ", "Sankt ", name))
    forms = [plain(name), plain(_SORT.sub(" ", name)), plain(re.sub(r"^(?i:the|al|el|ad|a|as)[ '’-]", "", name))]
    return [form for form in dict.fromkeys(forms) if form]


class _Atlas:
    """Finds towns and states of a country by name."""

    def __init__(self, code: str, places: list[Place]) -> None:
        self._places = places
        self._lats = np.array([p.lat for p in places])
        self._lons = np.array([p.lon for p in places])
        self._towns: dict[str, list[tuple[float, float, float, str]]] = defaultdict(list)
        for town in sorted(packages.towns(code), key=lambda t: (-t.population, t.name)):
            own = plain(town.name)
            for form in dict.fromkeys((own, *(plain(name) for name in town.alternates))):
                if form:
                    # A town's chief name counts for more than what it is called elsewhere.
                    self._towns[form].append(
                        ((town.population + 100) * (5.0 if form == own else 1.0), town.lat, town.lon, town.name)
                    )
        for place in sorted(places, key=lambda p: (-p.weight, p.city, p.postal)):
            for name in (place.city, place.latin):
                if name and plain(name) not in self._towns:
                    self._towns[plain(name)].append((float(place.weight), place.lat, place.lon, name))
        self._states: dict[str, set[str]] = defaultdict(set)
        used = {place.state for place in places}
        for part in packages.subdivisions(code):
            for state in (part.iso, part.geonames.split(".")[0] if part.level <= 1 else ""):
                if state and state in used:
                    for name in (part.name, *part.alternates):
                        for form in _spelt(name):
                            self._states[form].add(state)
        for state in sorted(used):
            if len(state) >= 2 and state.isalpha():
                self._states[state.lower()].add(state)
        self._state_forms = sorted(form for form in self._states if len(form) >= 5)
        self._town_forms = sorted({plain(town.name) for town in packages.towns(code) if town.population >= 2_000})[
            :4_000
        ]
        self._state_at: dict[tuple[float, float], str] = {}

    def state_at(self, lat: float, lon: float) -> str:
        if (lat, lon) not in self._state_at:
            self._state_at[lat, lon] = self._places[
                int(np.argmin(distances_km(lat, lon, self._lats, self._lons)))
            ].state
        return self._state_at[lat, lon]

    def states(self, name: str) -> set[str]:
        for form in _spelt(name):
            if form in self._states:
                return self._states[form]
        for form in _spelt(name):
            near = (
                difflib.get_close_matches(form, self._state_forms, 1, 0.87)
                if len(form) >= 6 and not self.towns(name)
                else []
            )
            if near:
                return self._states[near[0]]
        return set()

    def similar_towns(self, name: str) -> list[tuple[float, float, float, str]]:
        """As `towns`, by a spelling a letter or two off."""
        for form in _spelt(name):
            near = difflib.get_close_matches(form, self._town_forms, 1, 0.87) if len(form) >= 7 else []
            if near and abs(len(near[0]) - len(form)) <= 1:
                return sorted(self._towns[near[0]], key=lambda t: (-t[0], t[1:]))[:1]
        return []

    def towns(self, name: str) -> list[tuple[float, float, float, str]]:
        """Weight, coordinates and name of the towns of a name, the likeliest first."""
        for form in _spelt(name):
            if form in self._towns:
                return sorted(self._towns[form], key=lambda t: (-t[0], t[1:]))
        return []


def label_table(plan: Plan) -> dict[str, dict[str, str]]:
    """National prefixes and their labels by language."""
    own = plan.country_code
    return {prefix[len(own) :]: names for prefix, names in _labels_by_code().get(own, {}).items()}


@cache
def _labels_by_code() -> dict[str, dict[str, dict[str, str]]]:
    found: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for prefix in sorted(GEOCODE_DATA):
        for size in (1, 2, 3):
            if int(prefix[:size]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE:
                found[prefix[:size]][prefix] = GEOCODE_DATA[prefix]
                break
    return found


class _Labels:
    """The labels of a country's prefixes."""

    def __init__(self, plan: Plan) -> None:
        table = label_table(plan)
        self.text = {prefix: names.get("en") or names[min(names)] for prefix, names in table.items()}
        self._others = table
        # Bulgarian villages are told apart from towns of their name by a district (`Sredets, Smol.`); the town would be taken for them.
        self._villages = plan.code == "BG"
        self._sorted = sorted(self.text)

    def of(self, number: str) -> str:
        """The label of the longest prefix of a number that has one."""
        for size in range(len(number), 0, -1):
            if number[:size] in self.text:
                return self.text[number[:size]]
        return ""

    def inside(self, head: str) -> set[str]:
        """The labels of the longer prefixes that start so."""
        start, end = bisect_left(self._sorted, head), bisect_left(self._sorted, head + ":")
        return {self.text[prefix] for prefix in self._sorted[start:end]}

    def pure(self, head: str, label: str) -> bool:
        """Whether all numbers that start so bear the label."""
        return self.of(head) == label and self.inside(head) <= {label}

    def groups(self) -> list[_Label]:
        prefixes: dict[str, list[str]] = defaultdict(list)
        for prefix, text in self.text.items():
            prefixes[text].append(prefix)
        return [_Label(text, sorted(found, key=lambda p: (len(p), p))) for text, found in sorted(prefixes.items()) if not (self._villages and ", " in text)]

    def other_names(self, label: _Label) -> list[str]:
        names = self._others[label.prefixes[0]]
        return [names[language] for language in sorted(names) if language != "en"]


def _locate(labels: list[_Label], atlas: _Atlas, names_of: Callable[[_Label], list[str]], code: str) -> None:
    """Finds the towns and states of all labels. Of namesakes, the one near the labels of the next prefixes is meant."""
    unsure: list[tuple[_Label, list[tuple[float, float, float, str]]]] = []
    sure: list[tuple[str, _Point]] = []
    few = len(labels) <= 700
    for label in labels:
        texts = [label.text, *names_of(label)]
        for text in texts:
            label.names = [part for part in _parts(text)]
            for also in _ALSO.get(code, {}).get(plain(text), ()):
                label.names.append((also, ""))
            for name, hint in label.names:
                hinted = atlas.states(hint) if hint else set()
                states = {plainly for plainly in atlas.states(name)}
                if not hinted or states & hinted:
                    label.states |= states
                towns = atlas.towns(name) or (atlas.similar_towns(name) if few and not states else [])
                limit = hinted or states
                if limit:
                    towns = [town for town in towns[:30] if atlas.state_at(town[1], town[2]) in limit] or (
                        [] if states else towns
                    )
                if not towns:
                    label.states |= hinted if not label.points else set()
                    continue
                if len(towns) == 1 or towns[0][0] >= 8 * towns[1][0]:
                    label.points.append(_point(towns[0], atlas))
                    sure.append((label.prefixes[0], label.points[-1]))
                else:
                    unsure.append((label, towns))
            if label.points or label.states or any(entry[0] is label for entry in unsure[-6:]):
                break
    by_start: dict[str, list[_Point]] = defaultdict(list)
    for prefix, point in sure:
        for size in range(1, len(prefix) + 1):
            by_start[prefix[:size]].append(point)
    for label, towns in unsure:
        prefix = label.prefixes[0]
        near = next((by_start[prefix[:size]] for size in range(len(prefix), 0, -1) if by_start.get(prefix[:size])), [])
        if near:
            lat, lon = float(np.median([p.lat for p in near])), float(np.median([p.lon for p in near]))
            away = distances_km(lat, lon, np.array([t[1] for t in towns]), np.array([t[2] for t in towns]))
            # Ten times the people make up for being farther away by half.
            cost = [float(km + 10) / (town[0] ** 0.18) for km, town in zip(away, towns, strict=True)]
            towns = [towns[cost.index(min(cost))]]
        label.points.append(_point(towns[0], atlas))


def _point(town: tuple[float, float, float, str], atlas: _Atlas) -> _Point:
    return _Point(town[3], town[1], town[2], atlas.state_at(town[1], town[2]))


# --- Areas of places ------------------------------------------------------------------------------------------------

_MOST_AREAS = 380
_NEAR_KM, _STATE_KM, _REACH_KM, _FICTION_KM = 25.0, 200.0, 48.0, 40.0


class _Finder:
    """The labels that a place's numbers bear."""

    def __init__(self, labels: list[_Label], reach_km: float) -> None:
        self._labels = labels
        self.reach_km = reach_km
        rows = [(index, point) for index, label in enumerate(labels) for point in label.points]
        self._index = np.array([index for index, _ in rows], dtype=np.int64)
        self._lats = np.array([point.lat for _, point in rows])
        self._lons = np.array([point.lon for _, point in rows])
        self._state = np.array([point.state for _, point in rows], dtype=object)
        self._names = [
            {form for name, _ in label.names for form in _spelt(name)} | {plain(point.name) for point in label.points}
            for label in labels
        ]
        self._regions: dict[str, list[int]] = defaultdict(list)
        for index, label in enumerate(labels):
            for state in sorted(label.states):
                self._regions[state].append(index)

    def find(self, place: Place) -> list[int]:
        """The most local first. As a last resort the nearest label of the state, or any within reach."""
        regions = sorted(
            self._regions.get(place.state, []),
            key=lambda i: (len(self._labels[i].points), len(self._labels[i].states), i),
        )
        if not len(self._index):
            return regions[:2]
        away = distances_km(place.lat, place.lon, self._lats, self._lons)
        home = self._state == place.state
        keys = {plain(name) for name in (place.city, place.latin) if name}
        own = [
            i
            for i in np.flatnonzero(away <= 40.0)
            if keys & self._names[self._index[i]] and (home[i] or away[i] <= 15.0)
        ]
        if own:
            return self._distinct(own, away)[:2]
        inside = np.where(home, away, np.inf)
        if inside.min() <= _NEAR_KM:
            near = self._distinct(np.flatnonzero(inside <= inside.min() + 8.0), inside)[:2]
            return near
        pure = [i for i in regions if not self._labels[i].points]
        if pure:
            return pure[:2]
        if away.min() <= 10.0:
            return self._distinct([int(np.argmin(away))], away)
        if inside.min() <= _STATE_KM:
            return self._distinct([int(np.argmin(inside))], inside)
        if regions:
            return regions[:1]
        if inside.min() < np.inf:
            return self._distinct([int(np.argmin(inside))], inside)
        return self._distinct([int(np.argmin(away))], away) if away.min() <= self.reach_km else []

    def within(self, place: Place, km: float) -> list[int]:
        if not len(self._index):
            return []
        away = distances_km(place.lat, place.lon, self._lats, self._lons)
        return self._distinct(np.flatnonzero(away <= km), away)

    def _distinct(self, rows: Iterable[int], away: Coordinates) -> list[int]:
        ordered = sorted(
            (round(float(away[row]), 2), -len(self._labels[self._index[row]].prefixes), int(self._index[row]))
            for row in rows
        )
        return list(dict.fromkeys(index for _, _, index in ordered))


# Ranges that regulators keep for films and tests: they lie in the area of their label. Left out, as libphonenumber does not take them for
# valid: GB 0115 496 0xxx, 01632 960 xxx, 07700 900 xxx; FR 06 39 98 xx xx; IE 020 91x xxxx; HU 55 5xx xxx.
_FICTION = {
    "GB": ("1134960###", "1144960###", "1164960###", "1174960###", "1184960###", "1214960###", "1314960###", "1414960###", "1514960###",
           "1614960###", "1914980###", "2079460###", "2896496###", "2920180###"),
    "DE": ("3023125###", "6990009###", "4066969###", "2214710###", "8999998###"),
    "SE": ("8465004##", "3139006##", "4062804##", "9803192##"),
}  # fmt: skip
# Ranges of a zone, which is the first digit of its numbers; libphonenumber knows no town for them.
_FICTION_OF_ZONE = {
    "AU": ("25550####", "27010####", "35550####", "37010####", "75550####", "77010####", "85550####", "87010####"),
    "FR": ("19900####", "26191####", "35301####", "46571####", "53649####"),
}
# Mobile ranges fit everywhere: of 070-174 06 05 to 99, the whole tens.
_FICTION_ANYWHERE = {"SE": tuple(f"7017406{tens}#" for tens in range(1, 10))}

# Where mobile numbers belong to areas as those of fixed lines do, by calling code.
_MOBILE_BY_AREA = {"52", "54", "55", "86"}

# Prefixes without a label that do belong to somewhere: Abkhazia.
_NOT_EVERYWHERE = {"RU": ("840",)}

_NANP_ISLANDS = {"BM": ("441",), "DO": ("809", "829", "849"), "JM": ("876", "658"), "PR": ("787", "939")}


def phones(code: str, places: list[Place], report: Report) -> Phones:
    """Areas for each place and blocks of numbers for each area."""
    plan = Plan(code)
    labels = _Labels(plan)
    if code in _NANP_ISLANDS:
        blocks = _nanp_blocks(plan, labels, {area: area for area in _NANP_ISLANDS[code]}, code)
        if not any(block.kind == "undialable" for block in blocks):
            blocks += _Maker(plan, lambda head: True).undialable(3)
        return _finished(plan, [_NANP_ISLANDS[code]] * len(places), blocks, False, report)
    if code == "CA":
        return _canada(plan, labels, places, report)
    atlas = _Atlas(code, places)
    usable = [label for label in labels.groups() if _some_fixed(plan, label)]
    _locate(usable, atlas, labels.other_names, code)
    report.say(f"phone labels {len(usable)}, found on the map {sum(bool(u.points or u.states) for u in usable)}")
    usable = [label for label in usable if label.points or label.states]
    kept, blocks_of = _chosen(plan, labels, usable, places)
    # Where mobile numbers belong to areas too, there are hardly numbers that fit anywhere: better a far area than none.
    by_area = plan.country_code in _MOBILE_BY_AREA
    finder = _Finder(kept, 1e5 if by_area else _REACH_KM)
    chosen = _found(finder, places)
    keys = _keys(kept)
    fiction = _fiction_blocks(plan, labels, kept, keys)
    areas, blocks = [], []
    for place, indexes in zip(places, chosen, strict=True):
        mine = [keys[i] for i in indexes]
        extra = (
            [keys[i] for i in finder.within(place, _FICTION_KM) if keys[i] in fiction]
            if fiction and code in _FICTION
            else []
        )
        if code in _FICTION_OF_ZONE and mine and f"0{mine[0][0]}" in fiction:
            extra.append(f"0{mine[0][0]}")
        areas.append(tuple(dict.fromkeys([*mine[:3], *extra]))[:4] or ("",))
    wanted = {key for row in areas for key in row}
    for index, label in enumerate(kept):
        if keys[index] in wanted:
            blocks += [replace(block, area=keys[index]) for block in blocks_of[label.text]]
    blocks += [block for key in sorted(fiction) if key in wanted or not key for block in fiction[key]]
    blocks += _country_blocks(plan, labels, bare=("",) in areas, by_area=by_area)
    local = sum(place.weight for place, row in zip(places, areas, strict=True) if row != ("",))
    return _finished(plan, areas, blocks, local * 2 > sum(place.weight for place in places), report)


def _some_fixed(plan: Plan, label: _Label) -> bool:
    return any(plan.kinds(prefix, length).any_fixed for prefix in label.prefixes[:40] for length in plan.lengths)


def _found(finder: _Finder, places: list[Place]) -> list[list[int]]:
    known: dict[tuple[str, str, float, float], list[int]] = {}
    found = []
    for place in places:
        key = place.city, place.state, round(place.lat, 1), round(place.lon, 1)
        if key not in known:
            known[key] = finder.find(place)
        found.append(known[key])
    return found


def _chosen(
    plan: Plan, labels: _Labels, usable: list[_Label], places: list[Place]
) -> tuple[list[_Label], dict[str, list[Block]]]:
    """The labels of most people, and their blocks (their area still to be filled in)."""
    people: dict[int, int] = defaultdict(int)
    for place, indexes in zip(places, _found(_Finder(usable, _REACH_KM), places), strict=True):
        for rank, index in enumerate(indexes):
            people[index] += place.weight if rank == 0 else 1
    fiction = {labels.of(number.rstrip("#")) for number in _FICTION.get(plan.code, ())}
    kept: list[_Label] = []
    blocks_of: dict[str, list[Block]] = {}
    for index in sorted(people, key=lambda i: (usable[i].text not in fiction, -people[i], i)):
        if len(kept) == _MOST_AREAS:
            break
        blocks = _label_blocks(plan, labels, usable[index])
        if any(block.kind == "fixed" for block in blocks):
            kept.append(usable[index])
            blocks_of[usable[index].text] = blocks
    return kept, blocks_of


def _label_blocks(plan: Plan, labels: _Labels, label: _Label) -> list[Block]:
    maker = _Maker(plan, lambda head: labels.pure(head, label.text))
    blocks: list[Block] = []
    for least in (_LEAST_FREE, 3):
        for prefix in label.prefixes[:60]:
            if len(blocks) >= 3:
                break
            if any(plan.kinds(prefix, length).any_fixed for length in plan.lengths):
                found = maker.within(
                    "", "fixed", prefix, 3 if len(label.prefixes) == 1 else 2, plan.lengths, least=least
                )
                blocks += [block for block in found if block not in blocks]
        if blocks:
            break
    blocks = blocks[:3]
    if plan.country_code in _MOBILE_BY_AREA:
        blocks += _local_mobiles(plan, labels, label, maker, [block.number.rstrip("#") for block in blocks])
    return blocks


def _local_mobiles(plan: Plan, labels: _Labels, label: _Label, maker: _Maker, skip: list[str]) -> list[Block]:
    found: list[Block] = []
    sets: dict[str, list[str]] = {
        "55": [label.prefixes[0][:2] + "9"],
        "54": [f"9{label.prefixes[0]}"],
        "52": label.prefixes[:1],
        "86": [prefix for prefix in label.prefixes if prefix.startswith("1") and len(prefix) > 5][
            :: max(1, len(label.prefixes) // 3)
        ][:3],
    }
    anything = (lambda head: True) if plan.country_code in ("54", "55") else None
    for prefix in sets[plan.country_code]:
        least = 3 if plan.country_code == "54" else _LEAST_FREE
        found += maker.within(
            "",
            "mobile",
            prefix,
            1 if plan.country_code == "86" else 2,
            [plan.mobile_length],
            skip,
            least=least,
            pure=anything,
        )
    return found[:3]


def _keys(labels: list[_Label]) -> list[str]:
    """Short names of areas: the first prefix of each."""
    return [label.prefixes[0] for label in labels]


def _fiction_blocks(plan: Plan, labels: _Labels, kept: list[_Label], keys: list[str]) -> dict[str, list[Block]]:
    maker = _Maker(plan, lambda head: True)
    found: dict[str, list[Block]] = defaultdict(list)
    area_of = {label.text: key for label, key in zip(kept, keys, strict=True)}
    for pattern in _FICTION.get(plan.code, ()):
        area = area_of.get(labels.of(pattern.rstrip("#")))
        made = maker.block(area, "fiction", pattern.rstrip("#"), len(pattern)) if area else None
        if area and made:
            found[area].append(made)
    for pattern in _FICTION_OF_ZONE.get(plan.code, ()):
        head = pattern.rstrip("#")
        made = maker.block(f"0{head[0]}", "fiction", head, len(pattern))
        if made and not labels.of(head) and not labels.inside(head):
            found[made.area].append(made)
    for pattern in _FICTION_ANYWHERE.get(plan.code, ()):
        made = maker.block("", "fiction", pattern.rstrip("#"), len(pattern))
        found[""] += [made] if made else []
    return found


def _country_blocks(plan: Plan, labels: _Labels, *, bare: bool, by_area: bool) -> list[Block]:
    """Numbers that fit anywhere in the country: those without a label if there are any. `bare`: whether there are places without areas."""
    maker = _Maker(plan, lambda head: not labels.of(head) and not labels.inside(head))
    fixed = maker.within("", "fixed", "", 3, plan.lengths, _NOT_EVERYWHERE.get(plan.code, ()))
    if not fixed and bare:
        fixed = maker.within("", "fixed", "", 3, plan.lengths, pure=lambda head: True)
    start = _MOBILE_START.get(plan.code, "")
    # The table of labels tells for mobile numbers of China only whether they have one.
    unlabelled = not by_area or plan.country_code == "86"
    mobile = maker.within("", "mobile", start, 5, [plan.mobile_length]) if unlabelled else []
    if not mobile and (bare or not by_area):
        mobile = maker.within("", "mobile", start, 5, [plan.mobile_length], pure=lambda head: True)
    return [*fixed, *mobile, *maker.undialable(3)]


# --- North America --------------------------------------------------------------------------------------------------


def us_blocks(areas: list[str]) -> list[Block]:
    """For each area code: the fictional numbers, three blocks of fixed ones, and one of numbers that no exchange can have."""
    plan = Plan("US")
    return _nanp_blocks(plan, _Labels(plan), {area: area for area in areas}, "US")


def _nanp_blocks(plan: Plan, labels: _Labels, areas: dict[str, str], code: str) -> list[Block]:
    """By area: its area code. Exchanges such as 211 and 555 are left alone; an exchange cannot start with 0 or 1."""
    blocks: list[Block] = []
    maker = _Maker(plan, lambda head: True)
    for area, area_code in sorted(areas.items()):
        fixed: list[Block] = []
        for digits in ("32", "65", "78", "24", "46", "83", "37", "92"):
            head = area_code + digits
            if len(fixed) < 3 and plan.kinds(head, 10).all_fixed and (code in ("US", "CA") or not labels.inside(head)):
                made = maker.block(area, "fixed", head, 10)
                fixed += [made] if made else []
        made = maker.block(area, "fiction", f"{area_code}55501", 10)
        blocks += [*([made] if made else []), *fixed]
        none = next((d for d in "10" if not plan.kinds(area_code + d, 10).any_valid), None)
        made = maker.block(area, "undialable", area_code + none, 10) if none else None
        blocks += [made] if made else []
    return blocks


_CANADA = {"AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"}


def _canada(plan: Plan, labels: _Labels, places: list[Place], report: Report) -> Phones:
    """By the towns of the exchanges of each area code. A code of several provinces is an area in each of them, with exchanges of its own."""
    atlas = _Atlas("CA", places)
    exchanges: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    whole: dict[str, str] = {}
    for prefix, text in sorted(labels.text.items()):
        town, comma, province = text.rpartition(", ")
        if comma and province in _CANADA and len(prefix) >= 6 and plan.kinds(prefix, 10).any_fixed:
            exchanges[prefix[:3], province, town].append(prefix)
        elif len(prefix) == 3 and plan.kinds(prefix, 10).any_fixed:
            whole[prefix] = text
    rows, found = [], {}
    for (area, province, town), prefixes in sorted(exchanges.items()):
        key = province, town
        if key not in found:
            states = atlas.states(province) or atlas.states(_PROVINCES[province])
            towns = [t for t in atlas.towns(town) if not states or atlas.state_at(t[1], t[2]) in states]
            found[key] = _point(towns[0], atlas) if towns else None
        point = found[key]
        if point:
            rows.append((Exchange(area, point.state, town, point.lat, point.lon, len(prefixes), False), prefixes))
    finder = AreaFinder([row for row, _ in rows], plain)
    provinces: dict[str, set[str]] = defaultdict(set)
    for row, _ in rows:
        provinces[row.area].add(row.state)
    name = {
        (area, state): area if len(states) == 1 else f"{area}{state}"
        for area, states in provinces.items()
        for state in states
    }
    areas, known = [], {}
    for place in places:
        key = place.city, place.state, round(place.lat, 2), round(place.lon, 2)
        if key not in known:
            codes = finder.find(place.city, place.state, place.lat, place.lon, outlying_km=15.0, slack_km=3.0, most=4)
            known[key] = tuple(name[area, place.state] for area in codes) or ("",)
        areas.append(known[key])
    wanted = {area for row in areas for area in row if area}
    blocks: list[Block] = []
    maker = _Maker(plan, lambda head: True)
    for (area, state), label in sorted(name.items()):
        if label not in wanted:
            continue
        if len(provinces[area]) == 1:
            blocks += _nanp_blocks(plan, labels, {label: area}, "CA")
            continue
        for kind, head in (("fiction", f"{area}55501"), ("undialable", f"{area}1")):
            made = maker.block(label, kind, head, 10)
            blocks += [made] if made and (kind == "fiction" or not plan.kinds(head, 10).any_valid) else []
        mine = sorted(((len(p), p) for row, p in rows if row.area == area and row.state == state), reverse=True)
        heads = [prefixes[0] for _, prefixes in mine][:3]
        blocks += [
            made for head in heads if plan.kinds(head, 10).all_fixed and (made := maker.block(label, "fixed", head, 10))
        ]
    if any(row == ("",) for row in areas):
        blocks += [
            made
            for head in ("60032", "60065")
            if plan.kinds(head, 10).all_fixed and (made := maker.block("", "fixed", head, 10))
        ]
    report.say(f"area codes of Canada {len(provinces)}, with their towns {len(rows)}")
    return _finished(plan, areas, blocks, True, report)


_PROVINCES = {
    "AB": "Alberta", "BC": "British Columbia", "MB": "Manitoba", "NB": "New Brunswick", "NL": "Newfoundland and Labrador", "NS": "Nova Scotia",
    "NT": "Northwest Territories", "NU": "Nunavut", "ON": "Ontario", "PE": "Prince Edward Island", "QC": "Quebec", "SK": "Saskatchewan",
    "YT": "Yukon",
}  # fmt: skip


# --- The result -----------------------------------------------------------------------------------------------------


def _finished(plan: Plan, areas: Sequence[tuple[str, ...]], blocks: list[Block], local: bool, report: Report) -> Phones:
    seen: dict[tuple[str, str], Block] = {}
    for block in blocks:
        seen.setdefault((block.area, block.number), block)
    held = {block.area for block in seen.values()}
    rows = [tuple(area for area in row if area in held) or ("",) for row in areas]
    used = {area for row in rows for area in row} | {""}
    kept = sorted((b for b in seen.values() if b.area in used), key=lambda b: (b.area, b.kind, b.number))
    kinds = Counter(block.kind for block in kept)
    report.say(
        f"phone areas {len(used - {''})}; blocks "
        + ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    )
    return Phones(
        plan.country_code, rows, kept, "area" if local else "country", _sources(plan.code, bool(kinds["fiction"]))
    )


def _sources(code: str, fiction: bool) -> list[Source]:
    found = [
        Source(("phones.tsv", "places.tsv"), f"Google libphonenumber, by {packages.labelled('phonenumbers')}", "Apache-2.0",
               "Contains data from Google's libphonenumber, Apache License 2.0.", "https://github.com/google/libphonenumber")
    ]  # fmt: skip
    if fiction:
        found.append(
            Source(("phones.tsv",), "ranges that the country's telephone regulator keeps for fiction", "facts", "", "")
        )
    return found
