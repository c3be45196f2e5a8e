/** How is text of strangers shown? Isolated, escaped, with hidden characters made visible. */
import { Fragment, memo } from "react";

import { type Inline, parseRichText } from "@/lib/rich-text";
import { splitMarks } from "@/lib/text-marks";

/** One line or phrase: a name, a number, a file name, a preview. */
export const SafeText = memo(function SafeText({ text, max = 300 }: { text: string; max?: number }) {
  return (
    <bdi>
      <Marked text={text.length > max ? `${text.slice(0, max)}…` : text} />
    </bdi>
  );
});

/** A message: formatted as WhatsApp does, links opened apart. */
export const RichText = memo(function RichText({ text }: { text: string }) {
  return (
    <bdi className="whitespace-pre-wrap">
      <Inlines parts={parseRichText(text)} />
    </bdi>
  );
});

function Inlines({ parts }: { parts: Inline[] }) {
  return parts.map((part, index) => <InlinePart key={index} part={part} />);
}

function InlinePart({ part }: { part: Inline }) {
  switch (part.kind) {
    case "text":
      return <Marked text={part.text} />;
    case "mono":
      return (
        <code className="font-mono text-list">
          <Marked text={part.text} />
        </code>
      );
    case "bold":
      return (
        <strong className="font-semibold">
          <Inlines parts={part.children} />
        </strong>
      );
    case "italic":
      return (
        <em>
          <Inlines parts={part.children} />
        </em>
      );
    case "strike":
      return (
        <s>
          <Inlines parts={part.children} />
        </s>
      );
    case "link":
      return <Link part={part} />;
  }
}

function Link({ part }: { part: Extract<Inline, { kind: "link" }> }) {
  return (
    <>
      <a
        href={part.href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="text-info-text underline decoration-1 underline-offset-2 [overflow-wrap:anywhere]"
      >
        <Marked text={part.text} />
      </a>
      {part.host && <span className="ml-1 rounded-sm bg-amber-soft px-1 text-sm text-amber-text">leva a {part.host}</span>}
    </>
  );
}

function Marked({ text }: { text: string }) {
  return splitMarks(text).map((piece, index) =>
    piece.kind === "text" ? (
      <Fragment key={index}>{piece.text}</Fragment>
    ) : (
      <span
        key={index}
        title={piece.title}
        data-mark={piece.label}
        className="mx-0.5 rounded-sm bg-amber-soft px-1 text-xs font-medium text-amber-text"
      >
        {piece.label}
      </span>
    ),
  );
}
