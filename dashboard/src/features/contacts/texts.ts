/** What do the screens of people say? */
import type { FieldType, Happening, Identifier, IdentifierKind, Proposal, RowOutcome } from "@/api/contacts";
import type { Sentences } from "@/api/texts";
import { lookup } from "@/lib/lookup";

const KINDS: Record<string, string> = {
  phone: "Telefone", email: "E-mail", cpf: "CPF", cnpj: "CNPJ", bsuid: "Identidade no WhatsApp", parent_bsuid: "Identidade do grupo", lid: "Identidade oculta (LID)",
};
export const kindName = (kind: string): string => lookup(KINDS, kind) ?? kind;
export const typedKinds: IdentifierKind[] = ["phone", "email", "cpf", "cnpj"];

const EVIDENCE: Record<string, string> = {
  webhook: "a própria pessoa escreveu assim", send_answer: "o WhatsApp respondeu a um envio assim", identity_change: "o WhatsApp avisou que mudou", typed: "digitado por alguém da equipe",
};
export function evidenceText({ evidence }: Identifier): string {
  return evidence.startsWith("import:") ? "veio em uma planilha" : (lookup(EVIDENCE, evidence) ?? evidence);
}

const REASONS: Record<string, string> = {
  one_payload: "O WhatsApp mostrou as duas identidades na mesma mensagem.",
  one_row: "A mesma linha de uma planilha aponta para os dois.",
  same_phone: "O mesmo número, com e sem o nono dígito.",
  same_cpf: "O mesmo CPF.", same_cnpj: "O mesmo CNPJ.", same_email: "O mesmo e-mail.", by_hand: "Pedido à mão.",
};
export const reasonText = ({ evidence }: Proposal): string => lookup(REASONS, String(evidence.reason)) ?? "Há sinais de que são a mesma pessoa.";

export const fieldTypes: Record<FieldType, string> = { text: "Texto", number: "Número", money: "Valor (R$)", date: "Data", choice: "Escolha", boolean: "Sim ou não" };

const SOURCES: Record<string, string> = { channel: "WhatsApp", person: "Cadastro manual", import: "Importação" };
export const sourceName = (source: string): string => lookup(SOURCES, source) ?? source;

export const legalBases: Record<string, string> = {
  existing_relationship: "Já é cliente ou contato nosso", contract: "Execução de contrato", consent: "Consentimento da pessoa", legitimate_interest: "Legítimo interesse",
  legal_obligation: "Obrigação legal", credit_protection: "Proteção do crédito",
};

export const outcomeNames: Record<RowOutcome, string> = { created: "Criados", updated: "Atualizados", unchanged: "Sem mudança", refused: "Recusados" };

const ROW_REASONS: Record<string, string> = {
  no_identifier: "Sem telefone, e-mail ou documento", bad_phone: "Telefone inválido (a planilha pode ter encurtado o número)", bad_email: "E-mail inválido", bad_cpf: "CPF inválido", bad_cnpj: "CNPJ inválido",
  also_somebody_else: "Os dados apontam também para outro contato; veja os duplicados",
};
export function rowReason(reason: string): string {
  const [code, field] = reason.split(":");
  return code === "bad_field" ? `Valor inválido no campo ${field ?? ""}` : (lookup(ROW_REASONS, reason) ?? reason);
}

const FAILURES: Record<string, string> = {
  empty: "A planilha está vazia.", not_a_table: "O arquivo não é uma planilha .csv ou .xlsx que se possa ler.", too_many_rows: "A planilha tem linhas demais; divida em partes de 50.000.",
  too_many_columns: "A planilha tem mais de 100 colunas.", too_many_cells: "A planilha tem células demais.", cell_too_long: "Uma célula tem texto demais.",
  grows_too_much: "O arquivo se expande de forma suspeita e foi recusado.", file_gone: "O arquivo não está mais guardado. Envie de novo.",
};
export const failureText = (why: string): string => lookup(FAILURES, why) ?? "O arquivo não pôde ser lido.";

export const targetNames: Record<string, string> = {
  "": "Não importar", phone: "Telefone", name: "Nome", email: "E-mail", cpf: "CPF", cnpj: "CNPJ", tags: "Etiquetas", opted_out: "Descadastrado", note: "Observação",
};

const STATES: Record<string, string> = { active: "ativa", waiting: "aguardando", archived: "arquivada" };
const state = (word: unknown): string => lookup(STATES, String(word)) ?? String(word);
const ACTS: Record<string, (line: Happening) => string> = {
  message: (line) => (line.detail.direction === "in" ? "Escreveu" : "Recebeu"),
  state: (line) => `Conversa: ${state(line.detail.was)} → ${state(line.detail.became)}`,
  flow: () => "Entrou no fluxo",
  note: () => "Nota da equipe",
  deal: () => "Negócio",
  consent: (line) => (line.detail.state === "granted" ? "Aceitou o aviso de privacidade" : line.detail.state === "asked" ? "Recebeu o aviso de privacidade" : "Recusou o tratamento de dados"),
  created: () => "Contato criado", changed: () => "Dados alterados", tagged: () => "Etiquetas alteradas", identifier_added: () => "Identificador acrescentado", identifier_removed: () => "Identificador removido",
  imported: (line) => `Importado de planilha (linha ${String(line.detail.row)})`, merged: () => "Contatos unidos", merge_undone: () => "União desfeita",
};
export const happeningTitle = (line: Happening): string => lookup(ACTS, line.kind)?.(line) ?? line.kind;

export const contactSentences: Sentences = {
  bad_identifier: "Não parece válido. Confira os dígitos.",
  identifier_taken: "Já é de outro contato. Se for a mesma pessoa, una os dois em Duplicados.",
  contact_not_found: "Este contato não existe mais aqui.",
  bad_field: "O valor não serve para este campo.",
  field_taken: "Já existe um campo com este nome.",
  segment_taken: "Já existe um segmento com este nome.",
  bad_filter: "O filtro tem uma condição incompleta.",
  cannot_merge: "Estes dois não podem ser unidos: um deles já foi unido a outro.",
  cannot_undo: "Não dá para desfazer: há uma união mais recente sobre esta, ou ela já foi desfeita.",
  proposal_decided: "Alguém já decidiu sobre este par.",
  bad_sheet: (data) => failureText(String(data.why)),
  bad_plan: "Escolha ao menos uma coluna com telefone, e-mail, CPF ou CNPJ, e cada destino uma vez só.",
  import_not_ready: "Esta importação já começou.",
  too_many: "O limite foi atingido.",
};
