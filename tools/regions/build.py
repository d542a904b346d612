"""Builds region packs from open data packages: `python build.py [--out FOLDER] [CC ...]`. See README.md."""

from __future__ import annotations

import argparse
import traceback
from pathlib import Path

from countries import COUNTRIES
from pack import Report, problems, write

DEFAULT_OUT = Path(__file__).resolve().parents[2] / "crates" / "wares-model" / "packs" / "region"


def main() -> int:
    parser = argparse.ArgumentParser(description="Builds region packs and prints a report for each.")
    parser.add_argument("codes", nargs="*", metavar="CC", help="ISO 3166-1 codes (default: every known country)")
    parser.add_argument("--out", type=Path, default=DEFAULT_OUT, help="folder that holds the packs")
    arguments = parser.parse_args()
    failed = False
    for code in arguments.codes or sorted(COUNTRIES):
        if code not in COUNTRIES:
            parser.error(f"unknown country {code}; known: {', '.join(sorted(COUNTRIES))}")
        report = Report()
        try:
            pack = COUNTRIES[code](report)
        except Exception as error:  # One country's fault must not cost the others.
            print(f"== {code}: FAILED {type(error).__name__}: {error}", flush=True)
            traceback.print_exc(limit=4)
            failed = True
            continue
        found = problems(pack)
        print(f"== {code}: {len(pack.places)} places, {len(pack.states)} states", flush=True)
        for line in report.lines:
            print(f"   {line}")
        for line in found[:50]:
            print(f"   PROBLEM {line}")
        if found:
            failed = True
            continue
        write(pack, arguments.out / code)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
