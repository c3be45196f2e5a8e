/** Where does the dashboard begin? */
import "./styles.css";

import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { Toaster } from "@/ui/toast";
import { TooltipProvider } from "@/ui/tooltip";

import { queryClient } from "./query-client";
import { router } from "./router";
import { SessionGate } from "./session-gate";
import { watchSession } from "./session-effects";

watchSession();

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <TooltipProvider delayDuration={350} skipDelayDuration={150}>
          <SessionGate>
            <RouterProvider router={router} />
          </SessionGate>
          <Toaster />
        </TooltipProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
