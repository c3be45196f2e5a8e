/** How does a figure read in Portuguese? */

const whole = new Intl.NumberFormat("pt-BR");
const percent = new Intl.NumberFormat("pt-BR", { style: "percent", maximumFractionDigits: 1 });
const points = new Intl.NumberFormat("pt-BR", { maximumFractionDigits: 1, signDisplay: "exceptZero" });

const compact = new Intl.NumberFormat("pt-BR", { notation: "compact", maximumFractionDigits: 1 });

/** In few letters where the place is narrow: "987", "12,3 mil". */
export const formatShort = (value: number): string => (value < 10_000 ? whole : compact).format(value);

export const formatCount = (value: number): string => whole.format(value);

/** A share from 0 to 1 as a percentage; "–" when there is nothing to divide. */
export const formatShare = (value: number | null): string => (value === null ? "–" : percent.format(value));

export function formatBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB"];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** power;
  const digits = power === 0 || value >= 10 ? 0 : 1;
  return `${value.toLocaleString("pt-BR", { maximumFractionDigits: digits })} ${units[power] ?? "B"}`;
}

export interface Change {
  direction: "up" | "down" | "same";
  label: string;
}

/** The change of a count against its reference, in per cent; null without a reference to compare with. */
export function changeOfCount(now: number, before: number | null): Change | null {
  if (before === null) return null;
  if (now === before) return { direction: "same", label: "igual" };
  if (before === 0) return { direction: now > 0 ? "up" : "down", label: signed(now) };
  return { direction: now > before ? "up" : "down", label: `${signed(((now - before) / before) * 100)}%` };
}

/** The change of a share, in percentage points. */
export function changeOfShare(now: number | null, before: number | null): Change | null {
  if (now === null || before === null) return null;
  const difference = (now - before) * 100;
  if (Math.abs(difference) < 0.05) return { direction: "same", label: "igual" };
  return { direction: difference > 0 ? "up" : "down", label: `${signed(difference)} p.p.` };
}

/** With a true minus sign, as wide as the plus. */
const signed = (value: number): string => points.format(value).replace("-", "−");
