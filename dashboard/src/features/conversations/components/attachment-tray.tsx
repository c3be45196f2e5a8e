/** Which files will go along? */
import { FileText, LoaderCircle, RotateCw, X } from "lucide-react";

import { cx } from "@/lib/classes";
import { formatBytes } from "@/lib/numbers";
import { SafeText } from "@/ui/safe-text";

import type { Attachment, useAttachments } from "../attachments";
import { useObjectUrl } from "../media";

export function AttachmentTray({ attachments }: { attachments: ReturnType<typeof useAttachments> }) {
  if (attachments.items.length === 0) return null;
  return (
    <ul aria-label="Anexos" className="mb-2 flex gap-2 overflow-x-auto pt-1">
      {attachments.items.map((item) => (
        <Tile key={item.id} item={item} onRemove={() => attachments.remove(item.id)} onRetry={() => void attachments.retry(item)} />
      ))}
    </ul>
  );
}

function Tile({ item, onRemove, onRetry }: { item: Attachment; onRemove: () => void; onRetry: () => void }) {
  const image = item.file.type.startsWith("image/");
  const preview = useObjectUrl(image ? item.file : undefined);
  return (
    <li
      data-testid="attachment"
      data-state={item.state}
      className={cx("relative flex h-14 w-52 shrink-0 items-center gap-2.5 rounded-lg border bg-surface pr-8 pl-2", item.state === "failed" ? "border-danger" : "border-line-strong")}
    >
      {preview ? <img src={preview} alt="" className="size-10 rounded-md object-cover" /> : <FileText className="size-6 shrink-0 text-ink-3" strokeWidth={1.5} aria-hidden />}
      <span className="min-w-0 flex-1">
        <span className="block truncate text-list font-medium">
          <SafeText text={item.file.name} max={80} />
        </span>
        <span className="flex items-center gap-1 text-sm text-ink-3">
          {item.state === "uploading" && <LoaderCircle className="size-3 animate-spin" aria-label="Enviando" />}
          {item.state === "failed" ? (
            <button type="button" onClick={onRetry} className="flex items-center gap-1 font-medium text-danger-text">
              <RotateCw className="size-3" aria-hidden /> Tentar de novo
            </button>
          ) : (
            formatBytes(item.file.size)
          )}
        </span>
      </span>
      <button type="button" aria-label="Remover anexo" onClick={onRemove} className="absolute top-1 right-1 rounded-md p-1 text-ink-3 hover:bg-hover hover:text-ink">
        <X className="size-3.5" aria-hidden />
      </button>
    </li>
  );
}
