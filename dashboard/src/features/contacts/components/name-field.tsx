/** What is the person called here? */
import { Pencil } from "lucide-react";
import { useState } from "react";

import type { Person } from "@/api/contacts";
import { Button, IconButton } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";

import { useChangePerson } from "../mutations";
import { TextInput } from "./controls";

export function NameField({ person, editable }: { person: Person; editable: boolean }) {
  const [editing, setEditing] = useState<string | null>(null);
  const change = useChangePerson(person.id);
  if (editing === null) {
    return (
      <h1 className="flex items-center gap-1.5 text-xl font-semibold tracking-tight">
        <span className="min-w-0 truncate">
          <SafeText text={person.name || "Sem nome"} max={120} />
        </span>
        {editable && <IconButton label="Mudar o nome" icon={<Pencil aria-hidden />} onClick={() => setEditing(person.name)} />}
      </h1>
    );
  }
  return (
    <form
      className="flex flex-wrap gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ name: editing }, { onSuccess: () => setEditing(null) });
      }}
    >
      <TextInput aria-label="Nome" value={editing} maxLength={120} className="w-full max-w-80" onChange={(event) => setEditing(event.target.value)} />
      <Button type="submit" look="primary" busy={change.isPending}>Salvar</Button>
      <Button look="ghost" onClick={() => setEditing(null)}>Cancelar</Button>
    </form>
  );
}
