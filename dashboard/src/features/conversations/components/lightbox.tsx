/** How does the picture look up close? */
import { Download, X } from "lucide-react";

import { Button, IconButton } from "@/ui/button";
import { Dialog } from "@/ui/dialog";

export function Lightbox({ url, onClose, onSave }: { url: string; onClose: () => void; onSave: () => void }) {
  return (
    <Dialog label="Foto ampliada" onClose={onClose} className="max-h-[94vh] max-w-[94vw]">
      <div className="flex items-center justify-between gap-2 p-2">
        <Button size="sm" look="ghost" onClick={onSave}>
          <Download className="size-4" aria-hidden /> Baixar
        </Button>
        <IconButton label="Fechar" icon={<X aria-hidden />} onClick={onClose} />
      </div>
      <img src={url} alt="Foto ampliada" className="max-h-[82vh] max-w-[94vw] min-w-60 object-contain" />
    </Dialog>
  );
}
