/** What did real people do in this flow? Asked for while the figures are shown. */
import { useEffect } from "react";

import { useAnalytics } from "../../queries";
import { useBuilder, useView } from "../../state/context";

const DAYS = 30;

export function useNumbers(): void {
  const { flowId, analytics } = useBuilder();
  const on = useView((view) => view.numbers);
  const { data } = useAnalytics(flowId, DAYS, on);
  useEffect(() => analytics.set(data ?? null), [data, analytics]);
}
