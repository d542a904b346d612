"""What the tool knows about each country: one module a country, listed here."""

from __future__ import annotations

from collections.abc import Callable

from countries import us
from pack import Pack, Report

COUNTRIES: dict[str, Callable[[Report], Pack]] = {"US": us.build}
