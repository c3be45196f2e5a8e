/** What is a file of a stranger called, without the tricks? */

/** A name to save under: no direction controls, no path, at most 120 characters, the true ending kept. */
export function safeFileName(name: string | null, mimeType: string): string {
  const clean = (name ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[/\\:*?"<>|]/g, "_")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  if (clean === "") return `arquivo${endingOf(mimeType)}`;
  const ending = /\.[^.]{1,12}$/.exec(clean)?.[0] ?? "";
  return clean.length > 120 ? clean.slice(0, 120 - ending.length) + ending : clean;
}

/** The letters after the last dot, as the computer reads them: "pdf"; empty without one. */
export function fileEnding(name: string): string {
  return /\.([\p{L}\p{N}]{1,10})$/u.exec(name.replace(/[\p{Cc}\p{Cf}]/gu, ""))?.[1]?.toLowerCase() ?? "";
}

const RISKY = new Set(["exe", "scr", "bat", "cmd", "com", "msi", "js", "jse", "vbs", "vbe", "ps1", "jar", "apk", "lnk", "hta", "reg", "pif", "wsf", "dll", "iso", "img", "html", "htm", "svg"]);

export const isRiskyFile = (name: string): boolean => RISKY.has(fileEnding(name));

function endingOf(mimeType: string): string {
  const known: Record<string, string> = { "image/jpeg": ".jpg", "image/png": ".png", "image/webp": ".webp", "video/mp4": ".mp4", "audio/ogg": ".ogg", "audio/mpeg": ".mp3", "application/pdf": ".pdf" };
  return known[mimeType.split(";")[0] ?? ""] ?? "";
}
