"""The countries that can be built, by ISO 3166-1 code."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import assemble
import world
from countries import us
from pack import Pack, Report

COUNTRIES: dict[str, Callable[[Report], Pack]] = {code: partial(assemble.build, code) for code in world.COUNTRIES} | {"US": us.build}
