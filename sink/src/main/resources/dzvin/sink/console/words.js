// All that the page itself says, in Ukrainian and English.
const KEPT = "dzvin-language";

const WORDS = {
  uk: {
    name: "Дзвін", tagline: "кампанії дзвінків у повідомленнях громадян", skip: "До кампанії", language: "Мова",
    campaigns: "Кампанії", detail: "Подробиці кампанії", signOut: "Вийти", signIn: "Вхід",
    signInWhy: "Сторінка відкривається ключем, який видав адміністратор.", key: "Ключ", signInDo: "Увійти",
    wrongKey: "Такого ключа немає.", themeDark: "Темна тема", themeLight: "Світла тема",
    live: "Наживо", connecting: "З’єднання…", lost: "Зв’язок втрачено, з’єднуюся знову…", loading: "Читаю кампанії…",
    broken: "Сервер не відповідає. Показано те, що було відомо; спроба триває.",
    lastEvent: "Остання подія: {0}", noEvent: "Подій ще не було", ago: "{0} тому", justNow: "щойно",
    calm: "Зараз спокійно", calmWhy: "Жодної кампанії немає: повідомлень не більше, ніж буває зазвичай. Щойно щось зміниться, воно з’явиться тут саме.",
    calmBefore: "Зараз спокійно: усі кампанії завершено.",
    choose: "Оберіть кампанію зі списку.", ended: "Завершені", untitled: "Кампанія без спільних ознак",
    EMERGING: "Зароджується", SPREADING: "Поширюється", MASS: "Масова", SUBSIDING: "Спадає", ENDED: "Завершена", UNKNOWN: "Невідомо",
    massNow: "Масова кампанія", stageSince: "з {0}",
    broadcast: "Схоже на наслідок оголошення: люди повідомляють звідусіль про все одразу",
    mergedInto: "Злито з іншою кампанією", splitFrom: "Досі її показували як частину іншої кампанії", goThere: "Перейти до неї",
    reports: "Повідомлень", againstExpected: "очікувалося {0}", asUsual: "як зазвичай", window: "за {0}",
    people: "Різних людей", peopleNote: "рахуємо людей, а не повідомлення",
    numbers: "Номерів", withheld: "приховано: {0}", regions: "Областей", ofAll: "найбільше: {0}",
    since: "Почалося", between: "між {0}", doubling: "Подвоюється за", doublingRange: "від {0} до {1}", notGrowing: "не зростає",
    total: "усього від початку: {0}",
    timeline: "Перебіг", observed: "отримано", expected: "очікувалося", onset: "початок", asTable: "Як таблиця",
    at: "Час", noSeries: "Перебіг з’явиться з першою повною годиною.",
    map: "Де", mapLegend: "Повідомлень проти очікуваного", noReports: "немає", region: "Область", ratio: "Відношення", perHundredThousand: "На 100 тис. жителів",
    mapNote: "Малюнок регіонів: ", mapSource: "© OpenStreetMap contributors, ODbL", noRegions: "Області не вказано.",
    features: "Що кажуть", featuresNote: "частка повідомлень із ознакою", noFeatures: "Спільних слів чи ознак не знайдено.",
    leading: "Номери, з яких дзвонили найчастіше",
    leadingNote: "Номери часто підроблені: номер у цьому списку нічого не доводить проти того, кому він належить. Останні чотири цифри приховано.",
    noNumbers: "Жоден номер не виділяється: кожен дзвінок з іншого.",
    families: "Сценарії розмови", family: "Сценарій {0}",
    history: "Сповіщення", noHistory: "Сповіщень ще не було.", early: "раннє",
    RAISED: "Виявлено", ESCALATED: "Посилення", UPDATED: "Уточнення", MERGED: "Злиття", RESOLVED: "Завершення", BROADCAST: "Оголошення",
    download: "Завантажити JSON", downloadAlerts: "Усі сповіщення (JSON)", zone: "Час за поясом {0}",
    evidence: "Сила доказу", oldCalls: "{0} повідомлень — про дзвінки, давніші за добу",
    spoken: "{0}: {1}", gone: "Цієї кампанії вже немає у списку.", more: "ще {0}",
    replayOpen: "Відтворити минуле", replayMark: "ВІДТВОРЕННЯ", replayTitle: "Відтворення минулого",
    replayWhy: "Показує, що і коли задзвонило б. Наживо це нічого не змінює. Перші дні проміжку детектор лише вчиться й не дзвонить.",
    replaySince: "Від (порожньо: від початку)", replayUntil: "До (порожньо: до кінця)", replaySpeed: "Швидкість",
    replayPolicy: "Правила", replayOther: "Порівняти з правилами", replayNoOther: "не порівнювати", replayBegin: "Почати", replayCancel: "Скасувати",
    replayRUNNING: "Минулі повідомлення, не наживо", replayDONE: "Минулі повідомлення, не наживо. Завершено", replaySTOPPED: "Минулі повідомлення, не наживо. Зупинено",
    replayFAILED: "Відтворення не вдалося", replayGONE: "Такого відтворення вже немає", replayReached: "Дійшло до {0}, повідомлень прочитано {1}.",
    replayStop: "Зупинити", replayLeave: "Повернутися наживо", replayFirstRaised: "Перше виявлення", replayFirstMass: "Перша масова",
    speedMax: "найшвидше", speedMinute: "хвилина за секунду", speedHour: "година за секунду", speedDay: "доба за секунду",
    minutes: {one: "{0} хвилина", few: "{0} хвилини", many: "{0} хвилин", other: "{0} хвилини"},
    hours: {one: "{0} година", few: "{0} години", many: "{0} годин", other: "{0} години"},
    days: {one: "{0} день", few: "{0} дні", many: "{0} днів", other: "{0} дня"},
    reportsCount: {one: "{0} повідомлення", few: "{0} повідомлення", many: "{0} повідомлень", other: "{0} повідомлення"},
    regionsCount: {one: "{0} область", few: "{0} області", many: "{0} областей", other: "{0} області"},
    peopleCount: {one: "{0} людина", few: "{0} людини", many: "{0} людей", other: "{0} людини"},
  },
  en: {
    name: "Dzvin", tagline: "phone-call campaigns in citizens’ reports", skip: "To the campaign", language: "Language",
    campaigns: "Campaigns", detail: "The campaign in detail", signOut: "Sign out", signIn: "Sign in",
    signInWhy: "This page opens with a key that your administrator gave you.", key: "Key", signInDo: "Sign in",
    wrongKey: "This key is not known.", themeDark: "Dark theme", themeLight: "Light theme",
    live: "Live", connecting: "Connecting…", lost: "Connection lost, reconnecting…", loading: "Reading campaigns…",
    broken: "The server does not answer. You see what was known; trying again.",
    lastEvent: "Last event: {0}", noEvent: "No events yet", ago: "{0} ago", justNow: "just now",
    calm: "All calm now", calmWhy: "There is no campaign: reports are as many as usual. As soon as something changes, it appears here by itself.",
    calmBefore: "All calm now: every campaign has ended.",
    choose: "Choose a campaign from the list.", ended: "Ended", untitled: "Campaign without common traits",
    EMERGING: "Emerging", SPREADING: "Spreading", MASS: "Mass", SUBSIDING: "Subsiding", ENDED: "Ended", UNKNOWN: "Unknown",
    massNow: "Mass campaign", stageSince: "since {0}",
    broadcast: "Looks like the echo of an announcement: people everywhere report everything at once",
    mergedInto: "Merged into another campaign", splitFrom: "Shown as part of another campaign until it went its own way", goThere: "Go to it",
    reports: "Reports", againstExpected: "{0} expected", asUsual: "as usual", window: "within {0}",
    people: "Different people", peopleNote: "people are counted, not reports",
    numbers: "Numbers", withheld: "withheld: {0}", regions: "Regions", ofAll: "most: {0}",
    since: "Began", between: "between {0}", doubling: "Doubles in", doublingRange: "{0} to {1}", notGrowing: "not growing",
    total: "since the beginning: {0}",
    timeline: "Time line", observed: "observed", expected: "expected", onset: "onset", asTable: "As a table",
    at: "Time", noSeries: "The time line appears with the first full hour.",
    map: "Where", mapLegend: "Reports against expected", noReports: "none", region: "Region", ratio: "Ratio", perHundredThousand: "Per 100,000 people",
    mapNote: "Outlines of regions: ", mapSource: "© OpenStreetMap contributors, ODbL", noRegions: "No regions were given.",
    features: "What they say", featuresNote: "share of reports with the trait", noFeatures: "No common words or traits were found.",
    leading: "Numbers that called most",
    leadingNote: "Numbers are often spoofed: a number in this list proves nothing against its owner. The last four digits are hidden.",
    noNumbers: "No number stands out: each call came from another one.",
    families: "Scripts", family: "Script {0}",
    history: "Alerts", noHistory: "No alerts yet.", early: "early",
    RAISED: "Raised", ESCALATED: "Escalated", UPDATED: "Updated", MERGED: "Merged", RESOLVED: "Resolved", BROADCAST: "Announcement",
    download: "Download JSON", downloadAlerts: "All alerts (JSON)", zone: "Times in {0}",
    evidence: "Strength of evidence", oldCalls: "{0} of reports are about calls more than a day old",
    spoken: "{0}: {1}", gone: "This campaign is no longer listed.", more: "{0} more",
    replayOpen: "Replay the past", replayMark: "REPLAY", replayTitle: "Replay the past",
    replayWhy: "Shows what would have rung, and when. Nothing live changes. In the first days of the range the detector only learns and does not ring.",
    replaySince: "From (empty: from the beginning)", replayUntil: "Until (empty: to the end)", replaySpeed: "Speed",
    replayPolicy: "Policy", replayOther: "Compare with policy", replayNoOther: "do not compare", replayBegin: "Begin", replayCancel: "Cancel",
    replayRUNNING: "Past reports, not live", replayDONE: "Past reports, not live. Finished", replaySTOPPED: "Past reports, not live. Stopped",
    replayFAILED: "The replay failed", replayGONE: "There is no such replay any more", replayReached: "Has come to {0} with {1} reports.",
    replayStop: "Stop", replayLeave: "Back to live", replayFirstRaised: "First raised", replayFirstMass: "First mass",
    speedMax: "as fast as it goes", speedMinute: "a minute a second", speedHour: "an hour a second", speedDay: "a day a second",
    minutes: {one: "{0} minute", other: "{0} minutes"},
    hours: {one: "{0} hour", other: "{0} hours"},
    days: {one: "{0} day", other: "{0} days"},
    reportsCount: {one: "{0} report", other: "{0} reports"},
    regionsCount: {one: "{0} region", other: "{0} regions"},
    peopleCount: {one: "{0} person", other: "{0} people"},
  },
};

let current = kept() ?? (navigator.language.startsWith("en") ? "en" : "uk");

export const language = () => current;

export function choose(wanted) {
  current = wanted === "en" ? "en" : "uk";
  try {
    localStorage.setItem(KEPT, current);
  } catch {
    // A browser that keeps nothing still switches.
  }
}

export function word(key, ...values) {
  return put(WORDS[current][key] ?? key, values);
}

// With the form that the number asks for: 1 область, 3 області, 5 областей.
export function count(key, number, format) {
  const forms = WORDS[current][key];
  return put(forms[new Intl.PluralRules(current).select(number)] ?? forms.other, [format(number)]);
}

// Fills the words that the page's own markup asks for.
export function spell(root) {
  document.documentElement.lang = current;
  root.querySelectorAll("[data-word]").forEach(element => element.textContent = word(element.dataset.word));
  root.querySelectorAll("[data-label]").forEach(element => element.setAttribute("aria-label", word(element.dataset.label)));
  root.querySelectorAll("[data-language]").forEach(button =>
      button.setAttribute("aria-pressed", String(button.dataset.language === current)));
}

function put(text, values) {
  return text.replace(/\{(\d)\}/g, (whole, index) => values[index] ?? whole);
}

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
