// Numbers and times as people write them, in the chosen language and the browser's own time zone.
import {language, word, count} from "./words.js";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const locale = () => language() === "uk" ? "uk-UA" : "en-GB";

export const whole = value => new Intl.NumberFormat(locale(), {maximumFractionDigits: 0}).format(value);

export function rough(value) {
  const digits = value >= 100 ? 0 : 1;
  return new Intl.NumberFormat(locale(), {maximumFractionDigits: digits}).format(value);
}

// A small share of something, in two digits that say something.
export function rate(value) {
  return new Intl.NumberFormat(locale(), {maximumSignificantDigits: 2}).format(value);
}

export function time(value) {
  return new Intl.DateTimeFormat(locale(),
      {day: "numeric", month: "short", year: yearOf(value), hour: "2-digit", minute: "2-digit", hourCycle: "h23"}).format(new Date(value));
}

export function hour(value) {
  return new Intl.DateTimeFormat(locale(), {hour: "2-digit", minute: "2-digit", hourCycle: "h23"}).format(new Date(value));
}

export function day(value) {
  return new Intl.DateTimeFormat(locale(), {day: "numeric", month: "short"}).format(new Date(value));
}

// An interval without saying the day twice.
export function span(from, to) {
  return day(from) === day(to) ? `${time(from)} – ${hour(to)}` : `${time(from)} – ${time(to)}`;
}

export function duration(milliseconds) {
  const minutes = Math.max(1, Math.round(milliseconds / MINUTE));
  if (minutes < 90) {
    return count("minutes", minutes, whole);
  }
  if (milliseconds < 2 * DAY) {
    return count("hours", Math.round(minutes / 6) / 10, rough);
  }
  return count("days", Math.round(milliseconds / DAY), whole);
}

export function ago(value) {
  const past = Date.now() - new Date(value).getTime();
  return past < MINUTE ? word("justNow") : word("ago", duration(past));
}

// Reports against what the baseline expects. Below half a report expected, a ratio would say more than is known.
export function lift(reports, expected) {
  return reports / Math.max(expected ?? 0, 0.5);
}

export const times = value => `×${rough(value)}`;

// A number that a caller showed is often somebody else's: the page never shows all of it.
export function masked(number) {
  let left = 4;
  return [...number].reverse().map(sign => /\d/.test(sign) && left-- > 0 ? "•" : sign).reverse().join("");
}

const yearOf = value => new Date(value).getFullYear() === new Date().getFullYear() ? undefined : "numeric";
