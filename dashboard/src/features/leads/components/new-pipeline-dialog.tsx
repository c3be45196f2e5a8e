/** How is a new pipeline called? */
import { type SyntheticEvent, useState } from "react";

import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";

import { usePipelineActs } from "../mutations";

export function NewPipelineDialog({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const { create } = usePipelineActs();
  const [name, setName] = useState("");
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() !== "") create.mutate(name, { onSuccess: (made) => onMade(made.id) });
  };
  return (
    <Dialog label="Novo funil" onClose={onClose} className="w-[min(94vw,400px)]">
      <form onSubmit={submit} className="flex flex-col gap-4 p-5">
        <h2 className="text-lg font-semibold">Novo funil</h2>
        <Field label="Nome" value={name} maxLength={60} placeholder="Pós-venda" onChange={(event) => setName(event.target.value)} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancelar</Button>
          <Button look="primary" type="submit" disabled={name.trim() === ""} busy={create.isPending}>
            Criar
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
