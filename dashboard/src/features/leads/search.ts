/** What does the address say of the pipeline that is looked at, and which deals does that mean? */
import type { DealFilter } from "@/api/leads";
import { dayKey } from "@/lib/time";

export interface PipelineSearch {
  funil?: string | undefined;
  responsavel?: string | undefined;
  origem?: string | undefined;
  periodo?: string | undefined;
  visao?: "conversao" | undefined;
  negocio?: string | undefined;
}

const DAY = 86_400_000;

/** `periodo` counts days, today included. */
export function filterOf({ responsavel, origem, periodo }: PipelineSearch, now: number): DealFilter {
  const days = Number(periodo);
  return {
    ...(responsavel === "ninguem" ? { unowned: true } : responsavel ? { owner: responsavel } : {}),
    ...(origem ? { origin: origem } : {}),
    ...(days > 0 ? { since: dayKey(now - (days - 1) * DAY) } : {}),
  };
}
