/** How does an amount of money read and how is it typed? Amounts are whole centavos. */

const reais = new Intl.NumberFormat("pt-BR", { style: "currency", currency: "BRL" });
const round = new Intl.NumberFormat("pt-BR", { style: "currency", currency: "BRL", maximumFractionDigits: 0 });
const short = new Intl.NumberFormat("pt-BR", { style: "currency", currency: "BRL", notation: "compact", maximumFractionDigits: 1 });

/** "R$ 1.234,56"; without centavos where there are none. */
export const formatMoney = (cents: number): string => (cents % 100 === 0 ? round : reais).format(cents / 100);

/** In few letters where the place is narrow: "R$ 980", "R$ 12,3 mil". */
export const formatMoneyShort = (cents: number): string => (cents < 1_000_000 ? formatMoney(cents) : short.format(cents / 100));

/** What stands in a field to be edited: "1234,5" as "1.234,50". */
export const moneyField = (cents: number): string => (cents === 0 ? "" : (cents / 100).toLocaleString("pt-BR", { minimumFractionDigits: cents % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 }));

/** Reads "1.234,56", "R$ 1234,5", "1234.56" or "1.500"; empty is nothing, and what is no amount is null. */
export function parseMoney(text: string): number | null {
  const plain = text.replace(/R\$|\s/g, "");
  if (plain === "") return 0;
  const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(plain) ?? /^(\d+)\.(\d{1,2})$/.exec(plain);
  if (!match) return null;
  const whole = Number((match[1] ?? "").replace(/\./g, ""));
  const cents = whole * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return cents <= 100_000_000_000_000 ? cents : null;
}
