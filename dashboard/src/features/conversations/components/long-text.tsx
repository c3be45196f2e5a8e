/** How much of a text is shown at once? */
import { type ReactNode, useState } from "react";

import { cx } from "@/lib/classes";
import { RichText } from "@/ui/safe-text";

// A phone shows about as much before "Ler mais"; a megabyte of emoji must not stop the page.
const FOLD = 900;
const STEP = 6_000;

export function LongText({ text, large = false, end }: { text: string; large?: boolean; end?: ReactNode }) {
  const [limit, setLimit] = useState(FOLD);
  // A little more than the fold is not worth a press.
  const cut = text.length > limit + 120;
  const shown = cut ? text.slice(0, wholeAt(text, limit)) : text;
  return (
    <div className={cx("flow-root [overflow-wrap:anywhere]", large && "text-[34px] leading-11")}>
      <RichText text={cut ? `${shown}…` : shown} />
      {cut && (
        <button type="button" onClick={() => setLimit(limit + STEP)} className="ml-1 font-medium text-accent-text hover:underline">
          Ler mais
        </button>
      )}
      {end}
    </div>
  );
}

/** Never between the two halves of a character. */
function wholeAt(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  return code >= 0xd800 && code <= 0xdbff ? at - 1 : at;
}
