/** What can be done with people, and what is stale afterwards? */
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { contactKeys, contactsApi, type FieldType, type FieldValue, type Filter, type IdentifierKind, type ImportStart, type PeopleQuery, type Profile } from "@/api/contacts";
import { sentenceFor } from "@/api/texts";
import { notify } from "@/ui/toast";

import { contactSentences } from "./texts";

const complain = (error: unknown) => notify("error", sentenceFor(error, contactSentences));

function useAct<V, R>(act: (given: V) => Promise<R>, done?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      if (done) notify("success", done);
    },
    onError: complain,
    onSettled: () => client.invalidateQueries({ queryKey: contactKeys.all }),
  });
}

function useChange<V>(id: string, act: (given: V) => Promise<Profile>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (profile) => client.setQueryData(contactKeys.person(id), profile),
    onError: complain,
    onSettled: () => client.invalidateQueries({ queryKey: contactKeys.all }),
  });
}

export interface Given {
  kind: IdentifierKind;
  value: string;
}

export const useCreatePerson = () => useAct(({ name, given }: { name: string; given: Given[] }) => contactsApi.create(name, given), "Contato criado.");
export const useChangePerson = (id: string) => useChange(id, (json: { name?: string; fields?: Record<string, FieldValue> }) => contactsApi.change(id, json));
export const useSetTags = (id: string) => useChange(id, (tags: string[]) => contactsApi.setTags(id, tags));
export const useAddIdentifier = (id: string) => useChange(id, ({ kind, value }: Given) => contactsApi.addIdentifier(id, kind, value));
export const useRemoveIdentifier = (id: string) => useChange(id, ({ kind, value }: Given) => contactsApi.removeIdentifier(id, kind, value));
export const useAddNote = (id: string) => useAct((text: string) => contactsApi.addNote(id, text));

export const useAccept = () => useAct(({ id, kept }: { id: string; kept: string }) => contactsApi.accept(id, kept), "Contatos unidos. Dá para desfazer na página do contato.");
export const useRefuse = () => useAct((id: string) => contactsApi.refuse(id), "Este par não será proposto de novo.");
export const useUndo = () => useAct((id: string) => contactsApi.undo(id), "União desfeita.");
export function useFindDuplicates() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: contactsApi.findDuplicates,
    onSuccess: ({ found }) => notify("success", found === 0 ? "Nenhum número repetido." : `${found} ${found === 1 ? "par encontrado" : "pares encontrados"}.`),
    onError: complain,
    onSettled: () => client.invalidateQueries({ queryKey: contactKeys.proposals }),
  });
}

export const useCreateField = () => useAct(({ label, type, choices }: { label: string; type: FieldType; choices: string[] }) => contactsApi.createField(label, type, choices), "Campo criado.");
export const useCreateSegment = () => useAct(({ name, filter }: { name: string; filter: Filter }) => contactsApi.createSegment(name, filter), "Segmento salvo.");
export const useRemoveSegment = () => useAct((id: string) => contactsApi.removeSegment(id), "Segmento removido.");

export const useUpload = () => useAct((file: File) => contactsApi.upload(file));
export const useStartImport = () => useAct(({ id, plan }: { id: string; plan: ImportStart }) => contactsApi.startImport(id, plan));

export function useExport() {
  return useMutation({
    mutationFn: (query: PeopleQuery) => contactsApi.export(query),
    onSuccess: (file) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(file);
      link.download = "contatos.csv";
      link.click();
      URL.revokeObjectURL(link.href);
    },
    onError: complain,
  });
}
