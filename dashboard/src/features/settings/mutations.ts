/** What can be changed in the settings, and what does each make stale? */
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";

import { api } from "@/api/endpoints";
import { csatApi, csatKeys } from "@/api/csat";
import { keys } from "@/api/keys";
import { secretsApi } from "@/api/secrets";
import { settingsApi } from "@/api/settings";
import { sentenceFor } from "@/api/texts";
import { notify } from "@/ui/toast";

import { sentences } from "./texts";

/** Every act of the settings: says what went wrong, and has what it changed fetched anew. */
function useAct<Given, Answer>(act: (given: Given) => Promise<Answer>, stale: QueryKey[], said?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      if (said) notify("success", said);
    },
    onError: (error) => notify("error", sentenceFor(error, sentences)),
    onSettled: () => Promise.all([...stale, keys.audit].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

export const useChangeOrganization = () => useAct(settingsApi.changeOrganization, [keys.organization, keys.hours], "Organização salva.");

export const useChangeCsat = () => useAct(csatApi.change, [csatKeys.settings], "Pesquisa salva.");

type MemberChange = { id: string } & Parameters<typeof settingsApi.changeMember>[1];
export const useChangeMember = () => useAct(({ id, ...json }: MemberChange) => settingsApi.changeMember(id, json), [keys.members, keys.teams]);
export const useInvite = () => useAct(settingsApi.invite, [keys.invitations]);
export const useWithdraw = () => useAct(settingsApi.withdraw, [keys.invitations], "Convite retirado.");

export const useSaveTeam = () =>
  useAct(
    ({ id, name, member_ids }: { id: string | null; name: string; member_ids: string[] }) =>
      id === null ? settingsApi.createTeam({ name, member_ids }) : settingsApi.changeTeam(id, { name, member_ids }),
    [keys.teams, keys.members],
    "Equipe salva.",
  );
export const useRemoveTeam = () => useAct(settingsApi.removeTeam, [keys.teams, keys.members], "Equipe removida.");

export const useSetHours = () => useAct(settingsApi.setHours, [keys.hours], "Horários salvos.");
export const usePutDay = () => useAct(settingsApi.putDay, [keys.hours]);
export const useRemoveDay = () => useAct(settingsApi.removeDay, [keys.hours]);

export const useCreateKey = () => useAct(settingsApi.createKey, [keys.apiKeys]);
export const useRevokeKey = () => useAct(settingsApi.revokeKey, [keys.apiKeys], "Chave revogada.");

type SecretForm = { id: string | null; name: string; value: string | null; origins: string[] };
export const useSaveSecret = () =>
  useAct(
    ({ id, name, value, origins }: SecretForm) => (id === null ? secretsApi.create({ name, value, origins }) : secretsApi.rotate(id, { value, origins })),
    [keys.secrets],
  );
export const useRemoveSecret = () => useAct(secretsApi.remove, [keys.secrets], "Segredo apagado.");

export const useCreateWebhook = () => useAct(settingsApi.createWebhook, [keys.webhooks]);
type WebhookChange = { id: string } & Parameters<typeof settingsApi.changeWebhook>[1];
export const useChangeWebhook = () => useAct(({ id, ...json }: WebhookChange) => settingsApi.changeWebhook(id, json), [keys.webhooks]);
export const useRotateWebhook = () => useAct(settingsApi.rotateWebhook, [keys.webhooks]);
export const useRemoveWebhook = () => useAct(settingsApi.removeWebhook, [keys.webhooks], "Webhook removido.");
export const useTestWebhook = (id: string) => useAct(() => settingsApi.testWebhook(id), [keys.deliveries(id)], "Aviso de teste a caminho.");
export const useResend = (id: string) => useAct((delivery: string) => settingsApi.resend(id, delivery), [keys.deliveries(id)], "A caminho de novo.");

export const useVerifyAudit = () => useAct(settingsApi.verifyAudit, []);

export const useAddChannel = () => useAct(settingsApi.addCloudChannel, [keys.channelList, keys.overview]);
export const useSwitchChannel = () =>
  useAct(({ id, on }: { id: string; on: boolean }) => (on ? api.connect(id) : api.disconnect(id)), [keys.channelList, keys.overview]);
