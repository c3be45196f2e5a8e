/** From when until when? The end of the day is 24:00, which a time field cannot show. */
import type { Span } from "@/api/settings";

import { TextInput } from "./parts";

export function SpanInput({ label, span, onChange }: { label: string; span: Span; onChange: (span: Span) => void }) {
  const shown = span.closes === "24:00" ? "00:00" : span.closes;
  return (
    <span className="inline-flex items-center gap-1.5 text-list text-ink-2">
      <TextInput type="time" required className="w-28" aria-label={`${label}: abre`} value={span.opens} onChange={(event) => onChange({ ...span, opens: event.target.value })} />
      às
      <TextInput
        type="time"
        required
        className="w-28"
        aria-label={`${label}: fecha`}
        title="00:00 é o fim do dia"
        value={shown}
        onChange={(event) => onChange({ ...span, closes: event.target.value === "00:00" ? "24:00" : event.target.value })}
      />
    </span>
  );
}
