/** What does a link of an invitation open? */
import { useQuery } from "@tanstack/react-query";

import { api } from "@/api/endpoints";

export const useInvitation = (token: string) => useQuery({ queryKey: ["invitation", token], queryFn: () => api.readInvitation(token), retry: false, staleTime: Infinity });
