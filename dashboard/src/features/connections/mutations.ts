/** What can be done to a connection? */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { connectionKeys, connectionsApi, isPaired } from "@/api/connections";
import type { Channel } from "@/api/contract";
import { api } from "@/api/endpoints";
import { keys } from "@/api/keys";
import { sentenceFor } from "@/api/texts";
import { notify } from "@/ui/toast";

import { sentences } from "./texts";

export function useDisconnect() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (channel: Channel): Promise<unknown> => (isPaired(channel.adapter) ? connectionsApi.unpair(channel.id) : api.disconnect(channel.id)),
    onError: (error) => notify("error", sentenceFor(error, sentences)),
    onSettled: () => refresh(client),
  });
}

/** For numbers that need no code: the account is asked whether it works. */
export function useConnect() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (channel: Channel) => api.connect(channel.id),
    onError: (error) => notify("error", sentenceFor(error, sentences)),
    onSettled: () => refresh(client),
  });
}

const refresh = (client: ReturnType<typeof useQueryClient>) =>
  Promise.all([client.invalidateQueries({ queryKey: connectionKeys.list }), client.invalidateQueries({ queryKey: keys.overview })]);
