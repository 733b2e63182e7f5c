// What codes of features and regions are called in front of people.
import {language} from "./words.js";

let names = {features: {}, regions: {}};

export async function load() {
  const answer = await fetch("/console/names.json");
  if (answer.ok) {
    names = await answer.json();
  }
}

export const feature = code => names.features[code]?.[language()] ?? code;

export const region = code => names.regions[code]?.[language()] ?? code;

// For crowded places: "Одеська", "Odesa".
export const shortRegion = code => region(code).replace(/ (область|Oblast)$/, "").replace("Автономна Республіка ", "АР ")
    .replace("Autonomous Republic of ", "AR ");
