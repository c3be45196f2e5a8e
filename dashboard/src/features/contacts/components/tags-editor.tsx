/** Which tags does the person have? */
import { X } from "lucide-react";
import { useId, useState } from "react";

import type { Person } from "@/api/contacts";
import { isPlain, plainText } from "@/lib/text-marks";
import { SafeText } from "@/ui/safe-text";

import { useSetTags } from "../mutations";
import { useTags } from "../queries";
import { Chip, Section, TextInput } from "./controls";

export function TagsEditor({ person, editable }: { person: Person; editable: boolean }) {
  const [name, setName] = useState("");
  const known = useTags().data ?? [];
  const set = useSetTags(person.id);
  const list = useId();
  return (
    <Section title="Etiquetas">
      <div className="flex flex-wrap gap-1.5">
        {person.tags.map((tag) => (
          <Chip key={tag}>
            <SafeText text={tag} max={40} />
            {editable && (
              <button type="button" aria-label={`Tirar ${plainText(tag)}`} className="rounded-full hover:text-ink" disabled={set.isPending} onClick={() => set.mutate(person.tags.filter((one) => one !== tag))}>
                <X className="size-3.5" aria-hidden />
              </button>
            )}
          </Chip>
        ))}
        {person.tags.length === 0 && <span className="text-list text-ink-3">Nenhuma etiqueta</span>}
      </div>
      {editable && (
        <form
          className="mt-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim()) set.mutate([...person.tags, name.trim()], { onSuccess: () => setName("") });
          }}
        >
          <TextInput aria-label="Nova etiqueta" placeholder="Nova etiqueta e Enter" list={list} value={name} maxLength={60} className="w-full" onChange={(event) => setName(event.target.value)} data-testid="tag-input" />
          <datalist id={list}>
            {known.filter((tag) => isPlain(tag.name)).map((tag) => (
              <option key={tag.id} value={tag.name} />
            ))}
          </datalist>
        </form>
      )}
    </Section>
  );
}
