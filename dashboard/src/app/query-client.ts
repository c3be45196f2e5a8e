/** How long is what the server said good for, and when is it asked again? */
import { QueryClient } from "@tanstack/react-query";

import { ApiProblem } from "@/api/problem";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The live stream names what changed; age alone is only a second net.
      staleTime: 60_000,
      retry: (failures, error) => failures < 2 && error instanceof ApiProblem && error.mayPass,
    },
  },
});
