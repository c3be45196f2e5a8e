/** How is a text with `{{ }}` shown where it cannot be edited? Its names as chips. */
import { memo } from "react";

import { RichText, SafeText } from "@/ui/safe-text";

import { pieces } from "../../model/summary";

export const TemplateText = memo(function TemplateText({ text, max = 240, rich = false }: { text: string; max?: number; rich?: boolean }) {
  const shown = text.length > max ? `${text.slice(0, max)}…` : text;
  return (
    <span className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {pieces(shown).map((piece, index) =>
        piece.variable ? (
          <span key={index} className="rounded-sm bg-info-soft px-1 text-info-text">
            <SafeText text={piece.text} max={60} />
          </span>
        ) : rich ? (
          <RichText key={index} text={piece.text} />
        ) : (
          <SafeText key={index} text={piece.text} max={max} />
        ),
      )}
    </span>
  );
});
