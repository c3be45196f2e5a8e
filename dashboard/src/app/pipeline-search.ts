/** Which filters of the pipeline stand in the address bar? */
import type { PipelineSearch } from "@/features/leads/search";

const ID = /^[0-9a-f-]{36}$/i;

export function pipelineSearch(search: Record<string, unknown>): PipelineSearch {
  const { funil, responsavel, origem, periodo, visao, negocio } = search;
  const days = String(periodo);
  return {
    ...(typeof funil === "string" && ID.test(funil) ? { funil } : {}),
    ...(typeof responsavel === "string" && (responsavel === "ninguem" || ID.test(responsavel)) ? { responsavel } : {}),
    // The router reads digits in an address as a number.
    ...(typeof origem === "number" || (typeof origem === "string" && origem !== "") ? { origem: String(origem).slice(0, 60) } : {}),
    ...(/^[1-9]\d{0,3}$/.test(days) ? { periodo: days } : {}),
    ...(visao === "conversao" ? { visao } : {}),
    ...(typeof negocio === "string" && ID.test(negocio) ? { negocio } : {}),
  };
}
