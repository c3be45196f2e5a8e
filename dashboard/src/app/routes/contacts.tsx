/** /contatos, /contatos/duplicados and /contatos/importar */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";

import { ImportPage } from "@/features/contacts/components/import-page";
import { PeoplePage } from "@/features/contacts/components/people-page";
import { ProposalsPage } from "@/features/contacts/components/proposals-page";

function useOpenPerson(title: string): (id: string) => void {
  const navigate = useNavigate();
  useEffect(() => {
    document.title = `${title} · Recado`;
  }, [title]);
  return (contactId) => void navigate({ to: "/contatos/$contactId", params: { contactId } });
}

export function ContactsRoute() {
  const navigate = useNavigate();
  const search = useSearch({ from: "/signed-in/contatos" });
  const open = useOpenPerson("Contatos");
  return (
    <PeoplePage
      search={search}
      onSearch={(changes) => void navigate({ to: "/contatos", search: (before) => ({ ...before, ...changes }), replace: true })}
      onPerson={open}
    />
  );
}

export function DuplicatesRoute() {
  return <ProposalsPage onPerson={useOpenPerson("Contatos duplicados")} />;
}

export function ImportRoute() {
  return <ImportPage onPerson={useOpenPerson("Importar contatos")} />;
}
