/** What do the flows' screens say? */
import type { Sentences } from "@/api/texts";

export const flowSentences: Sentences = {
  draft_changed: "Outra pessoa mudou este fluxo enquanto você editava.",
  name_taken: "Já existe um fluxo com esse nome.",
  has_errors: "O fluxo tem erros. Resolva-os antes de publicar.",
  flow_has_errors: "O fluxo tem erros. Resolva-os antes de publicar.",
  flow_invalid: "O fluxo tem erros. Resolva-os antes de publicar.",
  unreadable: "O arquivo não pôde ser lido. Confira se é o que foi exportado.",
  typebot_unreadable: "O arquivo não é uma exportação do Typebot que saibamos ler.",
  nothing_to_publish: "Não há nada novo para publicar.",
  flow_in_use: "Este fluxo é a entrada de um chatbot. Escolha outra entrada antes de arquivar.",
};

export const savingText = { idle: "Salvo", dirty: "Alterações por salvar", saving: "Salvando…", failed: "Sem conexão. Guardado neste computador", conflict: "Outra pessoa mudou este fluxo" } as const;

export const plural = (count: number, one: string, many: string): string => `${count.toLocaleString("pt-BR")} ${count === 1 ? one : many}`;
