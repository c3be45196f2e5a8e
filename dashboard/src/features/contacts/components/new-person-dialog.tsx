/** Who is new, and how are they reached? */
import { useState } from "react";

import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";

import { type Given, useCreatePerson } from "../mutations";

export function NewPersonDialog({ onClose, onCreated }: { onClose: () => void; onCreated: (id: string) => void }) {
  const [form, setForm] = useState({ name: "", phone: "", email: "", cpf: "" });
  const create = useCreatePerson();
  const set = (name: keyof typeof form) => (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value });
  const given = (["phone", "email", "cpf"] as const).flatMap((kind): Given[] => (form[kind].trim() ? [{ kind, value: form[kind].trim() }] : []));
  return (
    <Dialog label="Novo contato" onClose={onClose} className="w-110 max-w-[calc(100vw-2rem)]">
      <form
        className="flex flex-col gap-3 p-5"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate({ name: form.name, given }, { onSuccess: (made) => onCreated(made.person.id) });
        }}
      >
        <h2 className="text-lg font-semibold">Novo contato</h2>
        <Field label="Nome" value={form.name} maxLength={120} onChange={set("name")} />
        <Field label="Telefone" inputMode="tel" placeholder="(11) 98888-7777" value={form.phone} onChange={set("phone")} hint="Com DDD; com ou sem o nono dígito." />
        <Field label="E-mail" type="email" value={form.email} onChange={set("email")} />
        <Field label="CPF" inputMode="numeric" value={form.cpf} onChange={set("cpf")} />
        <div className="mt-1 flex justify-end gap-2">
          <Button onClick={onClose}>Cancelar</Button>
          <Button type="submit" look="primary" busy={create.isPending} disabled={!given.length} data-testid="contact-create">
            Criar contato
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
