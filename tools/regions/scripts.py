"""Writing systems: which one a name is written in, and which of its names in a script fits the Latin one best."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable
from functools import cache

from anyascii import anyascii

from places import plain

_BLOCKS = {
    "Cyrillic": "CYRILLIC", "Greek": "GREEK", "Arabic": "ARABIC", "Hebrew": "HEBREW", "Armenian": "ARMENIAN", "Georgian": "GEORGIAN",
    "Han": "CJK", "Hangul": "HANGUL", "Thai": "THAI", "Bengali": "BENGALI", "Devanagari": "DEVANAGARI", "Ethiopic": "ETHIOPIC", "Khmer": "KHMER",
}  # fmt: skip


@cache
def _block(character: str) -> str:
    return unicodedata.name(character, "").split(" ")[0]


def in_script(name: str, script: str) -> bool:
    """Whether all letters of a name are of the script."""
    letters = [c for c in name if c.isalpha()]
    wanted = _BLOCKS[script]
    return bool(letters) and all(_block(c) == wanted or (wanted == "CJK" and _block(c) == "CJK") for c in letters)


def is_latin(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all(_block(c) in ("LATIN", "MODIFIER") for c in letters)


# Letters that Arabic does not have: a name with one of them is Persian, Kurdish, Uyghur or Urdu.
_NOT_ARABIC = set("پچژگکیەێڕڵۆۇۈېۋھۀےںٹڈڑٱڤڭ")
_NOT_PERSIAN = set("كيةىەێڕڵۆۇۈېۋھےٹڈڑ")


def _bare(name: str) -> str:
    """Without vowel signs, which ordinary writing leaves out."""
    return "".join(c for c in name if not (unicodedata.combining(c) and _block(c) in ("ARABIC", "HEBREW")) and c != "ـ")


def _of_language(name: str, country: str) -> bool:
    letters = set(name)
    if country == "IR":
        return not letters & _NOT_PERSIAN
    if country in ("CN",):
        return _encodes(name, "gb2312")
    if country in ("TW", "HK"):
        return _encodes(name, "big5")
    return not letters & _NOT_ARABIC


def _encodes(name: str, encoding: str) -> bool:
    try:
        name.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def nearest_in_script(latin: str, names: Iterable[str], script: str, country: str) -> str:
    """Of the names in a script, the one whose sound is nearest to the Latin name; empty where there is none."""
    wanted = plain(anyascii(latin))

    def distance(name: str) -> tuple[float, int, str]:
        sound = plain(anyascii(name))
        return (-difflib.SequenceMatcher(None, wanted, sound).ratio(), len(name), name)

    found = sorted({_bare(name) for name in names if in_script(_bare(name), script) and _of_language(_bare(name), country)})
    return min(found, key=distance) if found else ""
