/** Which names and filters may a template of this flow use? */
import { useMemo } from "react";

import { knownVariables } from "../../model/variables";
import { useBuilder, useFlow } from "../../state/context";

export interface Word {
  name: string;
  label: string;
}

export function useWords(): { names: Word[]; filters: Word[] } {
  const { manifests, words } = useBuilder();
  const flow = useFlow();
  return useMemo(
    () => ({ names: knownVariables(flow, manifests, words.variables), filters: words.filters.map(({ name, example }) => ({ name, label: example })) }),
    [flow, manifests, words],
  );
}
