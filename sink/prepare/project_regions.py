"""Makes the console's map of Ukraine out of outlines in longitude and latitude.

python3 project_regions.py ukraine-regions.geojson ukraine-regions.csv > ../src/main/resources/dzvin/sink/console/regions-ua.js

Input: OpenStreetMap's regions as GeoJSON with the property `iso`, and a table with `iso,point_lat,point_lon`.
Projection: Albers' equal-area conic, so that a large region does not look larger than it is.
"""

import csv
import json
import math
import sys

WIDTH = 1000
STANDARD_PARALLELS = (math.radians(46), math.radians(51))
CENTRE = (math.radians(31.5), math.radians(48.5))


def albers(longitude, latitude):
    first, second = STANDARD_PARALLELS
    n = (math.sin(first) + math.sin(second)) / 2
    c = math.cos(first) ** 2 + 2 * n * math.sin(first)

    def radius(phi):
        return math.sqrt(c - 2 * n * math.sin(phi)) / n

    theta = n * (math.radians(longitude) - CENTRE[0])
    rho = radius(math.radians(latitude))
    return rho * math.sin(theta), rho * math.cos(theta) - radius(CENTRE[1])


def rings(geometry):
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    for polygon in polygons:
        yield from polygon


def main(outlines, table):
    with open(outlines, encoding="utf-8") as file:
        features = json.load(file)["features"]
    points = [albers(*point) for feature in features for ring in rings(feature["geometry"]) for point in ring]
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    scale = WIDTH / (right - left)

    def place(longitude, latitude):
        x, y = albers(longitude, latitude)
        return round((x - left) * scale, 1), round((y - top) * scale, 1)

    def path(geometry):
        parts = []
        for ring in rings(geometry):
            spots = [place(*point) for point in ring[:-1]]
            parts.append("M" + "L".join(f"{x:g} {y:g}" for x, y in spots) + "Z")
        return "".join(parts)

    with open(table, encoding="utf-8") as file:
        labels = {row["iso"]: place(float(row["point_lon"]), float(row["point_lat"])) for row in csv.DictReader(file)}
    print("// Made by sink/prepare/project_regions.py. © OpenStreetMap contributors, Open Database License 1.0.")
    print(f"export const size = [{WIDTH}, {math.ceil((bottom - top) * scale)}];")
    print("// Cities with a region of their own come last, so that they lie on top of the region around them.")
    print("export const regions = [")
    for feature in sorted(features, key=lambda one: (one["properties"]["iso"] in ("UA-30", "UA-40"), one["properties"]["iso"])):
        iso = feature["properties"]["iso"]
        x, y = labels[iso]
        print(f'  {{code: "{iso}", x: {x:g}, y: {y:g}, path: "{path(feature["geometry"])}"}},')
    print("];")


if __name__ == "__main__":
    main(*sys.argv[1:])
