/** What did they send: a picture, a film, a voice, a document? */
import { CloudDownload, Download, FileText, ImageOff, LoaderCircle, TriangleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";

import type { Media } from "@/api/contract";
import { cx } from "@/lib/classes";
import { isRiskyFile, fileEnding, safeFileName } from "@/lib/file-names";
import { formatBytes } from "@/lib/numbers";
import { notify } from "@/ui/toast";
import { SafeText } from "@/ui/safe-text";

import { saveBlob, useMediaBlob, useObjectUrl } from "../media";
import { AudioPlayer } from "./audio-player";
import { Lightbox } from "./lightbox";

export function MediaView({ media, type }: { media: Media; type: string }) {
  const kind = type === "document" ? "document" : (media.mime_type.split("/")[0] ?? "");
  if (media.state !== "stored") return <NotThere media={media} />;
  if (kind === "audio") return <AudioPlayer url={media.url} voice={media.voice} size={media.size} />;
  if (kind === "image") return <Picture media={media} sticker={type === "sticker"} />;
  if (kind === "video") return <Film media={media} />;
  return <Document media={media} />;
}

function NotThere({ media }: { media: Media }) {
  const failed = media.state === "failed";
  const Icon = failed ? TriangleAlert : CloudDownload;
  return (
    <p className="my-1 flex min-w-52 items-center gap-2 rounded-md bg-black/5 px-2.5 py-2 text-list text-bubble-meta dark:bg-white/5">
      <Icon className="size-4 shrink-0" aria-hidden />
      {failed ? "Não foi possível baixar a mídia. Peça que enviem de novo." : "Baixando a mídia do WhatsApp…"}
      {media.size !== null && !failed && <span className="ml-auto pl-2 text-sm">{formatBytes(media.size)}</span>}
    </p>
  );
}

function Frame({ sticker = false, children }: { sticker?: boolean; children: ReactNode }) {
  return (
    <div className={cx("-mx-1.5 mb-1 flex items-center justify-center overflow-hidden rounded-md", sticker ? "size-36" : "h-52 w-68 max-w-full bg-black/5 dark:bg-white/5")}>
      {children}
    </div>
  );
}

function Picture({ media, sticker }: { media: Media; sticker: boolean }) {
  const { data: blob, isError, refetch } = useMediaBlob(media.url, true);
  const url = useObjectUrl(blob);
  const [large, setLarge] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const name = sticker ? "Figurinha" : "Foto";
  return (
    <Frame sticker={sticker}>
      {isError || unreadable ? (
        <Unloaded onRetry={() => void refetch()} unreadable={unreadable} />
      ) : url === null ? (
        <Waiting />
      ) : (
        <button type="button" onClick={() => setLarge(true)} className="size-full" aria-label={`Ampliar ${name.toLowerCase()}`}>
          <img src={url} alt={name} onError={() => setUnreadable(true)} className={cx("size-full", sticker ? "object-contain" : "object-cover")} />
        </button>
      )}
      {large && url !== null && blob && (
        <Lightbox url={url} onClose={() => setLarge(false)} onSave={() => saveBlob(blob, safeFileName(media.filename, media.mime_type))} />
      )}
    </Frame>
  );
}

function Film({ media }: { media: Media }) {
  const [wanted, setWanted] = useState(false);
  const { data: blob, isError, isFetching, refetch } = useMediaBlob(media.url, wanted);
  const url = useObjectUrl(blob);
  return (
    <Frame>
      {isError ? (
        <Unloaded onRetry={() => void refetch()} unreadable={false} />
      ) : url !== null ? (
        // Films of customers carry no captions to offer.
        // eslint-disable-next-line jsx-a11y/media-has-caption
        <video src={url} controls autoPlay className="size-full bg-black" aria-label="Vídeo" />
      ) : isFetching ? (
        <Waiting />
      ) : (
        <button type="button" onClick={() => setWanted(true)} className="flex size-full flex-col items-center justify-center gap-1 text-list font-medium">
          <CloudDownload className="size-6" aria-hidden />
          Ver vídeo
          {media.size !== null && <span className="text-sm font-normal text-bubble-meta">{formatBytes(media.size)}</span>}
        </button>
      )}
    </Frame>
  );
}

function Document({ media }: { media: Media }) {
  const [wanted, setWanted] = useState(false);
  const { refetch } = useMediaBlob(media.url, false);
  const name = media.filename || "Documento";
  const risky = isRiskyFile(name);
  const save = async () => {
    setWanted(true);
    const { data } = await refetch();
    setWanted(false);
    if (data) saveBlob(data, safeFileName(media.filename, media.mime_type));
    else notify("error", "O documento não pôde ser baixado. Tente de novo.");
  };
  return (
    <div className="mb-1 w-68 max-w-full rounded-md bg-black/5 p-2.5 dark:bg-white/5" data-testid="document">
      <div className="flex items-center gap-2.5">
        <FileText className="size-7 shrink-0 text-info-text" strokeWidth={1.5} aria-hidden />
        <span className="min-w-0 flex-1">
          <span className="line-clamp-2 text-list font-medium [overflow-wrap:anywhere]">
            <SafeText text={name} max={160} />
          </span>
          <span className="block text-sm text-bubble-meta">
            {[fileEnding(name).toUpperCase() || media.mime_type.split("/")[1]?.slice(0, 20).toUpperCase(), media.size === null ? null : formatBytes(media.size)]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </span>
        <button type="button" onClick={() => void save()} disabled={wanted} aria-label="Baixar documento" className="flex size-8 shrink-0 items-center justify-center rounded-full hover:bg-black/8 dark:hover:bg-white/10">
          {wanted ? <LoaderCircle className="size-4 animate-spin" aria-hidden /> : <Download className="size-4" aria-hidden />}
        </button>
      </div>
      {risky && (
        <p className="mt-2 flex items-start gap-1.5 text-sm text-amber-text">
          <TriangleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          Este tipo de arquivo pode ser um programa. Só abra se confiar em quem enviou.
        </p>
      )}
    </div>
  );
}

function Waiting() {
  return <LoaderCircle className="size-5 animate-spin text-bubble-meta" aria-label="Carregando mídia" />;
}

function Unloaded({ onRetry, unreadable }: { onRetry: () => void; unreadable: boolean }) {
  return (
    <button type="button" onClick={onRetry} disabled={unreadable} className="flex size-full flex-col items-center justify-center gap-1 text-list text-bubble-meta">
      <ImageOff className="size-5" aria-hidden />
      {unreadable ? "Imagem ilegível" : "Não carregou. Tentar de novo"}
    </button>
  );
}
