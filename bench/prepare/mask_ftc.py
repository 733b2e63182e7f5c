#!/usr/bin/env python3
"""Cuts and masks the FTC's Do Not Call complaints for `dzvin demo --profile us`.

    bench/prepare/mask_ftc.py DAY.csv DAILY.csv.gz FIRST_DAY OUT_DIR

DAY.csv is one day in the FTC's 8-column format; DAILY.csv.gz holds created_date, company_phone_number,
consumer_area_code, complaints. Writes OUT_DIR/ftc-dnc-day.csv.gz (every row of the day) and
OUT_DIR/ftc-daily-counts.csv.gz (every row of the daily history from FIRST_DAY on), with the caller numbers masked and
nothing else changed but the line ends and the superfluous quotes.

Why: a number in a complaint is often spoofed and proves nothing against its owner, so nothing that ships may be dialable.
A number keeps its first six digits (country, area code and exchange, for the view `number-block`); the rest becomes `x`, and a
dot and a token follow, so that different numbers stay different and equal ones equal, in both files:
`4703352559` -> `+1470335xxxx.k3`.

The token is the rank of the number among those with the same visible part, in the order of an HMAC under a random key that
lives only in this process. It is thus a random permutation: it says nothing about the hidden digits, and cannot be
made again, not even by us; a second run gives other tokens. The files in the repository are the result of one run.
"""
import csv
import datetime
import gzip
import hashlib
import hmac
import io
import re
import secrets
import sys
from pathlib import Path

NORTH_AMERICAN = re.compile(r"\+?1?([2-9]\d{9})")
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def canonical(number):
    """One spelling for one North American number; anything else as it was typed."""
    found = NORTH_AMERICAN.fullmatch(number.strip())
    return "+1" + found[1] if found else number.strip()


def visible(number):
    """The number with every digit after the kept ones as `x`; fewer than seven digits are no subscriber's number."""
    digits = sum(c.isdigit() for c in number)
    if digits < 7:
        return number
    keep = 7 if number.startswith("+1") else 6 if digits >= 10 else 3
    seen, out = 0, []
    for c in number:
        seen += c.isdigit()
        out.append("x" if c.isdigit() and seen > keep else c)
    return "".join(out)


def base36(n):
    return (base36(n // 36) if n >= 36 else "") + DIGITS[n % 36]


def masks(numbers):
    """From a canonical number to its masked form."""
    key = secrets.token_bytes(32)
    families = {}
    for number in numbers:
        families.setdefault(visible(number), []).append(number)
    result = {}
    for shown, family in families.items():
        if "x" not in shown or family == [shown]:
            result.update({number: number for number in family})
            continue
        family.sort(key=lambda n: hmac.new(key, n.encode(), hashlib.sha256).digest())
        result.update({number: f"{shown}.{base36(rank)}" for rank, number in enumerate(family)})
    return result


def write(path, header, rows):
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(header)
    out.writerows(rows)
    path.write_bytes(gzip.compress(text.getvalue().encode("utf-8"), 9, mtime=0))


def main():
    if len(sys.argv) != 5:
        sys.exit("usage: mask_ftc.py DAY.csv DAILY.csv.gz FIRST_DAY OUT_DIR")
    day_file, daily_file, first, out = sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4])
    datetime.date.fromisoformat(first)
    with open(day_file, encoding="utf-8", newline="") as f:
        day_header, *day = list(csv.reader(f))
    with gzip.open(daily_file, "rt", encoding="utf-8", newline="") as f:
        daily_header, *daily = list(csv.reader(f))
    daily = [row for row in daily if row[0] >= first]
    numbers = sorted({canonical(row[0]) for row in day} | {canonical(row[1]) for row in daily})
    masked = masks(numbers)
    out.mkdir(parents=True, exist_ok=True)
    write(out / "ftc-dnc-day.csv.gz", day_header, [[masked[canonical(row[0])], *row[1:]] for row in day])
    write(
        out / "ftc-daily-counts.csv.gz",
        daily_header,
        [[row[0], masked[canonical(row[1])], *row[2:]] for row in daily],
    )
    assert len(set(masked.values())) == len(masked), "two numbers became one"


if __name__ == "__main__":
    main()
