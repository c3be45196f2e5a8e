/** What does the API say of an organization's secrets? Names and where they may travel; a value goes in and never comes out. */
import { call } from "./http";

export interface Secret {
  id: string;
  name: string;
  origins: string[];
  created_at: string;
  rotated_at: string;
  previous_until: string | null;
}

/** `made` is a signing secret that was made just now: here, and never again. */
export interface KeptSecret {
  secret: Secret;
  made: string | null;
}

const one = (id: string, rest = "") => `/api/v1/secrets/${encodeURIComponent(id)}${rest}`;

export const secretsApi = {
  list: async (signal?: AbortSignal) => (await call<{ items: Secret[] }>("/api/v1/secrets", { signal })).items,
  create: (json: { name: string; value: string | null; origins: string[] }) => call<KeptSecret>("/api/v1/secrets", { method: "POST", json }),
  rotate: (id: string, json: { value: string | null; origins?: string[] }) => call<KeptSecret>(one(id, "/rotate"), { method: "POST", json }),
  remove: (id: string) => call<unknown>(one(id), { method: "DELETE" }),
};
