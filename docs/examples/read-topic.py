#!/usr/bin/env python3
"""Decodes what `kcat -f '%R%s'` prints of a topic in Confluent's wire format, one JSON object a line.

Knows nothing of Dzvin: a number in front of each value, and the schema of that number from the registry. Needs Debian's
python3-avro or PyPI's avro.
"""
import io
import json
import struct
import sys
import urllib.request

import avro.io
import avro.schema

registry = sys.argv[1]
readers = {}


def reader(number):
    if number not in readers:
        with urllib.request.urlopen(f"{registry}/schemas/ids/{number}") as answer:
            readers[number] = avro.io.DatumReader(avro.schema.parse(json.load(answer)["schema"]))
    return readers[number]


source = sys.stdin.buffer
while length := source.read(4):
    (size,) = struct.unpack(">i", length)
    if size < 0:
        continue  # no value: a heartbeat, or a deleted key
    value = source.read(size)
    magic, number = struct.unpack(">bi", value[:5])
    if magic != 0:
        sys.exit("not in Confluent's wire format")
    record = reader(number).read(avro.io.BinaryDecoder(io.BytesIO(value[5:])))
    print(json.dumps(record, default=str, ensure_ascii=False), flush=True)
