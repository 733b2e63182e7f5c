// Campaigns by stage, the gravest first.
import {h} from "./dom.js";
import {count, word} from "./words.js";
import {whole, lift, rough, times} from "./format.js";
import {feature, shortRegion} from "./labels.js";

export const STAGES = ["MASS", "SPREADING", "EMERGING", "SUBSIDING", "UNKNOWN", "ENDED"];

export const gravest = campaigns => sorted(campaigns).find(campaign => campaign.stage !== "ENDED");

export function title(campaign) {
  const said = campaign.features.slice(0, 2).map(each => feature(each.code));
  if (said.length) {
    return said.join(" · ");
  }
  return campaign.regions.length ? campaign.regions.slice(0, 2).map(each => shortRegion(each.code)).join(" · ") : word("untitled");
}

export const badge = stage => h("span", {class: `badge stage-${stage}`}, h("i", {"aria-hidden": "true"}), word(stage));

export function list(campaigns, selected, select) {
  const shown = sorted(campaigns);
  const running = shown.filter(campaign => campaign.stage !== "ENDED");
  const ended = shown.filter(campaign => campaign.stage === "ENDED");
  const chosenEnded = ended.some(campaign => campaign.id === selected);
  return [
    h("h2", {}, word("campaigns"), h("span", {class: "tally"}, whole(running.length))),
    running.length ? null : calm(ended.length > 0),
    ...STAGES.map(stage => group(stage, running, selected, select)),
    ended.length && h("details", {class: "group", open: chosenEnded},
        h("summary", {}, word("ended"), h("span", {class: "tally"}, whole(ended.length))),
        ended.map(campaign => card(campaign, selected, select))),
  ].filter(Boolean);
}

function calm(wasSomething) {
  return h("p", {class: "calm-note"}, word(wasSomething ? "calmBefore" : "calm"));
}

function group(stage, campaigns, selected, select) {
  const members = campaigns.filter(campaign => campaign.stage === stage);
  return members.length
      ? h("section", {class: "group"}, h("h3", {}, word(stage), h("span", {class: "tally"}, whole(members.length))),
          members.map(campaign => card(campaign, selected, select)))
      : null;
}

function card(campaign, selected, select) {
  return h("button", {
    type: "button", class: `card stage-${campaign.stage}`, "data-id": campaign.id,
    "aria-current": campaign.id === selected ? "true" : null, onclick: () => select(campaign.id),
  },
  h("span", {class: "card-top"}, badge(campaign.stage), h("span", {class: "lift"}, times(lift(campaign.reports, campaign.expected)))),
  h("strong", {}, title(campaign)),
  h("span", {class: "card-facts"},
      `${count("reportsCount", campaign.reports, whole)} (${word("againstExpected", rough(campaign.expected ?? 0))}) · ${count("regionsCount", campaign.regions.length, whole)}`));
}

function sorted(campaigns) {
  return [...campaigns].filter(campaign => !campaign.mergedInto).sort((one, other) =>
      STAGES.indexOf(one.stage) - STAGES.indexOf(other.stage) || other.reports - one.reports || (one.id < other.id ? -1 : 1));
}
