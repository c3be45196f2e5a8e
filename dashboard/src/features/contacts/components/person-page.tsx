/** Everything that is known of one person, and how it is known. */
import { ArrowLeft, CopyCheck } from "lucide-react";

import type { Merge, Profile } from "@/api/contacts";
import { sentenceFor } from "@/api/texts";
import { useMay } from "@/api/use-may";
import { fullMoment, momentInSentence } from "@/lib/time";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { SafeText } from "@/ui/safe-text";
import { ErrorState, Skeleton } from "@/ui/states";

import { useUndo } from "../mutations";
import { usePerson } from "../queries";
import { contactSentences, sourceName } from "../texts";
import { Section } from "./controls";
import { FieldsForm } from "./fields-form";
import { Identifiers } from "./identifiers";
import { NameField } from "./name-field";
import { ProposalCard } from "./proposals-page";
import { TagsEditor } from "./tags-editor";
import { Timeline } from "./timeline";

interface PersonPageProps {
  id: string;
  onBack: () => void;
  onPerson: (id: string) => void;
  onConversation: (id: string) => void;
}

export function PersonPage({ id, onBack, onPerson, onConversation }: PersonPageProps) {
  const found = usePerson(id);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto" data-testid="contact-page">
      <div className="mx-auto max-w-320 px-4 py-5 md:px-8 md:py-7">
        <Button look="ghost" size="sm" className="mb-3 -ml-2" onClick={onBack}>
          <ArrowLeft className="size-4" aria-hidden /> Contatos
        </Button>
        {found.isPending ? (
          <div className="flex flex-col gap-3" role="status" aria-label="Carregando o contato">
            <Skeleton className="h-14 w-80" />
            <Skeleton className="h-64 w-full" />
          </div>
        ) : found.isError ? (
          <ErrorState title="O contato não carregou" detail={sentenceFor(found.error, contactSentences)} onRetry={() => void found.refetch()} />
        ) : (
          <Shown key={id} profile={found.data} onPerson={onPerson} onConversation={onConversation} />
        )}
      </div>
    </div>
  );
}

function Shown({ profile, onPerson, onConversation }: { profile: Profile } & Pick<PersonPageProps, "onPerson" | "onConversation">) {
  const { person } = profile;
  const gone = person.merged_into;
  const mayWrite = useMay("contacts:write") && gone === null;
  return (
    <>
      <div className="mb-4 flex items-center gap-4">
        <Avatar name={person.name || person.phone_shown} size="lg" />
        <div className="min-w-0 flex-1">
          <NameField person={person} editable={mayWrite} />
          <p className="text-list text-ink-2">
            {person.phone_shown || "Sem telefone"} · {sourceName(person.source)} · desde {momentInSentence(person.created_at, Date.now())}
          </p>
        </div>
      </div>
      {gone && (
        <p className="mb-4 flex flex-wrap items-center gap-2 rounded-lg bg-sunken px-3 py-2 text-list">
          Este contato foi unido a outro.
          <Button size="sm" onClick={() => onPerson(gone)}>Ver o contato que ficou</Button>
        </p>
      )}
      {person.opted_out_at && (
        <p className="mb-4 rounded-lg bg-danger-soft px-3 py-2 text-list text-danger-text">
          Pediu para não receber mensagens em {fullMoment(person.opted_out_at)}. Nenhuma importação ou campanha muda isso.
        </p>
      )}
      {profile.proposals.length > 0 && (
        <div className="mb-4 flex flex-col gap-3">
          <h2 className="flex items-center gap-2 text-base font-semibold">
            <CopyCheck className="size-4 text-ink-3" aria-hidden /> Pode ser a mesma pessoa
          </h2>
          {profile.proposals.map((one) => (
            <ProposalCard key={one.id} proposal={one} onPerson={onPerson} />
          ))}
        </div>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
        <div className="flex flex-col gap-4">
          <Identifiers profile={profile} editable={mayWrite} />
          <TagsEditor person={person} editable={mayWrite} />
          <FieldsForm person={person} editable={mayWrite} />
          {profile.merges.length > 0 && <Merges merges={profile.merges} personId={person.id} />}
        </div>
        <Timeline id={person.id} editable={mayWrite} onConversation={onConversation} />
      </div>
    </>
  );
}

function Merges({ merges, personId }: { merges: Merge[]; personId: string }) {
  const undo = useUndo();
  const mayMerge = useMay("contacts:merge");
  return (
    <Section title="Uniões">
      <ul className="flex flex-col gap-3 text-list">
        {merges.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-2" data-testid="merge">
            <span className="min-w-0">
              {one.kept_id === personId ? "Recebeu" : "Foi para"} <SafeText text={one.other?.name || one.other?.phone_shown || "outro contato"} max={60} />
              <span className="block text-sm text-ink-3">
                <SafeText text={one.actor_name} max={60} />, {momentInSentence(one.at, Date.now())}
              </span>
            </span>
            {one.state === "undone" ? (
              <span className="text-sm text-ink-3">desfeita</span>
            ) : (
              mayMerge && (
                <Button size="sm" busy={undo.isPending} onClick={() => undo.mutate(one.id)} data-testid="merge-undo">
                  Desfazer
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
