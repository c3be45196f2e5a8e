/** What does the API say of message templates, and what can be asked of it? */
import { get, post, remove } from "./client";
import type { components } from "./generated";
import { call } from "./http";

type Schemas = components["schemas"];

export type Template = Schemas["MessageTemplateOutput"];
export type TemplateSlot = Schemas["TemplateSlotOutput"];
export type TemplateSync = Schemas["TemplateSyncOutput"];
export type TemplateProblem = Schemas["TemplateProblemOutput"];
export type TemplateValues = Schemas["TemplateValuesInput"];
export type TemplateDraft = Schemas["TemplateDraftInput"];
export type HeaderMedia = "" | "image" | "video" | "document";

/** What a message carries of its template. */
export interface TemplateUse {
  name: string;
  language: string;
  values: TemplateValues;
}

export interface TemplateFilter {
  channel_id?: string;
  q?: string;
  status?: string;
}

export const templatesApi = {
  list: (filter: TemplateFilter, cursor: string | null, signal?: AbortSignal) =>
    get("/api/v1/templates", { query: { ...filter, ...(cursor === null ? {} : { cursor }), limit: 100 }, signal }),
  preview: (id: string, values: TemplateValues, media: HeaderMedia, signal?: AbortSignal) =>
    post("/api/v1/templates/{template_id}/preview", { path: { template_id: id }, json: { values, media }, signal }),
  sync: (channelId?: string) => post("/api/v1/templates/sync", { json: channelId === undefined ? {} : { channel_id: channelId } }),
  check: (draft: TemplateDraft, signal?: AbortSignal) => post("/api/v1/templates/check", { json: draft, signal }),
  create: (draft: TemplateDraft) => post("/api/v1/templates", { json: draft }),
  remove: (id: string) => remove("/api/v1/templates/{template_id}", { path: { template_id: id } }),
  sample: (channelId: string, file: File) =>
    call<Schemas["SampleOutput"]>("/api/v1/templates/samples", {
      method: "POST",
      query: { channel_id: channelId },
      body: file,
      headers: { "Content-Type": file.type || "application/octet-stream" },
    }),
};
