"""Writes a large file of customers to standard output: `large.py 4 > customers.csv` for 4 GB.

Every row has a quoted text with a delimiter, a doubled quote and, in one row of a hundred, a line end; one row of a million repeats a key, so
that a reader has something to leave out. The same number always gives the same bytes.
"""

import datetime
import sys

ROWS_AT_ONCE = 50_000
NOTE = "pays late, asks for \"\"express\"\"; " * 3


def row(number: int) -> str:
    key = number - 1 if number % 1_000_000 == 0 else number
    day = datetime.date(2015, 1, 1) + datetime.timedelta(days=number % 4_000)
    end = "\n" if number % 100 == 0 else " "
    return f'{key},"Customer {number}",c{number}@mail.test,{day},"{NOTE}{end}{number % 997}"\n'


def main() -> None:
    left = int(float(sys.argv[1]) * 1_000_000_000)
    out = sys.stdout.buffer
    out.write(b"customerNumber,customerName,email,signedUpOn,note\n")
    first = 1
    while left > 0:
        block = "".join(map(row, range(first, first + ROWS_AT_ONCE))).encode()
        out.write(block)
        first += ROWS_AT_ONCE
        left -= len(block)


if __name__ == "__main__":
    main()
