/** What does the page of the understanding show, and what does each act make stale? */
import { type QueryKey, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { keys } from "@/api/keys";
import { sentenceFor } from "@/api/texts";
import { type DoubtState, understandingApi } from "@/api/understanding";
import { notify } from "@/ui/toast";

import { sentences } from "./texts";

const WHILE_TRAINING = 2_000;

export const useUnderstanding = () => useQuery({ queryKey: keys.understandingOverview, queryFn: ({ signal }) => understandingApi.overview(signal) });
export const usePhrases = (label: string) => useQuery({ queryKey: keys.understandingPhrases(label), queryFn: ({ signal }) => understandingApi.phrases(label, signal) });
export const useWords = () => useQuery({ queryKey: keys.understandingWords, queryFn: ({ signal }) => understandingApi.words(signal) });
export const useFigures = (days: number) => useQuery({ queryKey: keys.understandingFigures(days), queryFn: ({ signal }) => understandingApi.figures(days, signal) });

export const useTrainings = () =>
  useQuery({
    queryKey: keys.understandingTrainings,
    queryFn: ({ signal }) => understandingApi.trainings(signal),
    // The live stream tells of the end; this is for a stream that is cut.
    refetchInterval: (query) => (query.state.data?.items.some((one) => one.state === "queued" || one.state === "running") ? WHILE_TRAINING : false),
  });

export const useDoubts = (state: DoubtState) =>
  useInfiniteQuery({
    queryKey: keys.understandingDoubts(state),
    queryFn: ({ pageParam, signal }) => understandingApi.doubts(state, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });

function useAct<Given, Answer>(act: (given: Given) => Promise<Answer>, stale: QueryKey[], said?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      if (said) notify("success", said);
    },
    onError: (error) => notify("error", sentenceFor(error, sentences)),
    onSettled: () => Promise.all([...stale, keys.understandingOverview].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

const doubts = ["understanding", "doubts"];
export const useTry = () => useAct(understandingApi.try, []);
export const useSetReading = () => useAct(understandingApi.setReading, [], "Leitura das mensagens salva.");
export const useAddPhrases = (label: string) => useAct((texts: string[]) => understandingApi.addPhrases({ label, texts }), [keys.understandingPhrases(label)]);
export const useRemovePhrase = (label: string) => useAct(understandingApi.removePhrase, [keys.understandingPhrases(label)]);
export const useAddWords = () => useAct(understandingApi.addWords, [keys.understandingWords]);
export const useRemoveWord = () => useAct(understandingApi.removeWord, [keys.understandingWords]);
export const useLabel = () => useAct(understandingApi.label, [doubts]);
export const useSkip = () => useAct(understandingApi.skip, [doubts]);
export const useReopen = () => useAct(understandingApi.reopen, [doubts]);
export const useTrain = () => useAct(understandingApi.train, [keys.understandingTrainings]);
export const useChooseModel = () => useAct(understandingApi.chooseModel, [keys.understandingTrainings], "Modelo trocado.");
