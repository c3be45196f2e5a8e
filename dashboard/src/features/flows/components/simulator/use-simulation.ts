/** How does the simulated phone talk with the engine? Statelessly: what it knows goes along each time. */
import { useMutation } from "@tanstack/react-query";

import { flowsApi, type MediaType, type SimulatedInput } from "@/api/flows";
import { sentenceFor } from "@/api/texts";
import { useStore } from "@/lib/store";
import { notify } from "@/ui/toast";

import { after, fresh, litBy } from "../../model/simulation";
import { useBuilder } from "../../state/context";
import { flowOf } from "../../state/draft";
import { flowSentences } from "../../texts";

interface Next {
  input: SimulatedInput;
  title: string;
  moment: string;
}

/** What one types takes a moment; the clock of the simulation goes on by so much. */
const TYPING_MS = 5_000;

export function useSimulation() {
  const { flowId, draft, view, simulation: store } = useBuilder();
  const simulation = useStore(store);
  const talk = useMutation({
    mutationFn: ({ input, moment }: Next) => flowsApi.simulate(flowId, { definition: flowOf(draft.get()), session: store.get().session, input, moment }),
    onSuccess: (answer, { input, title, moment }) => {
      const next = after(store.get(), input, title, moment, answer);
      store.set(next);
      view.show({ lit: litBy(next) });
    },
    onError: (error) => notify("error", sentenceFor(error, flowSentences)),
  });
  const later = (ms: number): string => {
    const { moment } = store.get();
    return moment === null ? new Date().toISOString() : new Date(Date.parse(moment) + ms).toISOString();
  };
  const send = (input: SimulatedInput, title = "", moment = later(TYPING_MS)) => {
    if (!talk.isPending) talk.mutate({ input, title, moment });
  };
  return {
    simulation,
    busy: talk.isPending,
    say: (text: string) => send({ kind: "message", text }),
    tap: (id: string, title: string) => send({ kind: "message", choice_id: id, text: title }, title),
    attach: (type: MediaType) => send({ kind: "message", media_type: type }),
    answer: (key: string, ok: boolean, value: unknown) => send({ kind: "answer", key, ok, value }, "", later(0)),
    /** Lets time pass; a timer whose moment comes meanwhile fires at its moment. */
    pass: (ms: number) => {
      const { timer } = store.get();
      const until = later(ms);
      if (timer && Date.parse(timer.at) <= Date.parse(until)) send({ kind: "timer", key: timer.key }, "", timer.at);
      else store.set({ ...store.get(), moment: until });
    },
    wake: () => {
      const { timer } = store.get();
      if (timer) send({ kind: "timer", key: timer.key }, "", timer.at);
    },
    restart: () => {
      store.set(fresh);
      view.show({ lit: null });
    },
  };
}

export type SimulationControl = ReturnType<typeof useSimulation>;
