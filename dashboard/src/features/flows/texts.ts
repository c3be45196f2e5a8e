/** What do the flows' screens say? */
import type { Sentences } from "@/api/texts";

export const flowSentences: Sentences = {
  draft_changed: "Outra pessoa mudou este fluxo enquanto você editava.",
  flow_not_found: "Este fluxo não existe mais, ou não está nesta organização.",
  flow_unreadable: "O fluxo tem erros que impedem isso. Veja a lista de problemas.",
  flow_has_problems: "O fluxo tem erros. Resolva-os antes de publicar.",
  flow_version_not_found: "Esta versão não existe.",
  bot_not_found: "Este chatbot não existe mais.",
  flow_template_not_found: "Este modelo não existe mais.",
  flow_in_use: ({ bots, flows }) => `Não dá para arquivar: ${inUse(bots, "começa por ele", "começam por ele")}${inUse(flows, "o chama", "o chamam")}.`,
  flow_of_another_bot: "Este fluxo é de outro chatbot. Use um dele ou um compartilhado.",
  definition_refused: "O desenho ficou grande demais para ser guardado.",
  session_refused: "O desenho mudou demais para continuar esta conversa. Recomece a simulação.",
  input_refused: "Falta algo nesta mensagem.",
  cases_unreadable: ({ line, sentence }) => `${typeof line === "number" && line > 0 ? `Linha ${line}: ` : ""}${typeof sentence === "string" ? sentence : "Os testes não puderam ser lidos."}`,
  import_unreadable: "O arquivo não pôde ser lido. Confira se é o que foi exportado.",
};

export const savingText = { idle: "Salvo", dirty: "Alterações por salvar", saving: "Salvando…", failed: "Sem conexão. Guardado neste computador", conflict: "Outra pessoa mudou este fluxo" } as const;

export const plural = (count: number, one: string, many: string): string => `${count.toLocaleString("pt-BR")} ${count === 1 ? one : many}`;

function inUse(names: unknown, one: string, many: string): string {
  if (!Array.isArray(names) || names.length === 0) return "";
  return `${names.map((name) => `“${String(name)}”`).join(", ")} ${names.length === 1 ? one : many}`;
}
