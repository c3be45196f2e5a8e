/** /relatorios */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";

import type { ReportFilter, ReportGroup } from "@/api/reports";
import { ReportsPage } from "@/features/reports/components/reports-page";
import { dayKey } from "@/lib/time";
import { useNow } from "@/lib/use-now";

import type { ReportSearch } from "../search";

const GROUPS: Record<NonNullable<ReportSearch["por"]>, ReportGroup> = { dia: "day", semana: "week", mes: "month", hora: "hour", pessoa: "person", equipe: "team" };
const WORDS = Object.keys(GROUPS) as (keyof typeof GROUPS)[];

export function ReportsRoute() {
  const navigate = useNavigate();
  const { de, ate, por } = useSearch({ from: "/signed-in/relatorios" });
  const today = dayKey(useNow(60_000));
  useEffect(() => {
    document.title = "Relatórios · Recado";
  }, []);
  const to = ate ?? today;
  const week = new Date(Date.parse(`${to}T00:00:00Z`) - 6 * 86_400_000).toISOString().slice(0, 10);
  const filter: ReportFilter = { from: de ?? week, to, group: GROUPS[por ?? "dia"] };
  const set = (next: ReportFilter) =>
    void navigate({ to: ".", search: { de: next.from, ate: next.to, por: WORDS.find((word) => GROUPS[word] === next.group) ?? "dia" }, replace: true });
  return <ReportsPage filter={filter} today={today} onFilter={set} onConversation={(conversationId) => void navigate({ to: "/whatsapp/conversas/$conversationId", params: { conversationId } })} />;
}
