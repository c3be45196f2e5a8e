// How do times, numbers and WhatsApp's own markup read in Portuguese?

import { el } from "./dom.js";

const TIME = new Intl.DateTimeFormat("pt-BR", { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("pt-BR", { day: "numeric", month: "long", year: "numeric" });
const WEEKDAY = new Intl.DateTimeFormat("pt-BR", { weekday: "long" });

export const time = (at) => TIME.format(new Date(at));

export function day(at, now = new Date()) {
  const date = new Date(at);
  const midnight = (value) => new Date(value.getFullYear(), value.getMonth(), value.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(date)) / 86400000);
  if (days === 0) return "Hoje";
  if (days === 1) return "Ontem";
  if (days > 1 && days < 7) return WEEKDAY.format(date);
  return DAY.format(date);
}

export function number(digits) {
  const brazilian = /^55(\d{2})(\d{4,5})(\d{4})$/.exec(digits);
  return brazilian ? `+55 ${brazilian[1]} ${brazilian[2]}-${brazilian[3]}` : `+${digits}`;
}

export function size(bytes) {
  if (!bytes) return "";
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1048576) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1048576).toLocaleString("pt-BR", { maximumFractionDigits: 1 })} MB`;
}

export function seconds(value) {
  const whole = Number.isFinite(value) ? Math.round(value) : 0;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function initials(name) {
  const words = name.trim().split(/\s+/).filter((word) => /\p{L}/u.test(word));
  return ((words[0]?.[0] ?? "") + (words.length > 1 ? words.at(-1)[0] : "")).toUpperCase() || "#";
}

const MARKS = /```([\s\S]+?)```|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\2(?![\p{L}\p{N}])|(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/u;
const TAGS = { "*": "strong", "_": "em", "~": "s" };

// *negrito*, _itálico_, ~riscado~, ```código``` and addresses, as nodes: the text never becomes markup.
export function marked(text) {
  const nodes = [];
  let rest = text;
  for (let match = MARKS.exec(rest); match; match = MARKS.exec(rest)) {
    if (match.index > 0) nodes.push(rest.slice(0, match.index));
    if (match[1]) nodes.push(el("code", { text: match[1] }));
    else if (match[2]) nodes.push(el(TAGS[match[2]], {}, ...marked(match[3])));
    else nodes.push(el("a", { href: match[4], target: "_blank", rel: "noopener noreferrer", text: match[4] }));
    rest = rest.slice(match.index + match[0].length);
  }
  if (rest) nodes.push(rest);
  return nodes;
}
