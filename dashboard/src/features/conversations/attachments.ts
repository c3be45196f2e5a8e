/** Which files wait beside the text, and have they reached the server? */
import { useCallback, useState } from "react";

import { api } from "@/api/endpoints";
import { sentenceFor } from "@/api/texts";
import { notify } from "@/ui/toast";

import { fileObstacle } from "./composer-rules";
import { sentences } from "./texts";

export interface Attachment {
  id: string;
  file: File;
  state: "uploading" | "ready" | "failed";
  mediaId: string | null;
}

const MOST = 10;

export function useAttachments() {
  const [items, setItems] = useState<Attachment[]>([]);

  const upload = useCallback(async (item: Attachment) => {
    const change = (fields: Partial<Attachment>) => setItems((all) => all.map((one) => (one.id === item.id ? { ...one, ...fields } : one)));
    change({ state: "uploading" });
    try {
      const { media_id } = await api.upload(item.file);
      change({ state: "ready", mediaId: media_id });
    } catch (error) {
      change({ state: "failed" });
      notify("error", sentenceFor(error, sentences));
    }
  }, []);

  const add = useCallback(
    (files: File[]) => {
      const fine = files.slice(0, MOST).filter((file) => {
        const obstacle = fileObstacle(file);
        if (obstacle) notify("error", obstacle);
        return obstacle === null;
      });
      const fresh = fine.map((file): Attachment => ({ id: crypto.randomUUID(), file, state: "uploading", mediaId: null }));
      setItems((all) => [...all, ...fresh].slice(0, MOST));
      fresh.forEach((item) => void upload(item));
    },
    [upload],
  );

  const remove = useCallback((id: string) => setItems((all) => all.filter((one) => one.id !== id)), []);
  const clear = useCallback(() => setItems([]), []);
  return { items, add, remove, clear, retry: upload };
}
