/** Does the flow still do what its author wanted? Cases beside it, run on the engine with a clock of its own. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleCheck, CirclePlay, CircleX, FlaskConical } from "lucide-react";
import { useState } from "react";

import { flowsApi, type TestsReport } from "@/api/flows";
import { keys } from "@/api/keys";
import { ApiProblem } from "@/api/problem";
import { sentenceFor } from "@/api/texts";
import { cx } from "@/lib/classes";
import { formatShare } from "@/lib/numbers";
import { Button } from "@/ui/button";
import { ErrorState, Skeleton } from "@/ui/states";
import { notify } from "@/ui/toast";

import { edgesOf } from "../../model/exits";
import { litByCoverage } from "../../model/coverage";
import { useTests } from "../../queries";
import { useBuilder } from "../../state/context";
import { flowOf } from "../../state/draft";
import { flowSentences, plural } from "../../texts";
import { CaseRow } from "./case-row";

export function TestsPanel() {
  const { flowId } = useBuilder();
  const tests = useTests(flowId);
  if (tests.isPending) return <Skeleton className="m-4 h-40" />;
  if (tests.isError) return <ErrorState title="Os testes não carregaram" detail={sentenceFor(tests.error)} onRetry={() => void tests.refetch()} />;
  return <Cases key={tests.data.revision} revision={tests.data.revision} stored={tests.data.text} />;
}

function Cases({ revision, stored }: { revision: number; stored: string }) {
  const { flowId, draft, view, mayWrite } = useBuilder();
  const client = useQueryClient();
  const [text, setText] = useState(stored);
  const run = useMutation({
    mutationFn: () => flowsApi.runTests(flowId, { definition: flowOf(draft.get()), text }),
    onSuccess: (report) => {
      const flow = flowOf(draft.get());
      view.show({ lit: litByCoverage(Object.keys(flow.nodes), edgesOf(flow.nodes), report.coverage) });
    },
  });
  const save = useMutation({
    mutationFn: () => flowsApi.saveTests(flowId, { revision, text }),
    onSuccess: (saved) => client.setQueryData(keys.flowTests(flowId), { revision: saved.revision, text }),
    onError: (error) => notify("error", sentenceFor(error, flowSentences)),
  });
  const changed = text !== stored;
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-testid="flow-tests">
      <div className="flex items-center gap-2 border-b border-line px-4 py-2">
        <Button look="primary" size="sm" busy={run.isPending} disabled={text.trim() === ""} onClick={() => run.mutate()} data-testid="tests-run">
          <CirclePlay className="size-3.5" aria-hidden /> Rodar
        </Button>
        {mayWrite && (
          <Button size="sm" busy={save.isPending} disabled={!changed} onClick={() => save.mutate()} data-testid="tests-save">
            {changed ? "Salvar" : "Salvo"}
          </Button>
        )}
      </div>
      {run.isError && <Unreadable error={run.error} />}
      {run.data && <Report report={run.data} />}
      <div className="flex min-h-64 flex-1 flex-col gap-1.5 p-4">
        <label htmlFor="flow-tests-text" className="text-sm font-medium text-ink-2">
          Casos
        </label>
        <textarea
          id="flow-tests-text"
          value={text}
          spellCheck={false}
          disabled={!mayWrite}
          onChange={(event) => setText(event.target.value)}
          placeholder={EXAMPLE}
          className="min-h-56 flex-1 resize-none rounded-lg border border-line-strong bg-surface px-3 py-2 font-mono text-sm leading-relaxed whitespace-pre outline-none focus:border-accent"
          data-testid="tests-text"
        />
        {text.trim() === "" && (
          <p className="flex items-start gap-1.5 text-sm text-pretty text-ink-3">
            <FlaskConical className="mt-0.5 size-3.5 shrink-0" aria-hidden /> Converse no simulador e guarde a conversa: ela vira o primeiro teste.
          </p>
        )}
      </div>
    </div>
  );
}

const EXAMPLE = `- name: Quem some recebe um lembrete
  script:
    - says: oi
    - expect: Como posso ajudar?
    - after: 26h
    - expect: {contains: Ainda}
    - at: "21:30"
    - expect_nothing`;

function Report({ report }: { report: TestsReport }) {
  const { cases, coverage } = report;
  const failed = cases.filter((one) => !one.passed).length;
  return (
    <section aria-label="Resultado" className="border-b border-line" data-testid="tests-report" data-failed={failed} data-passed={cases.length - failed}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 text-list">
        <span className={cx("inline-flex items-center gap-1.5 font-semibold", failed > 0 ? "text-danger-text" : "text-accent-text")}>
          {failed > 0 ? <CircleX className="size-4" aria-hidden /> : <CircleCheck className="size-4" aria-hidden />}
          {failed > 0 ? `${plural(failed, "caso falhou", "casos falharam")} de ${cases.length}` : plural(cases.length, "caso passou", "casos passaram")}
        </span>
        <Coverage label="saídas" seen={coverage.exits_seen} all={coverage.exits} />
        <Coverage label="blocos" seen={coverage.nodes_seen} all={coverage.nodes} />
      </div>
      <ul className="divide-y divide-line border-t border-line">
        {cases.map((one, index) => (
          <CaseRow key={index} result={one} />
        ))}
      </ul>
    </section>
  );
}

function Coverage({ label, seen, all }: { label: string; seen: number; all: number }) {
  return (
    <span className="text-sm text-ink-2 tabular-nums">
      {formatShare(all === 0 ? null : seen / all)} das {label}
      <span className="text-ink-3">{` (${seen} de ${all})`}</span>
    </span>
  );
}

/** What cannot be read says where, line by line. */
function Unreadable({ error }: { error: unknown }) {
  const faults = error instanceof ApiProblem && Array.isArray(error.data.faults) ? (error.data.faults as string[]) : [];
  return (
    <div role="alert" className="border-b border-line bg-danger-soft px-4 py-2.5 text-list text-danger-text">
      {faults.length === 0 ? sentenceFor(error, flowSentences) : faults.slice(0, 8).map((fault) => <p key={fault}>{fault}</p>)}
    </div>
  );
}
