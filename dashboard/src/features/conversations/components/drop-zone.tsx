/** Where may files be dropped? */
import { type ReactNode, useState } from "react";

import { cx } from "@/lib/classes";

interface DropZoneProps {
  enabled: boolean;
  onFiles: (files: FileList) => void;
  className: string;
  children: ReactNode;
}

export function DropZone({ enabled, onFiles, className, children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  return (
    <div
      onDragOver={(event) => {
        // Without this the browser would leave the page for the file.
        event.preventDefault();
        setOver(enabled);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (enabled) onFiles(event.dataTransfer.files);
      }}
      className={cx("relative", className)}
    >
      {over && (
        <div className="pointer-events-none absolute inset-1 z-10 flex items-center justify-center rounded-lg border-2 border-dashed border-accent bg-accent-soft text-list font-medium text-accent-text">
          Solte para anexar
        </div>
      )}
      {children}
    </div>
  );
}
