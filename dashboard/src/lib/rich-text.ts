/** How is a WhatsApp text formatted, and where are its links? Reads only; React does the escaping. */

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "mono"; text: string }
  | { kind: "link"; text: string; href: string; host: string | null }
  | { kind: "bold" | "italic" | "strike"; children: Inline[] };

const STYLES = { "*": "bold", _: "italic", "~": "strike" } as const;
const MAX_DEPTH = 3;
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"'`⟨⟩]{1,2000}|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/giu;
const WORD = /[\p{L}\p{N}]/u;

export function parseRichText(text: string): Inline[] {
  const parts = text.split("```");
  const whole = parts.length % 2 === 1;
  return parts.flatMap((part, index): Inline[] => {
    const inside = index % 2 === 1;
    if (inside && (whole || index < parts.length - 1) && part.trim() !== "") return [{ kind: "mono", text: part }];
    const raw = inside ? "```" + part + (whole ? "```" : "") : part;
    return raw === "" ? [] : parseStyles(raw, 0);
  });
}

function parseStyles(text: string, depth: number): Inline[] {
  const out: Inline[] = [];
  let plainFrom = 0;
  let at = 0;
  while (depth < MAX_DEPTH && at < text.length) {
    const character = text.charAt(at);
    const end = character in STYLES ? closing(text, at) : -1;
    if (end < 0) {
      at += 1;
      continue;
    }
    out.push(...parseLinks(text.slice(plainFrom, at)));
    out.push({ kind: STYLES[character as keyof typeof STYLES], children: parseStyles(text.slice(at + 1, end), depth + 1) });
    at = end + 1;
    plainFrom = at;
  }
  out.push(...parseLinks(text.slice(plainFrom)));
  return out;
}

/** The index of the delimiter that closes the one at `open`, on the same line and at word edges; -1 if none does. */
function closing(text: string, open: number): number {
  if (WORD.test(text.charAt(open - 1)) || /[\s/]/.test(text.charAt(open + 1) || " ")) return -1;
  const delimiter = text.charAt(open);
  const lineEnd = text.indexOf("\n", open);
  const limit = lineEnd < 0 ? text.length : lineEnd;
  for (let end = text.indexOf(delimiter, open + 2); end > 0 && end < limit; end = text.indexOf(delimiter, end + 1)) {
    if (!/\s/.test(text.charAt(end - 1)) && !WORD.test(text.charAt(end + 1))) return end;
  }
  return -1;
}

function parseLinks(text: string): Inline[] {
  const out: Inline[] = [];
  let from = 0;
  for (const found of text.matchAll(LINK)) {
    const shown = found[0].replace(/[.,;:!?)\]}*_~]+$/u, "");
    const href = safeHref(/^https?:/i.test(shown) ? shown : shown.includes("@") && !/^www\./i.test(shown) ? `mailto:${shown}` : `https://${shown}`);
    if (!href) continue;
    if (found.index > from) out.push({ kind: "text", text: text.slice(from, found.index) });
    out.push({ kind: "link", text: shown, href, host: disguisedHost(href, shown) });
    from = found.index + shown.length;
  }
  if (from < text.length) out.push({ kind: "text", text: text.slice(from) });
  return out;
}

/** The address if a browser may be sent there (http, https, tel, mailto), else null. */
export function safeHref(raw: string): string | null {
  try {
    const url = new URL(raw);
    return ["http:", "https:", "tel:", "mailto:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** The true host when the one that is shown is written in look-alike letters, or hidden behind a user name. */
function disguisedHost(href: string, shown: string): string | null {
  const url = new URL(href);
  if (url.protocol === "mailto:" || url.protocol === "tel:") return null;
  const disguised = url.hostname.includes("xn--") || url.username !== "" || !shown.toLowerCase().includes(url.hostname);
  return disguised ? url.hostname : null;
}

/** Up to three emoji and nothing else, which WhatsApp shows large. */
export function isFewEmoji(text: string): boolean {
  if (text.length > 40) return false;
  const graphemes = [...new Intl.Segmenter("pt-BR").segment(text.trim())];
  return graphemes.length > 0 && graphemes.length <= 3 && graphemes.every(({ segment }) => /^\p{Extended_Pictographic}|^\p{RI}\p{RI}/u.test(segment));
}
