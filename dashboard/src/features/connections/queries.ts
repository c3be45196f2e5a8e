/** Which connections are there, and which code is good now? */
import { useQuery } from "@tanstack/react-query";

import { connectionKeys, connectionsApi, type Method } from "@/api/connections";

/** A code changes every 45 s, at a moment that only the gateway knows: nobody should type an old one for long. */
const FRESH_CODE = 4_000;
const NOT_READY = 1_500;

export const useConnections = () =>
  useQuery({
    queryKey: connectionKeys.list,
    queryFn: ({ signal }) => connectionsApi.list(signal),
    refetchInterval: 30_000,
  });

export const useCode = (id: string, method: Method, phone: string, enabled: boolean) =>
  useQuery({
    queryKey: connectionKeys.code(id, method, phone),
    queryFn: ({ signal }) => connectionsApi.pair(id, method, phone, signal),
    enabled,
    retry: false,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) => {
      if (state.status === "error" || state.data?.state === "connected") return false;
      return state.data?.qr || state.data?.pairing_code ? FRESH_CODE : NOT_READY;
    },
  });
