/** Which invisible characters does a text hide? Customers' texts, names and file names may try to mislead. */

export type Piece = { kind: "text"; text: string } | { kind: "mark"; label: string; title: string };

const NAMES: Record<number, [label: string, title: string]> = {
  0x00ad: ["hífen oculto", "hífen condicional"],
  0x034f: ["CGJ", "juntor invisível"],
  0x061c: ["ALM", "marca de direção árabe"],
  0x115f: ["vazio", "letra invisível"],
  0x1160: ["vazio", "letra invisível"],
  0x180e: ["MVS", "separador invisível"],
  0x200b: ["espaço zero", "espaço de largura zero"],
  0x200c: ["ZWNJ", "separador de largura zero"],
  0x200d: ["ZWJ", "juntor de largura zero"],
  0x200e: ["LRM", "marca da esquerda para a direita"],
  0x200f: ["RLM", "marca da direita para a esquerda"],
  0x202a: ["LRE", "inverte a direção do texto"],
  0x202b: ["RLE", "inverte a direção do texto"],
  0x202c: ["PDF", "fim da inversão do texto"],
  0x202d: ["LRO", "força a direção do texto"],
  0x202e: ["RLO", "mostra o texto de trás para a frente"],
  0x2060: ["WJ", "juntor invisível"],
  0x2066: ["LRI", "isola a direção do texto"],
  0x2067: ["RLI", "isola a direção do texto"],
  0x2068: ["FSI", "isola a direção do texto"],
  0x2069: ["PDI", "fim do isolamento"],
  0x3164: ["vazio", "letra invisível"],
  0xfeff: ["espaço zero", "espaço de largura zero"],
  0xffa0: ["vazio", "letra invisível"],
};

/* eslint-disable no-control-regex, no-misleading-character-class -- hidden characters are what is looked for */
const HIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0E\uFEFF\uFFA0\uFFF9-\uFFFB]|[\u{E0000}-\u{E01EF}]/gu;
/* eslint-enable no-control-regex, no-misleading-character-class */

const EMOJI_BEFORE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;
const FLAG_TAGS_BEFORE = /\u{1F3F4}[\u{E0020}-\u{E007E}]*$/u;
const LETTER_WITH_JOINERS = /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Sinhala}]$/u;

/** Cuts the text at characters that deceive the eye; joiners inside emoji, and where a script needs them, stay. */
export function splitMarks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(HIDDEN)) {
    if (belongs(text, found.index, found[0])) continue;
    if (found.index > from) pieces.push({ kind: "text", text: text.slice(from, found.index) });
    pieces.push(mark(found[0]));
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ kind: "text", text: text.slice(from) });
  return pieces;
}

/** The text on one line with deceiving characters spelled out, for attributes, titles and notices. */
export function plainText(text: string): string {
  return splitMarks(text)
    .map((piece) => (piece.kind === "text" ? piece.text : `⟨${piece.label}⟩`))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

function belongs(text: string, index: number, character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  const before = text.slice(Math.max(0, index - 24), index);
  if (code === 0x200d) {
    const after = text.slice(index + 1, index + 3);
    return (EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after)) || LETTER_WITH_JOINERS.test(before);
  }
  if (code === 0x200c) return LETTER_WITH_JOINERS.test(before);
  if (code === 0xfe0e) return /\p{Extended_Pictographic}$/u.test(before);
  if (code >= 0xe0020 && code <= 0xe007f) return FLAG_TAGS_BEFORE.test(before);
  return false;
}

function mark(character: string): Piece {
  const code = character.codePointAt(0) ?? 0;
  const [label, title] = NAMES[code] ?? [`U+${code.toString(16).toUpperCase().padStart(4, "0")}`, "caractere invisível"];
  return { kind: "mark", label, title: `Caractere oculto: ${title}` };
}

/** Whether a text is what it looks like, so that it may stand where no mark can: in what a field suggests. */
export const isPlain = (text: string): boolean => plainText(text) === text;
