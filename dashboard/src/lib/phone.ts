/** How does a phone number read? */

/** Digits in international form become "+55 11 98765-4321"; what is not a number stays as it came. */
export function formatPhone(raw: string): string {
  const digits = raw.replace(/\D/g, "");
  if (!/^\+?[\d\s().-]+$/.test(raw)) return raw;
  const brazil = /^55(\d{2})(\d{4,5})(\d{4})$/.exec(digits);
  if (brazil) return `+55 ${brazil[1] ?? ""} ${brazil[2] ?? ""}-${brazil[3] ?? ""}`;
  return digits.length >= 7 ? `+${digits}` : raw;
}
