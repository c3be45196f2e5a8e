/** What can be asked of an organization's settings? */
import { get, patch, post, put, remove } from "./client";
import type { components } from "./generated";

type Schemas = components["schemas"];

export type Member = Schemas["MemberOutput"];
export type MemberRole = NonNullable<Schemas["InviteInput"]["role"]>;
export type Invitation = Schemas["InvitationOutput"];
export type Team = Schemas["TeamOutput"];
export type Hours = Schemas["HoursOutput"];
export type Span = Schemas["SpanOutput"];
export type ApiKey = Schemas["ApiKeyOutput"];
export type Webhook = Schemas["WebhookOutput"];
export type WebhookDelivery = Schemas["WebhookDeliveryOutput"];
export type AuditEntry = Schemas["AuditEntryOutput"];
export type Verification = Schemas["VerificationOutput"];
export type Organization = Schemas["OrganizationOutput"];

export interface AuditFilter {
  action: string;
  actor: string;
  /** Local days as 2026-03-02, or empty. */
  since: string;
  until: string;
}

const WEBHOOK = "/api/v1/webhooks/{webhook_id}";
const webhook = (webhook_id: string) => ({ path: { webhook_id } });

export const settingsApi = {
  organization: (signal?: AbortSignal) => get("/api/v1/organization", { signal }),
  changeOrganization: (json: Schemas["OrganizationInput"]) => patch("/api/v1/organization", { json }),

  members: async (signal?: AbortSignal) => (await get("/api/v1/members", { query: { limit: 200 }, signal })).items,
  changeMember: (id: string, json: Schemas["MemberInput"]) => patch("/api/v1/members/{member_id}", { path: { member_id: id }, json }),
  invitations: async (signal?: AbortSignal) => (await get("/api/v1/members/invitations", { signal })).items,
  invite: (json: Schemas["InviteInput"]) => post("/api/v1/members/invitations", { json }),
  withdraw: (id: string) => remove("/api/v1/members/invitations/{invitation_id}", { path: { invitation_id: id } }),

  teams: async (signal?: AbortSignal) => (await get("/api/v1/teams", { signal })).items,
  createTeam: (json: Schemas["TeamInput"]) => post("/api/v1/teams", { json }),
  changeTeam: (id: string, json: Schemas["TeamChangeInput"]) => patch("/api/v1/teams/{team_id}", { path: { team_id: id }, json }),
  removeTeam: (id: string) => remove("/api/v1/teams/{team_id}", { path: { team_id: id } }),

  hours: (signal?: AbortSignal) => get("/api/v1/organization/hours", { signal }),
  setHours: (json: Schemas["HoursInput"]) => put("/api/v1/organization/hours", { json }),
  putDay: (json: Schemas["OwnDayInput"]) => post("/api/v1/organization/days", { json }),
  removeDay: (id: string) => remove("/api/v1/organization/days/{day_id}", { path: { day_id: id } }),

  channels: async (signal?: AbortSignal) => (await get("/api/v1/channels", { signal })).items,

  addCloudChannel: (json: Schemas["CloudChannelInput"]) => post("/api/v1/channels/whatsapp-cloud", { json }),

  apiKeys: (signal?: AbortSignal) => get("/api/v1/api-keys", { query: { limit: 200 }, signal }),
  createKey: (json: Schemas["ApiKeyInput"]) => post("/api/v1/api-keys", { json }),
  revokeKey: (id: string) => remove("/api/v1/api-keys/{key_id}", { path: { key_id: id } }),

  webhooks: (signal?: AbortSignal) => get("/api/v1/webhooks", { signal }),
  createWebhook: (json: Schemas["WebhookInput"]) => post("/api/v1/webhooks", { json }),
  changeWebhook: (id: string, json: Schemas["WebhookChangeInput"]) => patch(WEBHOOK, { ...webhook(id), json }),
  rotateWebhook: (id: string) => post(`${WEBHOOK}/rotate`, { ...webhook(id), json: { keep_previous_hours: 24 } }),
  removeWebhook: (id: string) => remove(WEBHOOK, webhook(id)),
  testWebhook: (id: string) => post(`${WEBHOOK}/test`, webhook(id)),
  deliveries: (id: string, cursor: string | null, signal?: AbortSignal) => get(`${WEBHOOK}/deliveries`, { ...webhook(id), query: { cursor, limit: 30 }, signal }),
  resend: (id: string, delivery: string) => post(`${WEBHOOK}/deliveries/{delivery_id}/resend`, { path: { webhook_id: id, delivery_id: delivery } }),

  audit: (filter: AuditFilter, cursor: string | null, signal?: AbortSignal) =>
    get("/api/v1/audit", {
      query: {
        ...(cursor === null ? {} : { cursor }),
        ...(filter.action ? { action: filter.action } : {}),
        ...(filter.actor ? { actor: filter.actor } : {}),
        ...(filter.since ? { since: filter.since } : {}),
        ...(filter.until ? { until: filter.until } : {}),
        limit: 50,
      },
      signal,
    }),
  verifyAudit: () => get("/api/v1/audit/verify", {}),
};
