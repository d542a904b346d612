"""Street names of the United States: a root ("Maple") and a suffix in full ("Street")."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from pack import Weighted

# Suffix and how often it goes with a kind of root.
_NUMBER = {"Street": 60, "Avenue": 32, "Place": 3, "Court": 2, "Drive": 1, "Lane": 1, "Road": 1}
_TOWN_NUMBER = {"Street": 68, "Avenue": 32}
_TREE = {"Street": 38, "Lane": 16, "Drive": 16, "Avenue": 14, "Court": 6, "Road": 4, "Circle": 3, "Way": 3}
_PERSON = {"Street": 42, "Avenue": 32, "Drive": 10, "Road": 5, "Boulevard": 4, "Court": 3, "Place": 3, "Way": 1}
_LAND = {"Road": 38, "Drive": 28, "Street": 14, "Lane": 10, "Avenue": 8, "Trail": 2}
_GROVE = {"Drive": 42, "Avenue": 18, "Lane": 14, "Road": 12, "Court": 8, "Circle": 4, "Terrace": 2}
_SPANISH = {"Drive": 36, "Avenue": 22, "Street": 14, "Way": 12, "Court": 10, "Circle": 6}
_GIVEN = {"Street": 30, "Drive": 26, "Lane": 20, "Avenue": 14, "Court": 10}
_OTHER = {"Street": 30, "Avenue": 22, "Drive": 20, "Road": 12, "Lane": 8, "Court": 5, "Place": 3}

# Frequent roots with a weight set by hand, after the order of the census street file of 1993, and their suffixes.
_FREQUENT: dict[tuple[str, int], dict[str, int]] = {
    ("2nd", 1090): _NUMBER, ("3rd", 1010): _NUMBER, ("1st", 990): _NUMBER, ("4th", 920): _NUMBER,
    ("5th", 820): _NUMBER, ("6th", 730): _NUMBER, ("7th", 640): _NUMBER, ("8th", 550): _NUMBER,
    ("9th", 490): _NUMBER, ("10th", 445): _NUMBER, ("11th", 385): _NUMBER, ("12th", 365): _NUMBER,
    ("13th", 320): _NUMBER, ("14th", 300): _NUMBER, ("15th", 270): _NUMBER, ("16th", 245): _NUMBER,
    ("17th", 225): _NUMBER, ("18th", 210): _NUMBER, ("19th", 195): _NUMBER, ("20th", 180): _NUMBER,
    ("Main", 760): {"Street": 96, "Avenue": 3, "Road": 1}, ("Park", 893): {"Avenue": 48, "Street": 22, "Drive": 12,
    "Place": 8, "Road": 5, "Lane": 5}, ("Church", 410): {"Street": 58, "Road": 34, "Lane": 8},
    ("School", 220): {"Street": 52, "Road": 36, "Lane": 12}, ("High", 170): {"Street": 90, "Road": 10},
    ("Mill", 290): {"Road": 52, "Street": 34, "Lane": 14}, ("Railroad", 190): {"Avenue": 58, "Street": 42},
    ("Center", 280): {"Street": 72, "Avenue": 16, "Road": 12}, ("Central", 200): {"Avenue": 86, "Street": 14},
    ("State", 170): {"Street": 82, "Road": 18}, ("Court", 110): {"Street": 100}, ("Market", 120): {"Street": 100},
    ("Union", 190): {"Street": 68, "Avenue": 32}, ("Water", 160): {"Street": 100}, ("Front", 150): {"Street": 100},
    ("Broad", 150): {"Street": 100}, ("Spring", 290): {"Street": 68, "Road": 16, "Lane": 16},
    ("College", 160): {"Avenue": 56, "Street": 34, "Drive": 10}, ("Grand", 120): {"Avenue": 86, "Boulevard": 14},
    ("University", 100): {"Avenue": 60, "Drive": 26, "Boulevard": 14}, ("Pleasant", 200): {"Street": 84, "Avenue": 16},
    ("Prospect", 190): {"Street": 52, "Avenue": 48}, ("Summit", 190): {"Avenue": 48, "Street": 36, "Drive": 16},
    ("Highland", 300): {"Avenue": 62, "Street": 16, "Drive": 22}, ("Franklin", 290): _PERSON,
    ("Washington", 497): _PERSON, ("Lincoln", 404): _PERSON, ("Jackson", 370): _PERSON, ("Adams", 300): _PERSON,
    ("Jefferson", 330): _PERSON, ("Madison", 270): _PERSON, ("Monroe", 240): _PERSON, ("Harrison", 200): _PERSON,
    ("Johnson", 290): _PERSON, ("Wilson", 280): _PERSON, ("Davis", 230): _PERSON, ("Smith", 240): _PERSON,
    ("Williams", 230): _PERSON, ("Taylor", 190): _PERSON, ("Grant", 180): _PERSON, ("Cleveland", 140): _PERSON,
    ("Martin", 170): _PERSON, ("Clark", 190): _PERSON, ("Jones", 150): _PERSON, ("Brown", 150): _PERSON,
    ("Oak", 695): _TREE, ("Pine", 617): _TREE, ("Maple", 610): _TREE, ("Cedar", 564): _TREE, ("Elm", 523): _TREE,
    ("Walnut", 480): _TREE, ("Cherry", 370): _TREE, ("Willow", 320): _TREE, ("Chestnut", 260): _TREE,
    ("Dogwood", 280): _TREE, ("Hickory", 260): _TREE, ("Spruce", 240): _TREE, ("Poplar", 240): _TREE,
    ("Magnolia", 200): _TREE, ("Birch", 260): _TREE, ("Sycamore", 190): _TREE, ("Locust", 190): _TREE,
    ("Ash", 180): _TREE, ("Laurel", 220): _TREE, ("Holly", 200): _TREE, ("Aspen", 150): _TREE, ("Mulberry", 120): _TREE,
    ("Pecan", 110): _TREE, ("Juniper", 120): _TREE, ("Cypress", 150): _TREE, ("Hemlock", 80): _TREE,
    ("Cottonwood", 110): _TREE, ("Peach", 70): _TREE, ("Apple", 60): _TREE, ("Linden", 90): _TREE,
    ("Beech", 100): _TREE, ("Redwood", 80): _TREE, ("Rose", 140): _TREE, ("Ivy", 80): _TREE, ("Fern", 70): _TREE,
    ("Lake", 491): _LAND, ("Hill", 300): {"Street": 52, "Road": 26, "Drive": 12, "Avenue": 10},
    ("River", 390): _LAND, ("Ridge", 370): _LAND, ("Valley", 280): _LAND, ("Forest", 290): _LAND,
    ("Meadow", 240): {"Lane": 52, "Drive": 34, "Road": 14}, ("Creek", 130): _LAND, ("Mountain", 110): _LAND,
    ("Prairie", 80): _LAND, ("Orchard", 160): {"Street": 34, "Lane": 28, "Drive": 22, "Road": 16},
    ("Garden", 120): {"Street": 50, "Avenue": 26, "Lane": 24}, ("Bridge", 140): {"Street": 82, "Road": 18},
    ("Canal", 90): {"Street": 88, "Road": 12}, ("Ocean", 100): {"Avenue": 58, "Drive": 26, "Boulevard": 16},
    ("Beach", 90): {"Road": 40, "Street": 38, "Drive": 22}, ("Harbor", 80): {"Drive": 62, "Road": 20, "Street": 18},
    ("Airport", 120): {"Road": 74, "Drive": 18, "Boulevard": 8}, ("Cemetery", 90): {"Road": 94, "Street": 6},
    ("Farm", 60): {"Road": 70, "Lane": 30}, ("Quarry", 60): {"Road": 76, "Street": 24},
    ("Liberty", 150): {"Street": 66, "Avenue": 18, "Road": 16}, ("Colonial", 120): _GROVE, ("Heritage", 110): _GROVE,
    ("Sunset", 320): _GROVE, ("Sunrise", 140): _GROVE, ("Woodland", 200): _GROVE, ("Fairview", 200): _GROVE,
    ("Lakeview", 220): _GROVE, ("Ridgewood", 130): _GROVE, ("Riverside", 200): {"Drive": 70, "Avenue": 24, "Road": 6},
    ("Hillside", 200): _GROVE, ("Hillcrest", 200): _GROVE, ("Lakeside", 150): _GROVE, ("Parkview", 110): _GROVE,
    ("Valley View", 130): {"Drive": 48, "Road": 38, "Lane": 14}, ("Country Club", 150): {"Drive": 62, "Road": 30,
    "Lane": 8}, ("Mountain View", 110): {"Drive": 54, "Road": 26, "Avenue": 20}, ("Pine Ridge", 60): _LAND,
    ("Deer Run", 90): {"Road": 34, "Drive": 40, "Lane": 26}, ("Fox Run", 70): {"Road": 26, "Drive": 44, "Lane": 30},
    ("Old Mill", 90): {"Road": 84, "Lane": 16}, ("Spring Valley", 50): _LAND, ("Indian Creek", 50): _LAND,
    ("Cedar Creek", 50): _LAND, ("Mill Creek", 60): _LAND, ("Oak Hill", 80): _LAND, ("Oak Ridge", 70): _LAND,
    ("Pleasant Hill", 60): _LAND, ("Pleasant Valley", 50): _LAND, ("Rocky Ridge", 30): _LAND,
    ("County Line", 110): {"Road": 100}, ("Old Stage", 40): {"Road": 100}, ("Old Post", 40): {"Road": 100},
    ("Martin Luther King Jr", 90): {"Boulevard": 52, "Drive": 34, "Avenue": 14}, ("Industrial", 90): {"Drive": 40,
    "Boulevard": 22, "Park Drive": 14, "Road": 14, "Avenue": 10}, ("Commerce", 90): {"Street": 42, "Drive": 40,
    "Boulevard": 10, "Way": 8}, ("Commercial", 70): {"Street": 70, "Avenue": 20, "Drive": 10},
    ("North Main", 190): {"Street": 100}, ("South Main", 190): {"Street": 100}, ("East Main", 190): {"Street": 100},
    ("West Main", 190): {"Street": 100}, ("North 2nd", 40): _TOWN_NUMBER, ("South 2nd", 40): _TOWN_NUMBER,
    ("North 4th", 36): _TOWN_NUMBER, ("South 4th", 36): _TOWN_NUMBER, ("East 3rd", 36): _TOWN_NUMBER,
    ("West 3rd", 36): _TOWN_NUMBER,
    ("East 5th", 34): _TOWN_NUMBER, ("West 5th", 34): _TOWN_NUMBER,
    ("North Park", 30): {"Avenue": 60, "Street": 24, "Drive": 16},
    ("South Park", 30): {"Avenue": 60, "Street": 24, "Drive": 16},
    ("East Washington", 40): {"Street": 76, "Avenue": 24},
    ("West Washington", 40): {"Street": 76, "Avenue": 24}, ("Alabama", 70): _PERSON, ("Georgia", 90): _PERSON,
    ("Michigan", 100): _PERSON, ("Pennsylvania", 80): {"Avenue": 90, "Street": 10}, ("Ohio", 80): _PERSON,
    ("Illinois", 70): _PERSON, ("Missouri", 60): _PERSON, ("Arkansas", 40): _PERSON, ("Maryland", 60): _PERSON,
    ("Massachusetts", 40): {"Avenue": 90, "Street": 10}, ("Minnesota", 50): _PERSON, ("Mississippi", 40): _PERSON,
    ("Nebraska", 50): _PERSON, ("Connecticut", 40): {"Avenue": 86, "Street": 14}, ("Virginia", 140): _PERSON,
    ("California", 80): _PERSON, ("Florida", 80): _PERSON, ("Delaware", 90): _PERSON, ("Indiana", 80): _PERSON,
}  # fmt: skip
_WHOLE = {"Broadway": 520, "Avenue A": 40, "Avenue B": 34, "Avenue C": 28, "Avenue D": 20, "The Crescent": 4}
_HIGHEST_NUMBER = 80
_SPANISH_STARTS = {"San", "Santa", "El", "La", "Los", "Las", "Rio", "Buena", "Bella", "Alta", "Del", "Vista", "Monte"}
_GROVE_ENDS = re.compile(r"(view|wood|woods|brook|dale|ridge|crest|hill|field|mont|mount|haven|side|lawn|land|glen)$")
_NOT_ROOTS = {
    "Access", "Alley", "Annex", "Avenue", "Battery", "Block", "Boulevard", "Child", "Circle", "Colon",
    "Cortland", "Court", "Cove", "Dam", "Drive", "Easement", "East", "Feather", "Funk", "Hare", "Head",
    "Heights", "Helen", "Hooker", "Hussey", "Junior", "Lane", "Lech", "Loehr", "Loop", "Lovers", "Lower",
    "Moulton", "North", "Palos", "Parcel", "Pier", "Place", "Plaza", "Point", "Portal", "Quarry", "Reservoir",
    "Roach", "Road", "Shaft", "South", "Square", "States", "Still", "Street", "Terrace", "Tunnel", "Upper",
    "View", "Village", "Way", "West", "Zoo",
}  # fmt: skip


def build(roots: Iterable[str], surnames: set[str], given_names: set[str], towns: Mapping[str, int]) -> list[Weighted]:
    """Frequent names, numbered streets, and every listed root that is also a family name, a given name or a town.

    `surnames` are upper-case without spaces, `towns` are in small letters with how many towns are called so.
    """
    weights: dict[str, int] = defaultdict(int)
    for name, weight in _WHOLE.items():
        weights[name] = weight
    used = set()
    for (root, weight), suffixes in _FREQUENT.items():
        used.add(root)
        _spread(weights, root, weight, suffixes, len(suffixes))
    for number in range(21, _HIGHEST_NUMBER + 1):
        _spread(weights, f"{number}{_ordinal(number)}", 3600 // number, _NUMBER, 2 if number > 40 else 3)
    for root in sorted(set(roots) - used):
        namesakes = towns.get(root.casefold(), 0)
        is_given = root in given_names
        is_surname = root.upper().replace(" ", "") in surnames
        words = root.split(" ")
        if not re.fullmatch(r"[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?", root) or not (namesakes or is_given or is_surname):
            continue
        if _NOT_ROOTS.intersection(words) or root in _WHOLE:
            continue
        if words[0] in _SPANISH_STARTS:
            suffixes = _SPANISH
        elif len(words) == 1 and _GROVE_ENDS.search(root):
            suffixes = _GROVE
        elif is_given and not is_surname:
            suffixes = _GIVEN
        else:
            suffixes = _OTHER
        kinds = 1 if namesakes < 2 else min(1 + namesakes // 4, 4)
        _spread(weights, _spelled(root), 6 + 6 * min(namesakes, 30), suffixes, kinds)
    return [Weighted(name, weight) for name, weight in weights.items() if weight > 0]


def _spread(weights: dict[str, int], root: str, weight: int, suffixes: Mapping[str, int], most: int) -> None:
    """Gives a root its most fitting suffixes; which ones a rare root gets is drawn from its own letters."""
    chosen: dict[str, int] = {}
    left = {suffix: share for suffix, share in suffixes.items() if not root.endswith(suffix)}
    if most >= len(left):
        chosen = left
    else:
        draw = int.from_bytes(hashlib.sha256(root.encode()).digest()[:16], "big")
        while len(chosen) < most:
            at = draw % sum(left.values())
            draw //= sum(suffixes.values())
            for suffix, share in left.items():
                if at < share:
                    chosen[suffix] = left.pop(suffix)
                    break
                at -= share
    total = sum(chosen.values())
    for suffix, share in chosen.items():
        weights[f"{root} {suffix}"] += max(1, weight * share // total)


def _spelled(root: str) -> str:
    root = re.sub(r"\bMc([a-z]{3,})", lambda found: f"Mc{found[1].capitalize()}", root)
    return re.sub(r"\bO(shaughnessy|farrell|reilly)\b", lambda found: f"O'{found[1].capitalize()}", root)


def _ordinal(number: int) -> str:
    return "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
