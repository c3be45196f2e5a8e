/** How does a time that was understood read in Portuguese? */

const DAYS = ["domingo", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado"];
const MONTHS = ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"];
const CODES: Record<string, number> = { SU: 0, MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6 };
const FREQUENCIES: Record<string, string> = { DAILY: "todo dia", WEEKLY: "toda semana", MONTHLY: "todo mês", YEARLY: "todo ano" };
const UNITS: [RegExp, string, string][] = [
  [/(\d+)Y/, "ano", "anos"],
  [/^[^T]*?(\d+)M/, "mês", "meses"],
  [/(\d+)W/, "semana", "semanas"],
  [/(\d+)D/, "dia", "dias"],
  [/T.*?(\d+)H/, "hora", "horas"],
  [/T.*?(\d+)M/, "minuto", "minutos"],
];

interface When {
  kind?: unknown;
  value?: unknown;
  start?: unknown;
  end?: unknown;
  grain?: unknown;
  repeats?: unknown;
}

/** A datetime as the taxonomy has it, in the organization's own offset, whatever the browser's zone. */
export function whenInWords(value: unknown): string {
  if (typeof value === "string") return durationInWords(value);
  if (value === null || typeof value !== "object") return "";
  const { kind, value: at, start, end, grain, repeats } = value as When;
  const told = kind === "instant" ? instant(text(at), text(grain)) : kind === "interval" ? interval(text(start), text(end), text(grain)) : "";
  const again = text(repeats) && recurrence(text(repeats));
  return again ? `${again}; a próxima vez, ${told}` : told;
}

/** "PT1H30M" is "1 hora e 30 minutos". */
export function durationInWords(iso: string): string {
  const parts = UNITS.flatMap(([pattern, one, many]) => {
    const count = Number(pattern.exec(iso)?.[1] ?? 0);
    return count ? [`${count} ${count === 1 ? one : many}`] : [];
  });
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} e ${parts.at(-1) ?? ""}` : (parts[0] ?? iso);
}

function instant(at: string, grain: string): string {
  return grain === "day" ? day(at) : `${day(at)}, às ${clock(at)}`;
}

function interval(start: string, end: string, grain: string): string {
  const whole = ["day", "week", "month"].includes(grain) && clock(start || end) === "0h";
  const say = (at: string) => (whole ? day(at) : `${day(at)}, ${clock(at)}`);
  if (!start) return `antes de ${say(end)}`;
  if (!end) return `a partir de ${say(start)}`;
  if (whole) return `de ${day(start)} até o fim de ${day(dayBefore(end))}`;
  const endsAtMidnight = clock(end) === "0h" && dayBefore(end).slice(0, 10) === start.slice(0, 10);
  if (endsAtMidnight || start.slice(0, 10) === end.slice(0, 10)) return `${day(start)}, das ${clock(start)} às ${endsAtMidnight ? "24h" : clock(end)}`;
  return `de ${say(start)} até ${say(end)}`;
}

function recurrence(rule: string): string {
  const parts = Object.fromEntries(rule.replace(/^RRULE:/, "").split(";").map((part) => part.split("=") as [string, string]));
  const days = (parts.BYDAY ?? "").split(",").flatMap((code) => {
    const found = CODES[code.slice(-2)];
    return found === undefined ? [] : [DAYS[found] ?? ""];
  });
  if (days.length > 0) return `toda ${days.join(" e ")}`.replace(/toda (domingo|sábado)/, "todo $1");
  return FREQUENCIES[parts.FREQ ?? ""] ?? rule;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Days and hours are read off the text: its offset is the organization's. */
const local = (iso: string): Date => new Date(`${iso.slice(0, 16)}Z`);

function day(iso: string): string {
  const at = local(iso);
  return `${DAYS[at.getUTCDay()] ?? ""}, ${at.getUTCDate()} de ${MONTHS[at.getUTCMonth()] ?? ""} de ${at.getUTCFullYear()}`;
}

function clock(iso: string): string {
  const at = local(iso);
  const minutes = at.getUTCMinutes();
  return `${at.getUTCHours()}h${minutes ? String(minutes).padStart(2, "0") : ""}`;
}

const dayBefore = (iso: string): string => new Date(local(iso).getTime() - 86_400_000).toISOString();
