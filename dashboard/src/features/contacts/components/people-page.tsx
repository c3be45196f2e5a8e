/** Whom does the organization know? Search, filter, segments, export. */
import { Download, Filter as FilterIcon, Plus, Trash2, Users } from "lucide-react";
import { useState } from "react";

import type { PeopleQuery } from "@/api/contacts";
import { sentenceFor } from "@/api/texts";
import { useMay } from "@/api/use-may";
import { useSettled } from "@/lib/use-settled";
import { Button } from "@/ui/button";
import { Empty, ErrorState, Skeleton } from "@/ui/states";

import { readFilter, writeFilter } from "../filter";
import { useExport, useRemoveSegment } from "../mutations";
import { usePeople, useSegments } from "../queries";
import type { ContactSearch } from "../search";
import { contactSentences } from "../texts";
import { ContactsFrame } from "./contacts-frame";
import { Select, TextInput } from "./controls";
import { FilterBuilder } from "./filter-builder";
import { NewPersonDialog } from "./new-person-dialog";
import { PeopleTable } from "./people-table";

interface PeoplePageProps {
  search: ContactSearch;
  onSearch: (changes: ContactSearch) => void;
  onPerson: (id: string) => void;
}

export function PeoplePage({ search, onSearch, onPerson }: PeoplePageProps) {
  const mayWrite = useMay("contacts:write");
  const mayExport = useMay("contacts:export");
  const [adding, setAdding] = useState(false);
  const [filtering, setFiltering] = useState(Boolean(search.filtro));
  const query: PeopleQuery = { q: useSettled(search.busca ?? "", 200), segment: search.segmento ?? "", filter: search.filtro ?? "" };
  const list = usePeople(query);
  const segments = useSegments().data ?? [];
  const exporting = useExport();
  const narrowed = Boolean(query.q || query.segment || query.filter);
  return (
    <ContactsFrame
      actions={
        <>
          {mayExport && (
            <Button busy={exporting.isPending} onClick={() => exporting.mutate(query)} data-testid="contacts-export">
              <Download className="size-4" aria-hidden /> Exportar CSV
            </Button>
          )}
          {mayWrite && (
            <Button look="primary" onClick={() => setAdding(true)} data-testid="contacts-new">
              <Plus className="size-4" aria-hidden /> Novo contato
            </Button>
          )}
        </>
      }
    >
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <TextInput
          type="search"
          aria-label="Buscar contatos"
          placeholder="Nome, telefone, e-mail ou CPF"
          className="w-full md:w-80"
          value={search.busca ?? ""}
          maxLength={200}
          onChange={(event) => onSearch({ busca: event.target.value || undefined, segmento: undefined, filtro: undefined })}
          data-testid="contacts-search"
        />
        <Select
          aria-label="Segmento"
          className="max-w-full"
          value={search.segmento ?? ""}
          choices={[["", "Todos os contatos"], ...segments.map((one): [string, string] => [one.id, one.name])]}
          onChange={(id) => onSearch({ segmento: id || undefined, filtro: undefined, busca: undefined })}
        />
        <RemoveSegment id={search.segmento} onRemoved={() => onSearch({ segmento: undefined })} />
        <Button aria-expanded={filtering} onClick={() => setFiltering(!filtering)} data-testid="contacts-filter">
          <FilterIcon className="size-4" aria-hidden /> Filtrar
        </Button>
      </div>
      {filtering && (
        <FilterBuilder
          filter={readFilter(search.filtro ?? "")}
          onChange={(filter) => onSearch({ filtro: writeFilter(filter) || undefined, segmento: undefined, busca: undefined })}
          onSaved={() => setFiltering(false)}
        />
      )}
      <div className="overflow-hidden rounded-xl border border-line bg-surface">
        <People list={list} narrowed={narrowed} onPerson={onPerson} />
      </div>
      {list.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Mostrar mais
          </Button>
        </div>
      )}
      {adding && <NewPersonDialog onClose={() => setAdding(false)} onCreated={onPerson} />}
    </ContactsFrame>
  );
}

function RemoveSegment({ id, onRemoved }: { id: string | undefined; onRemoved: () => void }) {
  const mayDefine = useMay("contacts:define");
  const removing = useRemoveSegment();
  if (!mayDefine || !id) return null;
  return (
    <Button busy={removing.isPending} onClick={() => removing.mutate(id, { onSuccess: onRemoved })} data-testid="segment-remove">
      <Trash2 className="size-4" aria-hidden /> Remover segmento
    </Button>
  );
}

interface PeopleProps {
  list: ReturnType<typeof usePeople>;
  narrowed: boolean;
  onPerson: (id: string) => void;
}

function People({ list, narrowed, onPerson }: PeopleProps) {
  if (list.isPending) return <Loading />;
  if (list.people.length > 0) return <PeopleTable people={list.people} onPerson={onPerson} />;
  if (list.isError) {
    return <ErrorState title="Os contatos não carregaram" detail={sentenceFor(list.error, contactSentences)} onRetry={() => void list.refetch()} />;
  }
  return (
    <Empty icon={<Users aria-hidden />} title={narrowed ? "Ninguém com estas condições" : "Ainda não há contatos"}>
      {narrowed ? "Mude a busca ou o filtro." : "Quem escrever pelo WhatsApp aparece aqui. Você também pode criar um contato ou importar uma planilha."}
    </Empty>
  );
}

function Loading() {
  return (
    <div role="status" aria-label="Carregando os contatos" className="flex flex-col gap-3 p-4">
      {Array.from({ length: 6 }, (_, index) => (
        <Skeleton key={index} className="h-8 w-full" />
      ))}
    </div>
  );
}
