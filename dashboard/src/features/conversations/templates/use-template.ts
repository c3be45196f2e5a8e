/** Which template is chosen, with what in it, and how will it read? */
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";

import type { Conversation } from "@/api/contract";
import { api } from "@/api/endpoints";
import { keys } from "@/api/keys";
import { sessionStore } from "@/api/session";
import { type HeaderMedia, type Template, templatesApi } from "@/api/templates";
import { firstName, mediaOf, prefill, valuesOf } from "@/lib/template-values";
import { useStore } from "@/lib/store";
import { useSettled } from "@/lib/use-settled";

/** Templates that may be sent through this number, by what they are called and what they say. */
export function useTemplateList(channelId: string, q: string) {
  const filter = { channel_id: channelId, q: useSettled(q, 150) };
  return useQuery({
    queryKey: keys.templateList(filter),
    queryFn: ({ signal }) => templatesApi.list(filter, null, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
}

export interface HeaderFile {
  id: string;
  name: string;
  type: string;
  kind: HeaderMedia;
  picture: string | null;
}

export function useTemplate(template: Template, conversation: Conversation) {
  const me = useStore(sessionStore)?.user.name ?? "";
  const { name, phone } = conversation.contact;
  const [typed, setTyped] = useState(() => prefill(template.slots, template.body, { firstName: firstName(name), fullName: firstName(name) && name, phone, me }));
  const [file, setFile] = useState<HeaderFile | null>(null);
  const upload = useMutation({
    mutationFn: (chosen: File) => api.upload(chosen),
    onSuccess: (stored, chosen) =>
      setFile({ id: stored.media_id, name: chosen.name, type: stored.mime_type, kind: kindOf(stored.mime_type), picture: stored.mime_type.startsWith("image/") ? URL.createObjectURL(chosen) : null }),
  });
  const picture = file?.picture;
  useEffect(() => {
    if (!picture) return;
    return () => URL.revokeObjectURL(picture);
  }, [picture]);

  const values = useMemo(() => valuesOf(template.slots, typed, template.named), [template, typed]);
  const asked = useSettled(values, 120);
  const media = mediaOf(template.slots) ? (file?.kind ?? "") : "";
  const preview = useQuery({
    queryKey: keys.templatePreview(template.id, asked, media),
    queryFn: ({ signal }) => templatesApi.preview(template.id, asked, media, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  const current = preview.data !== undefined && !preview.isPlaceholderData && asked === values;
  const type = (id: string, text: string) => setTyped((all) => ({ ...all, [id]: text }));
  return { typed, type, values, file, setFile, upload, preview, ready: current && preview.data.problems.length === 0 };
}

const kindOf = (mime: string): HeaderMedia => (mime.startsWith("image/") ? "image" : mime.startsWith("video/") ? "video" : "document");
