/** /automacoes and what lies below it */
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";

import { AutomationsPage } from "@/features/automations/components/automations-page";
import { EditorPage } from "@/features/automations/components/editor-page";

export function AutomationsRoute() {
  const navigate = useNavigate();
  useEffect(() => {
    document.title = "Automações · Recado";
  }, []);
  const open = (automationId: string, exemplo?: number) => void navigate({ to: "/automacoes/$automationId", params: { automationId }, search: exemplo === undefined ? {} : { exemplo } });
  return <AutomationsPage onOpen={(id) => open(id)} onNew={(recipe) => open("nova", recipe ?? undefined)} />;
}

export function AutomationRoute() {
  const navigate = useNavigate();
  const { automationId } = useParams({ from: "/signed-in/automacoes/$automationId" });
  const { exemplo, ver } = useSearch({ from: "/signed-in/automacoes/$automationId" });
  useEffect(() => {
    document.title = "Automação · Recado";
  }, []);
  const here = (id: string, search: { ver?: "registro" }) => void navigate({ to: "/automacoes/$automationId", params: { automationId: id }, search, replace: true });
  return (
    <EditorPage
      id={automationId === "nova" ? null : automationId}
      recipe={exemplo ?? null}
      view={ver ?? "regra"}
      onView={(view) => here(automationId, view === "registro" ? { ver: view } : {})}
      onBack={() => void navigate({ to: "/automacoes" })}
      onSaved={(id) => here(id, {})}
      onConversation={(conversationId) => void navigate({ to: "/whatsapp/conversas/$conversationId", params: { conversationId } })}
    />
  );
}
