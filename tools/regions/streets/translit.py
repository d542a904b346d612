"""Street names in Latin letters, by the official or usual romanisation of each language."""

from __future__ import annotations

import re
from collections.abc import Callable

# fmt: off
_RU = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "), strict=True))
_UK = dict(zip("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’", "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch  iu ia  ".split(" "), strict=True))
_UK_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_BG = dict(zip("абвгдежзийклмнопрстуфхцчшщъьюя", "a b v g d e zh z i y k l m n o p r s t u f h ts ch sh sht a y yu ya".split(" "), strict=True))
_MK = dict(zip("абвгдѓежзѕијклљмнњопрстќуфхцчџш", "a b v g d gj e zh z dz i j k l lj m n nj o p r s t kj u f h c ch dj sh".split(" "), strict=True))
_KK = {**_RU, **dict(zip("әғқңөұүһі", "a gh q ng o u u h i".split(" "), strict=True))}
_HY = dict(zip("աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև", "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f ev".split(" "), strict=True))
_KA = dict(zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(" "), strict=True))
# fmt: on


def _letters(text: str, table: dict[str, str], first: dict[str, str] | None = None) -> str:
    out = []
    for at, letter in enumerate(text):
        low = letter.lower()
        starts = at == 0 or not text[at - 1].isalpha()
        new = (first or {}).get(low) if starts and first else None
        new = table.get(low, low) if new is None else new
        out.append(new[:1].upper() + new[1:] if letter != low and new else new)
    return "".join(out)


def russian(text: str) -> str:
    vowels = "аеёиоуыэюяъь"
    text = re.sub(rf"(?<=[{vowels}{vowels.upper()}])е", "йе", text)
    text = re.sub(r"(?<![А-Яа-яЁё])Е", "Ye", text)
    return _letters(text, _RU).replace("yye", "ye").replace("iye", "iye")


def ukrainian(text: str) -> str:
    return _letters(text.replace("зг", "zgh").replace("Зг", "Zgh"), _UK, _UK_FIRST)


def bulgarian(text: str) -> str:
    return re.sub(r"iya\b", "ia", _letters(text, _BG))


def macedonian(text: str) -> str:
    return _letters(text, _MK)



def kazakh(text: str) -> str:
    return _letters(text, _KK)


def armenian(text: str) -> str:
    text = re.sub(r"(?i)ու", lambda m: "U" if m[0][0].isupper() else "u", text)
    return _letters(text, _HY, {"ե": "ye", "ո": "vo"})


def georgian(text: str) -> str:
    """Capitals, which the script has not, at the start of each word."""
    return re.sub(r"[a-z]+", lambda m: m[0].capitalize(), _letters(text, _KA))


_GREEK = [
    ("ου", "ou"), ("αυ(?=[βγδζλμνραεηιουωάέήίόύώ])", "av"), ("αυ", "af"), ("ευ(?=[βγδζλμνραεηιουωάέήίόύώ])", "ev"), ("ευ", "ef"),
    ("γγ", "ng"), ("γξ", "nx"), ("γχ", "nch"), (r"\bμπ", "b"), ("α", "a"), ("β", "v"), ("γ", "g"), ("δ", "d"), ("ε", "e"), ("ζ", "z"),
    ("η", "i"), ("θ", "th"), ("ι", "i"), ("κ", "k"), ("λ", "l"), ("μ", "m"), ("ν", "n"), ("ξ", "x"), ("ο", "o"), ("π", "p"), ("ρ", "r"),
    ("[σς]", "s"), ("τ", "t"), ("υ", "y"), ("φ", "f"), ("χ", "ch"), ("ψ", "ps"), ("ω", "o"),
]  # fmt: skip
_ACCENTS = str.maketrans("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ")


def greek(text: str) -> str:
    """ELOT 743, without accents."""

    def word(match: re.Match[str]) -> str:
        low = match[0].lower().replace("αύ", "αυ").replace("εύ", "ευ").replace("ού", "ου").translate(_ACCENTS)
        for pattern, new in _GREEK:
            low = re.sub(pattern, new, low)
        return low.capitalize() if match[0][0].isupper() else low

    return re.sub(r"[Ά-ώΐΰϊϋ]+", word, text)


_KO_FIRST = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
_KO_VOWEL = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ")
_KO_LAST = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")
_KO_BEFORE_VOWEL = ["", "g", "kk", "k", "n", "n", "n", "d", "r", "lg", "lm", "lb", "l", "lt", "lp", "r", "m", "b", "ps", "s", "ss", "ng", "j", "ch", "k", "t", "p", ""]  # fmt: skip


def korean(text: str) -> str:
    """Revised Romanization of 2000 with the sound changes that occur in road names."""
    cells = [divmod(ord(c) - 0xAC00, 588) for c in text]
    parts = [(first, *divmod(rest, 28)) for first, rest in cells]
    out = ""
    for at, (first, vowel, last) in enumerate(parts):
        before = parts[at - 1][2] if at else 0
        start = _KO_FIRST[first]
        if at and first == 11 and before:
            start = ""
        elif first == 5 and before:  # r after a final: l after l, n after m and ng and stops
            start = "l" if before in (8, 4) else "n"
        elif first == 2 and before == 8:
            start = "l"
        end = _KO_LAST[last]
        if at + 1 < len(parts) and last:
            after = parts[at + 1][0]
            if after == 11:
                end = _KO_BEFORE_VOWEL[last]
            elif after in (2, 6) or (after == 5 and last not in (4, 8)):  # stops become nasal before n and m, and before r
                end = {"k": "ng", "t": "n", "p": "m"}.get(end, end)
            elif after == 5 and last == 4:
                end = "l"
        out += start + _KO_VOWEL[vowel] + end
    return out.capitalize()


def road(suffixes: dict[str, str], root: Callable[[str], str]) -> Callable[[str], str]:
    """`세종대로` as `Sejong-daero`: the suffix apart."""

    def latin(name: str) -> str:
        for suffix, form in suffixes.items():
            if name.endswith(suffix) and len(name) > len(suffix):
                return root(name.removesuffix(suffix)) + form
        return root(name)

    return latin
