/** Which numbers could tell colleagues? */
import { useQuery } from "@tanstack/react-query";

import { get } from "@/api/client";

export const useChannelChoices = (): { id: string; name: string }[] =>
  useQuery({ queryKey: ["handoffs", "channels"], queryFn: async ({ signal }) => (await get("/api/v1/channels", { signal })).items }).data ?? [];
