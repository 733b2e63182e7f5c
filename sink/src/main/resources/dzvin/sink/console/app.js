// The console: loads what is known, follows what happens, and shows both. The only module that keeps state.
import {byId} from "./dom.js";
import {choose, language, spell, word} from "./words.js";
import {ago, time} from "./format.js";
import * as data from "./data.js";
import * as labels from "./labels.js";
import {follow} from "./live.js";
import {gravest, list, title} from "./list.js";
import {calm, detail, notice} from "./detail.js";
import * as replay from "./replay.js";
import * as early from "./early.js";

const THEME = "dzvin-theme";
const PAUSE = 200;

const state = {campaigns: new Map(), loaded: false, chosen: null, shown: null, status: null, connection: "connecting", lastEvent: null};
let stopFollowing = () => {};
let renderTimer = 0;
let reloadTimer = 0;

async function start() {
  clearTimeout(reloadTimer);
  stopFollowing();
  setConnection("connecting");
  try {
    state.status = await data.status();
    if (!state.status.ready) {
      throw new data.NotReady();
    }
    const page = await data.campaigns();
    state.campaigns = new Map(page.items.map(campaign => [campaign.id, campaign]));
    early.load((await data.alerts()).items);
    state.loaded = true;
    state.lastEvent = state.status.lastEvent;
    trouble(null);
    view("desk");
    await replay.offer(state.status.canReplay);
    stopFollowing = follow(page.position, {event: take, state: setConnection, reload: startIn});
    await refresh();
  } catch (problem) {
    explain(problem);
  }
}

function explain(problem) {
  if (problem instanceof data.NotSignedIn) {
    view("sign-in");
    return;
  }
  setConnection("lost");
  if (replay.replaying && problem instanceof data.NotThere) {
    return;
  }
  trouble(problem instanceof data.NotReady ? "loading" : "broken");
  startIn(problem instanceof data.NotReady ? 1000 : 4000);
}

function startIn(milliseconds) {
  clearTimeout(reloadTimer);
  reloadTimer = setTimeout(start, milliseconds);
}

function take(type, body) {
  if (type === "campaign") {
    state.campaigns.set(body.id, body);
    state.lastEvent = later(state.lastEvent, body.updatedAt);
  } else if (type === "campaign-gone") {
    state.campaigns.delete(body.id);
  } else {
    state.lastEvent = later(state.lastEvent, body.at);
    if (early.take(body)) {
      byId("spoken").textContent = word("spoken", word(body.early ? "early" : body.kind), body.summary[language()] || body.summary.en);
    }
  }
  refreshSoon();
}

// Many events at once, as in a replay, become one picture.
function refreshSoon() {
  if (!renderTimer) {
    renderTimer = setTimeout(() => {
      renderTimer = 0;
      refresh().catch(explain);
    }, PAUSE);
  }
}

async function refresh() {
  const id = selected();
  if (id !== null) {
    try {
      state.shown = await data.campaign(id);
    } catch (problem) {
      if (!(problem instanceof data.NotThere)) {
        throw problem;
      }
      state.shown = null;
    }
  }
  if (id === selected()) {
    render();
  }
}

function selected() {
  return state.chosen ?? gravest(state.campaigns.values())?.id ?? null;
}

function select(id) {
  location.hash = `campaign=${id}`;
}

function readAddress() {
  const match = /^#campaign=(.+)$/.exec(location.hash);
  state.chosen = match ? decodeURIComponent(match[1]) : null;
}

function render() {
  spell(document);
  renderHeader();
  replay.render();
  early.render(byId("early"));
  if (!state.loaded) {
    return;
  }
  const focused = document.activeElement?.dataset?.id;
  byId("list").replaceChildren(...list(state.campaigns.values(), selected(), select));
  if (focused) {
    byId("list").querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  }
  renderDetail();
}

function renderDetail() {
  const open = [...byId("detail").querySelectorAll("details")].map(each => each.open);
  const place = byId("detail");
  if (selected() === null) {
    place.replaceChildren(...calm(state.campaigns.size > 0));
  } else if (state.shown?.id !== selected()) {
    place.replaceChildren(...notice(word("gone")));
  } else {
    place.replaceChildren(...detail(state.shown, select));
    place.querySelectorAll("details").forEach((each, index) => each.open = open[index] ?? each.open);
    // On a narrow screen the time line scrolls; its latest hours are what people look for.
    place.querySelectorAll(".timeline").forEach(each => each.scrollLeft = each.scrollWidth);
  }
}

function renderHeader() {
  const worst = gravest(state.campaigns.values());
  document.title = worst?.stage === "MASS" ? `🔔 ${word("massNow")}: ${title(worst)}` : word("name");
  const pill = byId("connection");
  pill.className = `pill ${state.connection}`;
  pill.textContent = word(replay.replaying && state.connection === "live" ? "replayMark" : state.connection);
  const last = byId("last-event");
  last.textContent = state.lastEvent ? word("lastEvent", ago(state.lastEvent)) : state.loaded ? word("noEvent") : "";
  last.title = state.lastEvent ? time(state.lastEvent) : "";
  const banner = state.status?.banner?.[language()] ?? "";
  byId("banner").textContent = banner;
  byId("banner").hidden = !banner;
  byId("sign-out").hidden = !(state.status?.keysNeeded);
  byId("theme").textContent = word(dark() ? "themeLight" : "themeDark");
  byId("zone").textContent = word("zone", Intl.DateTimeFormat().resolvedOptions().timeZone);
}

function setConnection(connection) {
  if (connection === "live" && state.connection !== "live") {
    trouble(null);
  }
  state.connection = connection;
  renderHeader();
}

function trouble(key) {
  byId("trouble").hidden = key === null;
  byId("trouble").textContent = key === null ? "" : word(key);
}

function view(name) {
  byId("desk").hidden = name !== "desk";
  byId("sign-in").hidden = name !== "sign-in";
  document.body.classList.toggle("outside", name === "sign-in");
  if (name === "sign-in") {
    spell(document);
    byId("key").focus();
  }
}

const later = (one, other) => one === null || other > one ? other : one;

function dark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(THEME, theme);
  } catch {
    // A browser that keeps nothing still switches.
  }
  renderHeader();
}

function listen() {
  document.querySelectorAll("[data-language]").forEach(button => button.addEventListener("click", () => {
    choose(button.dataset.language);
    render();
  }));
  replay.listen();
  byId("all-alerts").href = `${data.base}/alerts?limit=500`;
  byId("theme").addEventListener("click", () => setTheme(dark() ? "light" : "dark"));
  byId("sign-out").addEventListener("click", async () => {
    await data.signOut();
    location.reload();
  });
  byId("sign-in").addEventListener("submit", async event => {
    event.preventDefault();
    const known = await data.signIn(byId("key").value);
    byId("sign-in-trouble").textContent = known ? "" : word("wrongKey");
    if (known) {
      byId("key").value = "";
      start();
    }
  });
  addEventListener("hashchange", () => {
    readAddress();
    refresh().then(() => byId("detail").scrollIntoView({block: "nearest"})).catch(explain);
  });
  setInterval(renderHeader, 15_000);
}

try {
  const theme = localStorage.getItem(THEME);
  if (theme) {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // The system's theme then.
}
spell(document);
listen();
readAddress();
await labels.load().catch(() => {});
await start();
await replay.watch(explain);
