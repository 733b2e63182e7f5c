// Early signs: alerts that came before their bucket had closed. Each goes when a final alert takes its place, or when it says itself
// what came of it.
import {h} from "./dom.js";
import {language, word} from "./words.js";
import {time} from "./format.js";

const signs = new Map();

export function load(alerts) {
  signs.clear();
  [...alerts].reverse().forEach(take);
}

// Whether the alert tells something that nobody was told before.
export function take(alert) {
  const told = (alert.supersedes ?? []).filter(id => signs.delete(id));
  if (alert.early && alert.revision === 1) {
    signs.set(alert.id, alert);
  } else {
    signs.delete(alert.id);
  }
  return told.length === 0;
}

export function render(place) {
  place.hidden = signs.size === 0;
  place.replaceChildren(...[...signs.values()].map(sign => h("p", {},
      h("span", {class: "tag"}, word("early")), " ",
      h("time", {datetime: sign.at}, time(sign.at)), " ",
      sign.summary[language()] || sign.summary.en)));
}
