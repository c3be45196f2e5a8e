/** Who seems to be one person twice, and what says so? */
import { CopyCheck, Search } from "lucide-react";
import type { ReactNode } from "react";

import type { Person, Proposal } from "@/api/contacts";
import { sentenceFor } from "@/api/texts";
import { useMay } from "@/api/use-may";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { Empty, ErrorState, Skeleton } from "@/ui/states";

import { useAccept, useFindDuplicates, useRefuse } from "../mutations";
import { useProposals } from "../queries";
import { reasonText, sourceName } from "../texts";
import { ContactsFrame } from "./contacts-frame";
import { Chip } from "./controls";

export function ProposalsPage({ onPerson }: { onPerson: (id: string) => void }) {
  const list = useProposals();
  const look = useFindDuplicates();
  const mayMerge = useMay("contacts:merge");
  return (
    <ContactsFrame
      actions={
        mayMerge && (
          <Button busy={look.isPending} onClick={() => look.mutate()}>
            <Search className="size-4" aria-hidden /> Procurar números repetidos
          </Button>
        )
      }
    >
      <p className="mb-4 max-w-160 text-list text-pretty text-ink-2">
        Nada é unido sozinho. Ao unir, conversas, identificadores, etiquetas, campos e notas vão para o contato que fica, e tudo volta se você desfizer.
      </p>
      {list.isPending ? (
        <Skeleton className="h-32 w-full" />
      ) : list.isError ? (
        <ErrorState title="Os pares não carregaram" detail={sentenceFor(list.error)} onRetry={() => void list.refetch()} />
      ) : list.proposals.length === 0 ? (
        <Empty icon={<CopyCheck aria-hidden />} title="Nenhum contato repetido">
          Quando o WhatsApp, uma planilha ou um documento mostrar que dois contatos são a mesma pessoa, o par aparece aqui com a prova.
        </Empty>
      ) : (
        <ul className="flex flex-col gap-3">
          {list.proposals.map((proposal) => (
            <li key={proposal.id}>
              <ProposalCard proposal={proposal} onPerson={onPerson} />
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Mostrar mais
          </Button>
        </div>
      )}
    </ContactsFrame>
  );
}

export function ProposalCard({ proposal, onPerson }: { proposal: Proposal; onPerson: (id: string) => void }) {
  const accept = useAccept();
  const refuse = useRefuse();
  const mayMerge = useMay("contacts:merge");
  const busy = accept.isPending || refuse.isPending;
  return (
    <div className="rounded-xl border border-line bg-surface p-4" data-testid="proposal">
      <p className="mb-3 text-list font-medium">{reasonText(proposal)}</p>
      <div className="grid gap-3 md:grid-cols-2">
        {[proposal.first, proposal.second].map((one) => (
          <Side key={one.id} person={one} onPerson={onPerson}>
            {mayMerge && (
              <Button size="sm" disabled={busy} busy={accept.isPending && accept.variables.kept === one.id} onClick={() => accept.mutate({ id: proposal.id, kept: one.id })} data-testid="proposal-accept">
                Unir e ficar com este
              </Button>
            )}
          </Side>
        ))}
      </div>
      {mayMerge && (
        <div className="mt-3 flex justify-end">
          <Button size="sm" look="ghost" disabled={busy} busy={refuse.isPending} onClick={() => refuse.mutate(proposal.id)} data-testid="proposal-refuse">
            São pessoas diferentes
          </Button>
        </div>
      )}
    </div>
  );
}

function Side({ person, onPerson, children }: { person: Person; onPerson: (id: string) => void; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-1.5 rounded-lg bg-sunken p-3">
      <button type="button" className="max-w-full truncate text-left text-base font-medium hover:underline" onClick={() => onPerson(person.id)}>
        <SafeText text={person.name || "Sem nome"} max={80} />
      </button>
      <span className="text-list text-ink-2 tabular-nums">{person.phone_shown || "sem telefone"} · {sourceName(person.source)}</span>
      <span className="flex flex-wrap gap-1">
        {person.tags.slice(0, 5).map((tag) => (
          <Chip key={tag}>
            <SafeText text={tag} max={24} />
          </Chip>
        ))}
      </span>
      {children}
    </div>
  );
}
