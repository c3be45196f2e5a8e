/** What stands above every screen of people: their name, and the ways between them. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { useMay } from "@/api/use-may";

const tab = "border-b-2 border-transparent px-1 pb-2 text-list font-medium text-ink-2 hover:text-ink";
const active = { className: "!border-accent !text-accent-text" };

export function ContactsFrame({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const mayImport = useMay("contacts:import");
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" data-testid="contacts">
      <div className="mx-auto max-w-320 px-4 py-5 md:px-8 md:py-7">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          <h1 className="text-xl font-semibold tracking-tight">Contatos</h1>
          <div className="flex flex-wrap gap-2">{actions}</div>
        </div>
        <nav aria-label="Contatos" className="mb-4 flex gap-5 border-b border-line">
          <Link to="/contatos" activeOptions={{ exact: true, includeSearch: false }} className={tab} activeProps={active}>
            Todos
          </Link>
          <Link to="/contatos/duplicados" className={tab} activeProps={active}>
            Duplicados
          </Link>
          {mayImport && (
            <Link to="/contatos/importar" className={tab} activeProps={active}>
              Importar
            </Link>
          )}
        </nav>
        {children}
      </div>
    </div>
  );
}
