/** How do these figures get into a spreadsheet? */
import { Download } from "lucide-react";

import { Button } from "@/ui/button";

import { useExport } from "../mutations";

export function ExportButton() {
  const sheet = useExport();
  return (
    <Button busy={sheet.isPending} onClick={() => sheet.mutate()} data-testid="export-overview">
      <Download className="size-4" aria-hidden />
      <span className="max-sm:sr-only">Exportar CSV</span>
    </Button>
  );
}
