// Replays: the form that begins one, and the band that keeps anybody from taking one for live.
import {byId, h} from "./dom.js";
import {language, word} from "./words.js";
import {time, whole} from "./format.js";
import * as data from "./data.js";

const PAUSE = 1000;
const SPEEDS = {max: "speedMax", 60: "speedMinute", 3600: "speedHour", 86400: "speedDay"};

let shown = null;
let policies = [];

export const replaying = data.replay !== null;

// Looks at the replay until it has ended.
export async function watch(problem) {
  if (!replaying) {
    return;
  }
  document.body.classList.add("replaying");
  try {
    shown = await data.replayed();
    render();
  } catch (trouble) {
    if (trouble instanceof data.NotThere) {
      shown = {state: "GONE", runs: []};
      render();
      return;
    }
    problem(trouble);
  }
  if (shown === null || shown.state === "RUNNING") {
    setTimeout(() => watch(problem), PAUSE);
  }
}

export function render() {
  byId("replay-open").hidden = replaying || !policies.length;
  byId("replay-band").hidden = !replaying || shown === null;
  if (replaying && shown !== null) {
    byId("replay-band").replaceChildren(...band());
  }
  if (policies.length) {
    renderChoices();
  }
}

// Whether history can be replayed from here, and by which policies.
export async function offer(can) {
  policies = can && !replaying ? (await data.replays()).policies : [];
  render();
}

export function listen() {
  byId("replay-open").addEventListener("click", () => byId("replay-form").showModal());
  byId("replay-cancel").addEventListener("click", () => byId("replay-form").close());
  byId("replay-begin").addEventListener("click", begin);
}

async function begin() {
  const told = id => byId(id).value;
  const moment = id => told(id) ? new Date(told(id)).toISOString() : null;
  const speed = told("replay-speed");
  const wish = {since: moment("replay-since"), until: moment("replay-until"),
    policies: [told("replay-policy"), told("replay-other")].filter(Boolean), speed: speed === "max" ? "max" : Number(speed)};
  const answer = await data.startReplay(wish);
  if (answer.problem) {
    byId("replay-trouble").textContent = answer.problem;
  } else {
    location.assign(address(answer.replay.id, 0));
  }
}

function band() {
  const stop = shown.state === "RUNNING"
      ? h("button", {type: "button", class: "quiet", id: "replay-stop", onclick: () => data.stopReplay()}, word("replayStop")) : null;
  return [
    h("p", {class: "replay-what"}, h("strong", {}, word("replayMark")), " ", sentence()),
    h("div", {class: "replay-doing"}, stop, h("a", {href: "/", id: "replay-leave"}, word("replayLeave"))),
    shown.runs.length > 1 ? comparison() : null,
  ].filter(Boolean);
}

function sentence() {
  const reached = shown.at ? word("replayReached", time(shown.at), whole(shown.reports)) : "";
  const problem = shown.problem ? ` ${shown.problem}` : "";
  return `${word(`replay${shown.state}`)}. ${reached}${problem}`;
}

// Two policies on one history, side by side; each name leads to what that policy made of it.
function comparison() {
  const head = ["replayPolicy", "campaigns", "history", "replayFirstRaised", "replayFirstMass"];
  return h("table", {class: "compare"},
      h("thead", {}, h("tr", {}, head.map(each => h("th", {scope: "col"}, word(each))))),
      h("tbody", {}, shown.runs.map((run, index) => h("tr", {class: index === data.run ? "chosen" : ""},
          h("th", {scope: "row"}, h("a", {href: address(data.replay, index), "aria-current": index === data.run ? "page" : null}, run.policy)),
          h("td", {}, whole(run.campaigns)), h("td", {}, whole(run.alerts)),
          h("td", {}, run.firstRaised ? time(run.firstRaised) : "—"), h("td", {}, run.firstMass ? time(run.firstMass) : "—")))));
}

const address = (id, run) => `/?${new URLSearchParams({replay: id, run})}`;

function renderChoices() {
  choices("replay-policy", policies.map(name => [name, name]));
  choices("replay-other", [["", word("replayNoOther")], ...policies.map(name => [name, name])]);
  choices("replay-speed", Object.entries(SPEEDS).sort(([one]) => one === "max" ? -1 : 1).map(([value, key]) => [value, word(key)]));
}

function choices(id, options) {
  const chosen = byId(id).value;
  if (byId(id).dataset.spoken === language()) {
    return;
  }
  byId(id).dataset.spoken = language();
  byId(id).replaceChildren(...options.map(([value, text]) => h("option", {value}, text)));
  byId(id).value = options.some(([value]) => value === chosen) ? chosen : options[0][0];
}
