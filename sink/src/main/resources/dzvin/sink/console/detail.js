// One campaign: what it is in a sentence, how large, since when, where, with which words, and what rang.
import {h} from "./dom.js";
import {base} from "./data.js";
import {count, language, word} from "./words.js";
import {duration, lift, masked, rough, span, time, times, whole} from "./format.js";
import {feature, shortRegion} from "./labels.js";
import {badge, title} from "./list.js";
import {timeline} from "./timeline.js";
import {map} from "./map.js";

const HOUR = 3_600_000;
const SHOWN_REGIONS = 2;

export function detail(campaign, select) {
  return [
    hero(campaign, select),
    facts(campaign),
    panel("timeline", timeline(campaign), "wide"),
    h("div", {class: "column"}, panel("map", map(campaign))),
    h("div", {class: "column"}, panel("features", features(campaign)),
        campaign.families.length ? panel("families", families(campaign)) : null, panel("leading", numbers(campaign))),
    panel("history", history(campaign), "wide"),
  ];
}

export function calm(campaignsEnded) {
  return [h("div", {class: "calm"}, h("div", {class: "calm-mark", "aria-hidden": "true"}, "✓"), h("h2", {}, word("calm")),
      h("p", {}, campaignsEnded ? word("calmBefore") : word("calmWhy")))];
}

export const notice = text => [h("p", {class: "empty"}, text)];

function hero(campaign, select) {
  return h("header", {class: `hero stage-${campaign.stage}`},
      h("div", {class: "hero-top"}, badge(campaign.stage), h("span", {class: "hero-since"}, word("stageSince", time(campaign.stageSince))),
          h("a", {class: "download", href: `${base}/campaigns/${encodeURIComponent(campaign.id)}`, download: `dzvin-campaign-${campaign.id}.json`}, word("download"))),
      h("h2", {}, campaign.stage === "MASS" ? `${word("massNow")}: ${title(campaign)}` : title(campaign)),
      h("p", {class: "sentence"}, campaign.summary[language()] || campaign.summary.en),
      campaign.broadcast ? h("p", {class: "remark"}, word("broadcast")) : null,
      campaign.calledLongAgo >= 0.3 ? h("p", {class: "remark"}, word("oldCalls", `${whole(campaign.calledLongAgo * 100)} %`)) : null,
      kin("mergedInto", campaign.mergedInto), kin("splitFrom", campaign.splitFrom));
}

function kin(relation, other) {
  return other ? h("p", {class: "remark"}, `${word(relation)}. `,
      h("button", {type: "button", class: "link", onclick: () => select(other)}, word("goThere"))) : null;
}

function facts(campaign) {
  const length = duration(Date.parse(campaign.window.to) - Date.parse(campaign.window.from));
  const leaders = campaign.regions.slice(0, SHOWN_REGIONS).map(each => shortRegion(each.code)).join(", ");
  return h("dl", {class: "facts"},
      fact("reports", whole(campaign.reports), [`${word("againstExpected", rough(campaign.expected ?? 0))} · ${word("window", length)}`,
          campaign.totalReports > campaign.reports ? word("total", whole(campaign.totalReports)) : null], times(lift(campaign.reports, campaign.expected))),
      fact("people", whole(campaign.people), [word("peopleNote")]),
      fact("numbers", whole(campaign.numbers), [word("withheld", whole(campaign.withheld))]),
      fact("regions", whole(campaign.regions.length), leaders ? [word("ofAll", leaders)] : []),
      fact("since", time(campaign.onset.at), [word("between", span(campaign.onset.from, campaign.onset.to))]),
      growth(campaign.doublingHours));
}

function growth(hours) {
  if (!hours) {
    return fact("doubling", "—", [word("notGrowing")]);
  }
  const range = word("doublingRange", duration(hours.low * HOUR), duration(hours.high * HOUR));
  return fact("doubling", duration(hours.value * HOUR), [range]);
}

function fact(name, value, notes, mark) {
  return h("div", {class: "fact"}, h("dt", {}, word(name)), h("dd", {class: "value"}, value, mark ? h("span", {class: "mark"}, mark) : null),
      notes.filter(Boolean).map(note => h("dd", {class: "note"}, note)));
}

function panel(name, body, kind = "") {
  return h("section", {class: `panel ${kind}`, "aria-label": word(name)}, h("h3", {}, word(name)), body);
}

function features(campaign) {
  if (!campaign.features.length) {
    return h("p", {class: "empty"}, word("noFeatures"));
  }
  return [bars(campaign.features, campaign.reports, feature), h("p", {class: "source"}, word("featuresNote"))];
}

const families = campaign => bars(campaign.families, campaign.reports, code => word("family", code));

function bars(counts, of, name) {
  return h("ul", {class: "bars"}, counts.map(each => {
    const share = Math.min(1, each.reports / Math.max(1, of));
    const bar = h("span", {class: "share", "aria-hidden": "true"});
    bar.style.width = `${(share * 100).toFixed(1)}%`;
    return h("li", {}, h("span", {class: "bar-name"}, name(each.code)), h("span", {class: "bar-count"}, `${whole(share * 100)} % · ${whole(each.reports)}`),
        h("span", {class: "track"}, bar));
  }));
}

function numbers(campaign) {
  const note = h("p", {class: "warning"}, word("leadingNote"));
  if (!campaign.leadingNumbers.length) {
    return [h("p", {class: "empty"}, word("noNumbers")), note];
  }
  return [h("ul", {class: "numbers"}, campaign.leadingNumbers.map(each =>
      h("li", {}, h("code", {}, masked(each.number)), h("span", {}, count("reportsCount", each.reports, whole))))), note];
}

function history(campaign) {
  if (!campaign.alerts.length) {
    return h("p", {class: "empty"}, word("noHistory"));
  }
  return h("ol", {class: "history"}, campaign.alerts.map(alert => h("li", {class: `stage-${alert.stage}`},
      h("time", {datetime: alert.at}, time(alert.at)),
      h("div", {}, h("p", {class: "history-top"}, h("strong", {}, word(alert.kind)), badge(alert.stage), alert.early ? h("span", {class: "tag"}, word("early")) : null),
          h("p", {}, alert.summary[language()] || alert.summary.en)))));
}
