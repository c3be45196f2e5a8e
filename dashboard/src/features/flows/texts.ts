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
  bad_secret: ({ reason, origin }) => badSecret(reason, origin),
  name_taken: "Já existe um com este nome.",
  too_many_secrets: ({ limit }) => `A organização já tem ${String(limit)} segredos. Apague um antes.`,
  import_unreadable: "O arquivo não pôde ser lido. Confira se é o que foi exportado.",
};

function badSecret(reason: unknown, origin: unknown): string {
  if (reason === "name") return "O nome do segredo usa só letras minúsculas, números, _ . e -.";
  if (reason === "value") return "O valor tem quebras de linha, acentos ou caracteres que não podem ser enviados.";
  if (reason === "origin") return `“${String(origin)}” não é um endereço https sem caminho, como https://api.exemplo.com.br.`;
  return "Diga de 1 a 10 endereços para onde o segredo pode ir.";
}

export const savingText = { idle: "Salvo", dirty: "Alterações por salvar", saving: "Salvando…", failed: "Sem conexão. Guardado neste computador", conflict: "Outra pessoa mudou este fluxo" } as const;

export const plural = (count: number, one: string, many: string): string => `${count.toLocaleString("pt-BR")} ${count === 1 ? one : many}`;

function inUse(names: unknown, one: string, many: string): string {
  if (!Array.isArray(names) || names.length === 0) return "";
  return `${names.map((name) => `“${String(name)}”`).join(", ")} ${names.length === 1 ? one : many}`;
}
