import {words} from "/form-words.js";

const at = id => document.getElementById(id);
const form = at("report"), outcome = at("outcome");
const fields = ["number", "region", "calledAt", "features", "text", "language", "reporter", "source", "key"];
let choices = {regions: [], features: [], languages: [], keyIsNeeded: false, profile: "ua"};
let language = "uk";
let id = newId();
let sent = 0;
let busy = false;
let showAgain = () => {};

/** randomUUID exists on https and localhost only; desks also sit on plain http in their own network. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Storage can be switched off in a browser; the form works without. */
function remember(store, name, value) {
  try { store.setItem(name, value); } catch { /* then it is typed again */ }
}
function recall(store, name) {
  try { return store.getItem(name) ?? ""; } catch { return ""; }
}

function element(tag, text = "", properties = {}) {
  return Object.assign(document.createElement(tag), {textContent: text}, properties);
}

function speak(chosen) {
  language = chosen;
  document.documentElement.lang = chosen;
  document.title = words[chosen].title;
  document.querySelectorAll("[data-t]").forEach(node => { node.textContent = words[chosen][node.dataset.t]; });
  for (const other of ["uk", "en"]) at("language-" + other).setAttribute("aria-pressed", String(other === chosen));
  fillSelect(at("region"), choices.regions.map(region => [region.code, region[chosen]])
    .sort((a, b) => a[1].localeCompare(b[1], chosen)), words[chosen].notKnown);
  fillSelect(at("language"), choices.languages.map(code => [code, words[chosen][code]]), words[chosen].other);
  choices.features.forEach(feature => {
    const label = document.querySelector(`#features input[value="${CSS.escape(feature.code)}"] + span`);
    if (label) label.textContent = feature[chosen];
  });
  showTally();
  showAgain();
}

function fillSelect(select, options, emptyName) {
  const chosen = select.value;
  select.replaceChildren(new Option(emptyName, ""), ...options.map(([value, name]) => new Option(name, value)));
  select.value = chosen;
}

function offerFeatures() {
  at("features").replaceChildren(...choices.features.map(feature => {
    const label = element("label", "", {className: "check"});
    label.append(element("input", "", {type: "checkbox", value: feature.code, name: "feature"}), element("span", feature.uk));
    return label;
  }));
}

function withOffset(local) {
  const time = new Date(local);
  if (!local || Number.isNaN(time.getTime())) return "";
  const minutes = -time.getTimezoneOffset(), size = Math.abs(minutes);
  const two = n => String(n).padStart(2, "0");
  return `${local.slice(0, 16)}:00${minutes < 0 ? "-" : "+"}${two(Math.trunc(size / 60))}:${two(size % 60)}`;
}

function setToNow() {
  const now = new Date();
  at("calledAt").value = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

function report() {
  const told = {id, channel: "form"};
  for (const name of ["number", "region", "text", "language", "reporter", "source"]) {
    const value = at(name).value.trim();
    if (value) told[name] = value;
  }
  if (at("withheld").checked) told.number = null;
  const calledAt = withOffset(at("calledAt").value);
  if (calledAt) told.calledAt = calledAt;
  const features = [...document.querySelectorAll("#features input:checked")].map(box => box.value);
  if (features.length) told.features = features;
  return told;
}

const saysSomething = told => ["number", "region", "text", "features"].some(name => name in told);

async function send() {
  const told = report();
  if (busy) return;
  clearErrors();
  if (!saysSomething(told)) return show(() => refuse(words[language].rejected, [["number", words[language].nothing]]));
  setBusy(true);
  try {
    const headers = {"Content-Type": "application/json"};
    if (choices.keyIsNeeded) headers["X-API-Key"] = at("key").value.trim();
    const answer = await fetch("/v1/reports", {method: "POST", headers, body: JSON.stringify(told), credentials: "omit"});
    const content = await answer.json();
    if (answer.status === 202) showResult(content.results[0]); else show(() => refuseAll(content));
  } catch {
    show(() => refuse(words[language].failed, [["", words[language].unreachable]]));
  } finally {
    setBusy(false);
  }
}

function setBusy(value) {
  busy = value;
  at("send").disabled = value;
  at("send").textContent = words[language][value ? "sending" : "send"];
}

function showResult(result) {
  if (result.status === "rejected") {
    show(() => refuse(words[language].rejected, [[result.field ?? "", sentence(result)]], words[language].fix));
    return;
  }
  if (choices.keyIsNeeded) remember(sessionStorage, "dzvin-key", at("key").value.trim());
  remember(localStorage, "dzvin-source", at("source").value.trim());
  sent += result.status === "accepted" ? 1 : 0;
  startOver();
  show(() => celebrate(result));
}

/** In the operator's language if there are words for it, and the server's own sentence in any case. */
function sentence(rejection) {
  const known = words[language].reasons[rejection.reason];
  return language === "en" ? rejection.detail : known ? `${known} (${rejection.detail})` : rejection.detail;
}

function show(draw) {
  showAgain = () => { clearErrors(); draw(); };
  draw();
  outcome.hidden = false;
  outcome.focus();
  outcome.scrollIntoView({block: "nearest"});
}

function celebrate(result) {
  const text = words[language], notes = result.setAside ?? [];
  const line = element("p", text[result.status + "More"] + " ");
  line.append(element("code", result.id));
  outcome.className = "panel " + (result.status === "accepted" && !notes.length ? "good" : "warn");
  outcome.replaceChildren(element("h2", text[result.status]), line);
  if (notes.length) {
    const list = element("ul");
    list.append(...notes.map(note => element("li", `${text[note.field] ?? note.field}: ${sentence(note)}`)));
    outcome.append(element("p", text.setAside), list);
  }
  showTally();
}

function refuseAll(problem) {
  const text = words[language];
  const said = text.problems[problem.reason] ?? `${text.problem} ${problem.detail ?? ""}`;
  refuse(text.failed, [[problem.reason === "unauthorised" ? "key" : "", said]]);
}

/** Says what is wrong above the form, and again beside each field at fault. */
function refuse(heading, faults, advice = "") {
  const list = element("ul");
  for (const [field, said] of faults) {
    const item = element("li");
    if (fields.includes(field)) {
      item.append(element("a", said, {href: "#" + field}));
      mark(field, said);
    } else {
      item.textContent = said;
    }
    list.append(item);
  }
  outcome.className = "panel bad";
  outcome.replaceChildren(element("h2", heading), list);
  if (advice) outcome.append(element("p", advice));
}

function mark(field, said) {
  at(field).setAttribute("aria-invalid", "true");
  Object.assign(at(field + "-error"), {textContent: said, hidden: false});
}

function clearErrors() {
  for (const field of fields) {
    at(field).removeAttribute("aria-invalid");
    at(field + "-error").hidden = true;
  }
}

function showTally() {
  at("tally").hidden = sent === 0;
  at("tally").textContent = words[language].tally(sent);
}

/** A new call has a new id; while one is not accepted it keeps its own, so that sending it twice counts once. */
function startOver() {
  const source = at("source").value, key = at("key").value;
  form.reset();
  at("source").value = source;
  at("key").value = key;
  id = newId();
}

function clear(event) {
  event.preventDefault();
  outcome.hidden = true;
  showAgain = () => {};
  clearErrors();
  startOver();
  at("number").focus();
}

form.addEventListener("submit", event => { event.preventDefault(); send(); });
at("clear").addEventListener("click", clear);
at("now").addEventListener("click", setToNow);
at("withheld").addEventListener("change", () => { at("number").disabled = at("withheld").checked; });
form.addEventListener("reset", () => { at("number").disabled = false; });
document.addEventListener("keydown", event => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send(); }
});
outcome.addEventListener("click", event => {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  event.preventDefault();
  const field = at(link.getAttribute("href").slice(1));
  (field.matches("input, select, textarea") ? field : field.querySelector("input")).focus();
});
for (const chosen of ["uk", "en"]) {
  at("language-" + chosen).addEventListener("click", () => { remember(localStorage, "dzvin-language", chosen); speak(chosen); });
}

choices = await (await fetch("/form-choices.json")).json();
offerFeatures();
at("key-field").hidden = !choices.keyIsNeeded;
at("key").value = choices.keyIsNeeded ? recall(sessionStorage, "dzvin-key") : "";
at("source").value = recall(localStorage, "dzvin-source");
speak(recall(localStorage, "dzvin-language") || (choices.languages[0] === "uk" ? "uk" : "en"));
document.body.dataset.ready = "true";
