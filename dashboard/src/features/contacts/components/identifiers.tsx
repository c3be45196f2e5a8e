/** Under which forms is the person known, and what says so? */
import { Trash2 } from "lucide-react";
import { useState } from "react";

import type { IdentifierKind, Profile } from "@/api/contacts";
import { fullMoment, momentInSentence } from "@/lib/time";
import { Button, IconButton } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";

import { useAddIdentifier, useRemoveIdentifier } from "../mutations";
import { evidenceText, kindName, typedKinds } from "../texts";
import { Section, Select, TextInput } from "./controls";

const kindOf = (kind: string): IdentifierKind | undefined => typedKinds.find((one) => one === kind);

export function Identifiers({ profile, editable }: { profile: Profile; editable: boolean }) {
  const [kind, setKind] = useState<IdentifierKind>("phone");
  const [value, setValue] = useState("");
  const { person, identifiers } = profile;
  const add = useAddIdentifier(person.id);
  const drop = useRemoveIdentifier(person.id);
  return (
    <Section title="Identificadores">
      <ul className="flex flex-col gap-3 text-list">
        {identifiers.map((one) => {
          const typed = kindOf(one.kind);
          return (
            <li key={`${one.kind}:${one.value}`} className="flex items-start justify-between gap-2" data-testid="identifier">
              <span className="min-w-0">
                <span className="block text-sm text-ink-3">{kindName(one.kind)}</span>
                <span className="font-medium tabular-nums [overflow-wrap:anywhere]">
                  <SafeText text={one.shown} max={200} />
                </span>
                {one.kind === "phone" && person.phone === one.value && <span className="ml-1.5 rounded-full bg-selected px-1.5 py-0.5 text-xs text-accent-text">usado nos envios</span>}
                <span className="block text-sm text-ink-2" title={`Visto de ${fullMoment(one.first_seen_at)} a ${fullMoment(one.last_seen_at)}`}>
                  {evidenceText(one)}, {momentInSentence(one.last_seen_at, Date.now())}
                </span>
              </span>
              {editable && typed && one.source !== "channel" && (
                <IconButton label={`Remover ${kindName(one.kind)}`} icon={<Trash2 aria-hidden />} disabled={drop.isPending} onClick={() => drop.mutate({ kind: typed, value: one.value })} />
              )}
            </li>
          );
        })}
      </ul>
      {editable && (
        <form
          className="mt-3 flex flex-wrap gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate({ kind, value }, { onSuccess: () => setValue("") });
          }}
        >
          <Select aria-label="Tipo" value={kind} choices={typedKinds.map((one): [string, string] => [one, kindName(one)])} onChange={(next) => setKind(kindOf(next) ?? "phone")} />
          <TextInput aria-label="Identificador" value={value} maxLength={320} className="min-w-0 flex-1" required onChange={(event) => setValue(event.target.value)} data-testid="identifier-value" />
          <Button type="submit" busy={add.isPending}>Acrescentar</Button>
        </form>
      )}
    </Section>
  );
}
