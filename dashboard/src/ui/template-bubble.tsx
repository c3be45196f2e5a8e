/** How will a template look on the customer's phone? */
import { FileText, Image, MapPin, Play, Reply, SquareArrowOutUpRight } from "lucide-react";

import { cx } from "@/lib/classes";

import { RichText, SafeText } from "./safe-text";

interface TemplateBubbleProps {
  header: string;
  body: string;
  footer: string;
  buttons: { text: string; kind?: string }[];
  /** `image`, `video`, `document` or `location` where the header is no text. */
  media: string;
  /** A picture that was chosen already. */
  picture?: string | null;
  className?: string;
}

const MEDIA = { image: Image, video: Play, document: FileText, location: MapPin };

export function TemplateBubble({ header, body, footer, buttons, media, picture, className }: TemplateBubbleProps) {
  const Icon = MEDIA[media as keyof typeof MEDIA] as typeof Image | undefined;
  return (
    <div className={cx("w-full max-w-84 overflow-hidden rounded-lg bg-bubble-out shadow-sm", className)} data-testid="template-preview">
      {picture ? (
        <img src={picture} alt="" className="max-h-44 w-full object-cover" />
      ) : (
        Icon && (
          <div className="flex h-24 items-center justify-center bg-black/6 text-bubble-meta dark:bg-white/6">
            <Icon className="size-7" aria-hidden />
          </div>
        )
      )}
      <div className="flex flex-col gap-1 px-3 py-2 text-base [overflow-wrap:anywhere]">
        {header !== "" && (
          <p className="font-semibold">
            <SafeText text={header} max={120} />
          </p>
        )}
        <div>
          <RichText text={body} />
        </div>
        {footer !== "" && (
          <p className="text-sm text-bubble-meta">
            <SafeText text={footer} max={120} />
          </p>
        )}
      </div>
      {buttons.map((button, index) => {
        const ButtonIcon = button.kind === undefined || button.kind === "quick_reply" ? Reply : SquareArrowOutUpRight;
        return (
          <p key={index} className="flex items-center justify-center gap-1.5 border-t border-black/8 px-3 py-2 text-list font-medium text-info-text dark:border-white/10">
            <ButtonIcon className="size-3.5" aria-hidden />
            <SafeText text={button.text || "Copiar código"} max={40} />
          </p>
        );
      })}
    </div>
  );
}
