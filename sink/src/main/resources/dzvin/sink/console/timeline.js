// Observed against expected, with the onset and the changes of stage.
import {h, svg} from "./dom.js";
import {word} from "./words.js";
import {day, hour, rough, time, whole} from "./format.js";

const WIDTH = 900;
const HEIGHT = 280;
const LEFT = 46;
const RIGHT = 12;
const TOP = 52;
const BOTTOM = 34;
const HOUR = 3_600_000;

export function timeline(campaign) {
  if (!campaign.series.length) {
    return h("p", {class: "empty"}, word("noSeries"));
  }
  const points = campaign.series.map(point => ({...point, from: Date.parse(point.at)}));
  const step = Math.min(...points.slice(1).map((point, index) => point.from - points[index].from), HOUR);
  const scale = scaleOf(points, step);
  return h("figure", {class: "timeline"}, legend(), picture(campaign, points, step, scale), table(points));
}

function scaleOf(points, step) {
  const start = points[0].from;
  const end = points.at(-1).from + step;
  const highest = Math.max(4, ...points.map(point => Math.max(point.reports, point.expected ?? 0)));
  return {
    start, end, highest,
    x: at => LEFT + (at - start) / (end - start) * (WIDTH - LEFT - RIGHT),
    y: value => HEIGHT - BOTTOM - value / highest * (HEIGHT - TOP - BOTTOM),
  };
}

function picture(campaign, points, step, scale) {
  const most = points.reduce((one, other) => other.reports > one.reports ? other : one);
  const label = `${word("timeline")}: ${time(points[0].from)} – ${time(scale.end)}; ${word("observed")}, max ${whole(most.reports)}, ${time(most.from)}`;
  return svg("svg", {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label},
      grid(scale), onset(campaign.onset, scale), points.map(point => bar(point, step, scale)), expected(points, step, scale),
      days(scale), changes(campaign, scale));
}

function bar(point, step, scale) {
  const gap = Math.min(1.5, (scale.x(point.from + step) - scale.x(point.from)) / 5);
  const surge = point.reports > 2 * Math.max(point.expected ?? 0, 0.5);
  return svg("rect", {
    class: surge ? "bar surge" : "bar", x: scale.x(point.from), y: scale.y(point.reports),
    width: Math.max(0.8, scale.x(point.from + step) - scale.x(point.from) - gap), height: HEIGHT - BOTTOM - scale.y(point.reports),
  }, svg("title", {}, `${time(point.from)}: ${whole(point.reports)} (${word("againstExpected", rough(point.expected ?? 0))})`));
}

function expected(points, step, scale) {
  const spots = points.flatMap(point => [point.from, point.from + step].map(at => `${scale.x(at).toFixed(1)},${scale.y(point.expected ?? 0).toFixed(1)}`));
  return svg("polyline", {class: "expected", points: spots.join(" ")});
}

function onset(onset, scale) {
  const inside = at => Math.min(scale.end, Math.max(scale.start, Date.parse(at)));
  const at = inside(onset.at);
  const nearEnd = scale.x(at) > WIDTH - 120;
  return svg("g", {class: "onset"},
      svg("rect", {x: scale.x(inside(onset.from)), y: TOP, width: Math.max(1, scale.x(inside(onset.to)) - scale.x(inside(onset.from))), height: HEIGHT - TOP - BOTTOM}),
      svg("line", {x1: scale.x(at), x2: scale.x(at), y1: TOP - 4, y2: HEIGHT - BOTTOM}),
      svg("text", {x: scale.x(at) + (nearEnd ? -5 : 5), y: TOP + 10, "text-anchor": nearEnd ? "end" : "start"}, word("onset")));
}

// Stage changes as alerts tell them. Labels that would lie on one another take the second line; where that is taken
// too, the mark stands without its text, those of the gravest stages last.
const GRAVITY = ["MASS", "SPREADING", "EMERGING", "SUBSIDING", "ENDED"];

function changes(campaign, scale) {
  const marks = [...campaign.alerts].reverse().filter(alert => alert.stage !== alert.previousStage).map(alert => {
    const x = scale.x(Math.min(scale.end, Math.max(scale.start, Date.parse(alert.at))));
    const width = word(alert.stage).length * 7.5 + 14;
    return {alert, x, width, start: Math.min(x, WIDTH - RIGHT - width)};
  });
  const rows = labelRows(marks);
  return marks.map(mark => svg("g", {class: `change stage-${mark.alert.stage}`},
      svg("line", {x1: mark.x, x2: mark.x, y1: 42, y2: HEIGHT - BOTTOM}),
      svg("path", {d: `M${mark.x - 5} 38h10l-5 7z`}),
      rows.has(mark) ? svg("text", {x: mark.start, y: rows.get(mark) === 0 ? 13 : 31}, word(mark.alert.stage)) : null,
      svg("title", {}, `${word(mark.alert.stage)}, ${time(mark.alert.at)}`)));
}

function labelRows(marks) {
  const rows = new Map();
  const gravest = mark => GRAVITY.indexOf(mark.alert.stage);
  for (const mark of [...marks].sort((one, other) => gravest(one) - gravest(other))) {
    const isFree = row => [...rows].every(([other, taken]) =>
        taken !== row || mark.start >= other.start + other.width || other.start >= mark.start + mark.width);
    const row = [0, 1].find(isFree);
    if (row !== undefined) {
      rows.set(mark, row);
    }
  }
  return rows;
}

function grid(scale) {
  const step = niceStep(scale.highest / 4);
  const lines = [];
  for (let value = 0; value <= scale.highest; value += step) {
    lines.push(svg("line", {class: "grid", x1: LEFT, x2: WIDTH - RIGHT, y1: scale.y(value), y2: scale.y(value)}),
        svg("text", {class: "axis", x: LEFT - 6, y: scale.y(value) + 4, "text-anchor": "end"}, whole(value)));
  }
  return lines;
}

function days(scale) {
  const hours = (scale.end - scale.start) / HOUR;
  const every = [1, 2, 3, 6, 12, 24, 48, 168, 336].find(each => hours / each <= 10) ?? 720;
  const first = new Date(scale.start);
  first.setHours(every >= 24 ? 0 : Math.ceil(first.getHours() / every) * every, 0, 0, 0);
  const marks = [];
  for (let at = first.getTime(); at <= scale.end; at += every * HOUR) {
    const text = every >= 24 || new Date(at).getHours() === 0 ? day(at) : hour(at);
    if (at >= scale.start && scale.x(at) < WIDTH - 24) {
      marks.push(svg("line", {class: "tick", x1: scale.x(at), x2: scale.x(at), y1: HEIGHT - BOTTOM, y2: HEIGHT - BOTTOM + 5}),
          svg("text", {class: "axis", x: scale.x(at), y: HEIGHT - BOTTOM + 20, "text-anchor": "middle"}, text));
    }
  }
  return marks;
}

function niceStep(wanted) {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, wanted)));
  return [1, 2, 5, 10].map(factor => factor * power).find(step => step >= wanted) ?? 1;
}

function legend() {
  return h("figcaption", {class: "legend"},
      h("span", {class: "key key-bar"}, word("observed")), h("span", {class: "key key-line"}, word("expected")), h("span", {class: "key key-onset"}, word("onset")));
}

function table(points) {
  return h("details", {class: "as-table"}, h("summary", {}, word("asTable")),
      h("div", {class: "scroll", tabindex: "0"}, h("table", {},
          h("thead", {}, h("tr", {}, [word("at"), word("observed"), word("expected")].map(text => h("th", {scope: "col"}, text)))),
          h("tbody", {}, points.slice().reverse().map(point =>
              h("tr", {}, h("td", {}, time(point.from)), h("td", {class: "n"}, whole(point.reports)), h("td", {class: "n"}, rough(point.expected ?? 0))))))));
}
