/** Which words do the settings use? */
import type { Sentences } from "@/api/texts";
import type { Tone } from "@/ui/state-badge";

export const roleNames: Record<string, string> = {
  org_admin: "Administração",
  operator: "Operação",
  agent: "Atendimento",
  viewer: "Leitura",
};

export const roleHelp: Record<string, string> = {
  org_admin: "Tudo, inclusive ajustes, pessoas e chaves",
  operator: "Todas as conversas, fluxos e relatórios",
  agent: "As próprias conversas e as que ninguém assumiu",
  viewer: "Só olha",
};

export const ROLES = Object.entries(roleNames);

export const weekdays = ["Segunda", "Terça", "Quarta", "Quinta", "Sexta", "Sábado", "Domingo"];

export const webhookStates: Record<string, { label: string; tone: Tone }> = {
  active: { label: "Ativo", tone: "green" },
  paused: { label: "Pausado", tone: "grey" },
  disabled: { label: "Desativado", tone: "red" },
};

export const deliveryStates: Record<string, { label: string; tone: Tone }> = {
  delivered: { label: "Entregue", tone: "green" },
  pending: { label: "A caminho", tone: "amber" },
  failed: { label: "Falhou", tone: "red" },
};

export const openingReasons: Record<string, string> = {
  always: "sem horário definido",
  week: "dentro do horário",
  own_day: "dia especial",
  holiday: "feriado",
  outside_hours: "fora do horário",
};

const URL_FAULTS: Record<string, string> = {
  scheme: "O endereço deve começar com https://.",
  private: "O endereço fica dentro de uma rede interna.",
  port: "A porta do endereço não é permitida.",
  provider: "Este endereço pertence a um provedor de mensagens.",
};

export const sentences: Sentences = {
  last_admin: "A organização precisa de ao menos uma pessoa na administração.",
  already_member: "Esta pessoa já faz parte da organização.",
  bad_email: "Este e-mail não parece válido.",
  name_taken: "Já existe um com este nome.",
  bad_setting: (data) => (data.field === "hours" ? "Há horários que se sobrepõem, ou que terminam antes de começar." : "Um dos valores não é válido."),
  scopes_too_wide: "A chave não pode fazer mais do que você.",
  bad_webhook: (data) => (data.reason === "url" ? (URL_FAULTS[String(data.detail)] ?? "O endereço não é válido.") : "Escolha ao menos um fato."),
  bad_secret: "O nome, o valor ou um dos endereços não é válido.",
  too_many_webhooks: "A organização já tem o máximo de webhooks.",
  too_many_secrets: "A organização já tem o máximo de segredos.",
  too_many_days: "A organização já tem o máximo de dias especiais.",
  channel_exists: "Já existe um canal com esta conta.",
  channel_refused: (data) => `${channelReasons[String(data.reason)] ?? "A Meta recusou a conta"}. Confira os campos.`,
  incomplete_channel: "Falta preencher algum campo do canal.",
};

/** "conversations:read" → "Conversas: ver". */
export function scopeLabel(scope: string): string {
  const [area = "", verb = ""] = scope.split(":");
  return `${AREAS[area] ?? area}: ${VERBS[verb] ?? verb}`;
}

const VERBS: Record<string, string> = { read: "ver", write: "mudar", publish: "publicar", all: "todas", own: "próprias" };
const AREAS: Record<string, string> = {
  conversations: "Conversas",
  contacts: "Contatos",
  channels: "Canais",
  flows: "Fluxos",
  media: "Arquivos",
  organization: "Organização",
  members: "Pessoas",
  teams: "Equipes",
  secrets: "Segredos",
  webhooks: "Webhooks",
  audit: "Auditoria",
  analytics: "Relatórios",
  overview: "Visão geral",
  dead_letters: "Fila morta",
  api_keys: "Chaves",
  grants: "Acessos da plataforma",
  live: "Eventos ao vivo",
  system: "Sistema",
  templates: "Modelos",
  handoffs: "Transbordos",
  leads: "Funil",
  pipelines: "Funil",
};

export const channelStates: Record<string, { label: string; tone: Tone }> = {
  connected: { label: "Conectado", tone: "green" },
  connecting: { label: "Conectando", tone: "blue" },
  attention: { label: "Precisa de atenção", tone: "amber" },
  disconnected: { label: "Desconectado", tone: "red" },
};

export const channelReasons: Record<string, string> = {
  by_person: "Desconectado pela equipe",
  network: "A Meta não respondeu; será perguntada de novo",
  provider: "A Meta não respondeu; será perguntada de novo",
  token_invalid: "O token de acesso não é aceito",
  token_malformed: "O token de acesso não tem a forma esperada",
  permission_missing: "Faltam permissões ao token de acesso",
  number_unknown: "A Meta não conhece este ID de número",
  number_unregistered: "O número não está registrado na Meta",
  phone_number_id: "O ID do número não é válido",
  account_restricted: "A Meta restringiu a conta",
  payment_missing: "Falta forma de pagamento na Meta",
  logged_out: "O aparelho encerrou a sessão",
  replaced: "Outra conexão tomou o lugar desta",
};

export const adapterNames: Record<string, string> = {
  whatsapp_cloud: "API oficial da Meta",
  evolution: "Evolution API",
};
