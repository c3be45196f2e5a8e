/** How do the bytes of a message reach the page? Fetched under the reader's permission, kept while they are shown. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { callForBlob } from "@/api/http";
import { keys } from "@/api/keys";

/** The bytes once `wanted`; the cache drops them a few minutes after the last bubble that shows them is gone. */
export function useMediaBlob(url: string, wanted: boolean) {
  return useQuery({
    queryKey: keys.media(url),
    queryFn: ({ signal }) => callForBlob(url, signal),
    enabled: wanted,
    staleTime: Infinity,
    gcTime: 180_000,
  });
}

/** An address for the blob that lives exactly as long as the component. */
export function useObjectUrl(blob: Blob | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [blob]);
  return url;
}

/** Hands the bytes to the person as a file; never opened in the page, where a document could carry a script. */
export function saveBlob(blob: Blob, filename: string): void {
  const url = URL.createObjectURL(new Blob([blob], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
