// Regions coloured by reports against expected: outlines for Ukraine, equal tiles for the United States.
import {h, svg} from "./dom.js";
import {word} from "./words.js";
import {lift, rate, rough, times, whole} from "./format.js";
import {region, shortRegion} from "./labels.js";
import * as ua from "./regions-ua.js";
import * as us from "./regions-us.js";

// Where each shade begins; below the first is "as usual".
const BOUNDS = [1.5, 3, 6, 12];
const TILE = 64;

// The capital lies inside its oblast, and so would its figure.
const ASIDE = {"UA-30": [-14, -14], "UA-32": [-26, 40]};

export function map(campaign) {
  if (!campaign.regions.length) {
    return h("p", {class: "empty"}, word("noRegions"));
  }
  const byCode = new Map(campaign.regions.map(each => [each.code, each]));
  const drawn = pictures(byCode);
  return h("figure", {class: "map"}, drawn, drawn.length ? legend() : null, table(campaign.regions, !drawn.length),
      drawn.some(each => each.classList.contains("ukraine")) ? source() : null);
}

function pictures(byCode) {
  const has = country => [...byCode.keys()].some(code => code.startsWith(country));
  return [has("UA-") ? ukraine(byCode) : null, has("US-") ? states(byCode) : null].filter(Boolean);
}

function ukraine(byCode) {
  return svg("svg", {class: "ukraine", viewBox: `-4 -4 ${ua.size[0] + 8} ${ua.size[1] + 8}`, role: "img", "aria-label": spoken(byCode)},
      ua.regions.map(each => svg("path", {class: shade(byCode.get(each.code)), d: each.path}, tip(each.code, byCode))),
      ua.regions.filter(each => byCode.has(each.code)).map(each =>
          svg("text", {x: each.x + (ASIDE[each.code]?.[0] ?? 0), y: each.y + 8 + (ASIDE[each.code]?.[1] ?? 0), "text-anchor": "middle", class: `label ${shade(byCode.get(each.code))}`}, whole(byCode.get(each.code).reports))));
}

function states(byCode) {
  return svg("svg", {class: "states", viewBox: `0 0 ${us.columns * TILE} ${us.rows * TILE}`, role: "img", "aria-label": spoken(byCode)},
      us.tiles.map(tile => svg("g", {transform: `translate(${tile.column * TILE} ${tile.row * TILE})`},
          svg("rect", {class: shade(byCode.get(tile.code)), width: TILE - 4, height: TILE - 4, rx: 5}, tip(tile.code, byCode)),
          svg("text", {x: (TILE - 4) / 2, y: 26, "text-anchor": "middle", class: `label ${shade(byCode.get(tile.code))}`}, tile.state),
          byCode.has(tile.code) ? svg("text", {x: (TILE - 4) / 2, y: 46, "text-anchor": "middle", class: `label small ${shade(byCode.get(tile.code))}`}, whole(byCode.get(tile.code).reports)) : null)));
}

function shade(count) {
  if (!count || count.reports === 0) {
    return "shade-none";
  }
  return `shade-${BOUNDS.filter(bound => lift(count.reports, count.expected) >= bound).length}`;
}

function tip(code, byCode) {
  const count = byCode.get(code);
  const facts = count ? `${whole(count.reports)} (${word("againstExpected", rough(count.expected ?? 0))})` : word("noReports");
  return svg("title", {}, `${region(code)}: ${facts}`);
}

function spoken(byCode) {
  return `${word("map")}: ${[...byCode.values()].slice(0, 5).map(each => `${shortRegion(each.code)} ${whole(each.reports)}`).join(", ")}`;
}

function legend() {
  const texts = [`< ${times(BOUNDS[0])}`, ...BOUNDS.map((bound, index) => BOUNDS[index + 1] ? `${times(bound)}–${rough(BOUNDS[index + 1])}` : `≥ ${times(bound)}`)];
  return h("figcaption", {class: "legend"}, h("span", {}, word("mapLegend")),
      h("span", {class: "swatch shade-none"}, word("noReports")), texts.map((text, index) => h("span", {class: `swatch shade-${index}`}, text)));
}

function table(regions, open) {
  // A rate by inhabitants, where the policy states how many there are.
  const rated = regions.some(each => each.perHundredThousand != null);
  const heads = [word("region"), word("reports"), word("expected"), word("ratio"), ...(rated ? [word("perHundredThousand")] : [])];
  return h("details", {class: "as-table", open}, h("summary", {}, word("asTable")),
      h("div", {class: "scroll", tabindex: "0"}, h("table", {},
          h("thead", {}, h("tr", {}, heads.map(text => h("th", {scope: "col"}, text)))),
          h("tbody", {}, regions.map(each => h("tr", {}, h("th", {scope: "row"}, region(each.code)),
              h("td", {class: "n"}, whole(each.reports)), h("td", {class: "n"}, rough(each.expected ?? 0)),
              h("td", {class: "n"}, times(lift(each.reports, each.expected))),
              rated ? h("td", {class: "n"}, each.perHundredThousand == null ? "" : rate(each.perHundredThousand)) : null))))));
}

function source() {
  return h("p", {class: "source"}, word("mapNote"),
      h("a", {href: "https://www.openstreetmap.org/copyright", rel: "noreferrer", target: "_blank"}, word("mapSource")));
}
