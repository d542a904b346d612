"""How people are called, by country."""

from __future__ import annotations

import dataclasses
import re

from names import latin, scripts
from pack import Names, Report

# Family names that end so are borne by men without the ending of men; readers take them for women's.
_NOT_OF_MEN = {"LV": re.compile(r"[ae]$"), "LT": re.compile(r"ė$")}


def names(code: str, report: Report) -> Names:
    found = (latin.COUNTRIES.get(code) or scripts.COUNTRIES[code])(report)
    odd = _NOT_OF_MEN.get(code)
    return dataclasses.replace(found, family=[row for row in found.family if not odd.search(row.name)]) if odd else found
