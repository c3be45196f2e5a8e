/** How does a moment read to a person, in the organization's time zone? */
import { createStore, useStore } from "./store";

const zone = createStore("America/Sao_Paulo");

/** People's times are shown in the organization's zone; an unknown zone keeps the one before. */
export function setTimeZone(name: string): void {
  try {
    new Intl.DateTimeFormat("pt-BR", { timeZone: name });
    formats.clear();
    zone.set(name);
  } catch {
    // The browser does not know the name.
  }
}

export const useTimeZone = (): string => useStore(zone);

const formats = new Map<string, Intl.DateTimeFormat>();

function format(at: number | string, options: Intl.DateTimeFormatOptions): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return "";
  const key = JSON.stringify(options);
  let formatter = formats.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("pt-BR", { timeZone: zone.get(), ...options });
    formats.set(key, formatter);
  }
  return formatter.format(moment);
}

export const clockTime = (at: number | string): string => format(at, { hour: "2-digit", minute: "2-digit" });

export const fullMoment = (at: number | string): string =>
  format(at, { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });

/** The calendar day as 2026-03-02, to compare with. */
export const dayKey = (at: number | string): string =>
  format(at, { year: "numeric", month: "2-digit", day: "2-digit" }).split("/").reverse().join("-");

/** "Hoje", "Ontem", "segunda-feira" within the week, else "2 de março de 2025". */
export function dayLabel(at: number | string, now: number): string {
  const days = daysApart(at, now);
  if (days === 0) return "Hoje";
  if (days === 1) return "Ontem";
  if (days > 1 && days < 7) return format(at, { weekday: "long" });
  const sameYear = dayKey(at).slice(0, 4) === dayKey(now).slice(0, 4);
  return format(at, { day: "numeric", month: "long", ...(sameYear ? {} : { year: "numeric" }) });
}

/** For lists: "14:32" today, "ontem", "ter.", "02/03" or "02/03/24". */
export function shortMoment(at: number | string, now: number): string {
  const days = daysApart(at, now);
  if (days <= 0) return clockTime(at);
  if (days === 1) return "ontem";
  if (days < 7) return format(at, { weekday: "short" });
  const sameYear = dayKey(at).slice(0, 4) === dayKey(now).slice(0, 4);
  return format(at, { day: "2-digit", month: "2-digit", ...(sameYear ? {} : { year: "2-digit" }) });
}

/** "hoje às 14:32", "ontem às 09:10", "2 de março às 08:00". */
export function momentInSentence(at: number | string, now: number): string {
  const days = daysApart(at, now);
  const day = days === 0 ? "hoje" : days === 1 ? "ontem" : format(at, { day: "numeric", month: "short" });
  return `${day} às ${clockTime(at)}`;
}

/** When a calendar day (2026-03-02) begins in the organization's zone. */
export function startOfDay(day: string): string {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const [date = "", time = ""] = format(utc, { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).split(", ");
  const shown = Date.parse(`${date.split("/").reverse().join("-")}T${time}:00Z`);
  return new Date(utc - (shown - utc)).toISOString();
}

/** For tables: "02/03/2026, 14:32". */
export const moment = (at: number | string): string =>
  format(at, { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" });

function daysApart(at: number | string, now: number): number {
  const dayOf = (moment: number | string) => Date.parse(`${dayKey(moment)}T00:00:00Z`);
  return Math.round((dayOf(now) - dayOf(at)) / 86_400_000);
}

/** A length of time in its two largest units: "23h12", "4 min", "3 d 4 h". */
export function duration(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  if (minutes < 1) return "menos de 1 min";
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours}h` : `${hours}h${String(minutes % 60).padStart(2, "0")}`;
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 || days > 6 ? `${days} d` : `${days} d ${hours % 24} h`;
}

/** How long ago: "agora", "há 4 min", "há 3 d 4 h". */
export const ago = (ms: number): string => (ms < 60_000 ? "agora" : `há ${duration(ms)}`);

/** Seconds of a recording as 0:07 or 12:34. */
export function playTime(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.floor(seconds) : 0;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
