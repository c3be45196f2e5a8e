/** What do the screens of automations say? */
import type { ActionName, Hours, RunState } from "@/api/automations";
import type { Sentences } from "@/api/texts";
import { lookup } from "@/lib/lookup";
import type { Tone } from "@/ui/state-badge";

export const actionNames: Record<ActionName, string> = {
  send_text: "Enviar mensagem", send_template: "Enviar modelo", assign: "Atribuir a equipe ou pessoa", open_handoff: "Abrir transbordo",
  notify: "Avisar colegas", add_note: "Escrever nota interna", tags: "Mudar etiquetas", set_field: "Preencher campo do contato",
  create_deal: "Criar negócio", move_deal: "Mover negócio", start_flow: "Iniciar fluxo", hand_back: "Devolver ao bot",
  call_webhook: "Chamar webhook", resolve: "Arquivar conversa",
};

export const hoursNames: Record<Hours, string> = {
  always: "A qualquer hora",
  open: "Só dentro do horário de atendimento",
  next_opening: "Fora do horário, espera a próxima abertura",
  closed: "Só fora do horário de atendimento",
};

export const runStates: Record<RunState, { label: string; tone: Tone }> = {
  waiting: { label: "Aguardando", tone: "amber" },
  ran: { label: "Agiu", tone: "green" },
  skipped: { label: "Não agiu", tone: "grey" },
  failed: { label: "Falhou", tone: "red" },
};

const REASONS: Record<string, string> = {
  conditions: "As condições não foram atendidas.",
  own_effect: "O fato foi causado por esta própria automação.",
  too_deep: "Três automações já tinham disparado umas às outras.",
  switched_off: "A automação foi desligada antes da hora.",
  too_late: "Passou mais de seis horas do momento: já não faria sentido.",
  open_now: "A organização estava aberta.",
  closed_now: "Estava fora do horário de atendimento.",
  too_soon: "Já tinha agido nesta conversa há pouco tempo.",
  hourly_limit: "O limite por conversa e hora foi alcançado.",
  conversation_limit: "Automações demais agiram nesta conversa na última hora.",
  some_refused: "Uma parte das ações foi recusada.",
  all_refused: "Todas as ações foram recusadas.",
};
export const reasonOf = (reason: string): string =>
  reason.startsWith("error:") ? "Um erro interno impediu a execução, em três tentativas." : (lookup(REASONS, reason) ?? "");

const CODES: Record<string, string> = {
  no_conversation: "Não há conversa para isto.",
  no_person: "Não há contato para isto.",
  window_closed: "A janela de 24 horas está fechada: use um modelo.",
  opted_out: "A pessoa pediu para não receber mensagens.",
  channel_unavailable: "O canal está desconectado.",
  conversation_archived: "A conversa está arquivada.",
  already_waiting: "A conversa já aguardava uma pessoa.",
  said_already: "Isso já foi dito, e a pessoa ainda não escreveu depois.",
  taken_by_other: "Outra pessoa já atende esta conversa.",
  text_too_long: "O texto é longo demais para o canal.",
  template_refused: "O modelo não pôde ser preenchido.",
  templates_unsupported: "Este canal não tem modelos.",
  deal_is_open: "A pessoa já tem um negócio aberto neste funil.",
  no_deal: "A pessoa não tem negócio aberto neste funil.",
  in_stage_already: "O negócio já estava nesta etapa.",
  reason_needed: "Perder um negócio exige um motivo.",
  stage_not_found: "A etapa não existe mais.",
  pipeline_not_found: "O funil não existe mais.",
  cannot_start: "O fluxo não pode começar agora: não está publicado, ou uma pessoa atende.",
  bot_not_found: "O bot não existe mais.",
  not_found: "Não existe mais, ou está fora de serviço.",
  bad_field: "O campo não aceita este valor.",
  person_not_found: "A pessoa não existe mais.",
  team_not_found: "A equipe não existe mais.",
  cannot_see: "Um dos colegas não pode ver esta conversa.",
};
export const codeOf = (code: string): string => lookup(CODES, code) ?? `Recusada (${code.slice(0, 40)}).`;

const WHY: Record<string, string> = {
  missing: "falta preencher", unknown_field: "este campo não existe mais", unknown_op: "esta comparação não existe", value_missing: "falta o valor",
  value_too_long: "o valor é longo demais", not_a_number: "precisa ser um número", unknown_choice: "esta opção não existe", too_deep: "grupos demais, um dentro do outro",
  too_many: "há itens demais", out_of_bounds: "está fora do limite", unknown_variable: "há uma variável que não existe", broken_variable: "há uma variável mal fechada",
  operator_variable: "não há atendente: use variáveis do contato", members_missing: "a pessoa não está mais na organização", teams_missing: "a equipe não existe mais",
  bots_missing: "o bot não existe mais", pipelines_missing: "o funil não existe mais", stages_missing: "a etapa não existe mais", channels_missing: "o canal não existe mais",
  webhooks_missing: "o webhook não existe mais",
};

function placeOf(where: string): string {
  const [part, at] = where.split(".");
  if (part === "actions") return at === undefined ? "Ações" : `Ação ${Number(at) + 1}`;
  if (part === "conditions") return at === undefined ? "Condições" : `Condição ${Number(at) + 1}`;
  return part === "triggers" ? "Gatilhos" : "Limites";
}

export const sentences: Sentences = {
  bad_rule: (data) => `${placeOf(String(data.where))}: ${lookup(WHY, String(data.why)) ?? "não pode ficar assim"}.`,
  name_taken: "Já existe uma automação com este nome.",
  automation_changed: (data) => `${typeof data.changed_by_name === "string" && data.changed_by_name ? data.changed_by_name : "Alguém"} mudou esta automação enquanto você editava. Recarregue para ver a versão nova.`,
  automation_not_found: "Esta automação não existe mais.",
  fact_not_found: "Este acontecimento não está mais guardado. Escolha outro.",
  too_many_of_these: "O limite é de 100 automações.",
};

/** "30 min", "2 h", "3 dias". */
export function minutesText(minutes: number): string {
  if (minutes % 1440 === 0) return `${minutes / 1440} ${minutes === 1440 ? "dia" : "dias"}`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}
