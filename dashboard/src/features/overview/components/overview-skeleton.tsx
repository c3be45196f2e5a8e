/** Where will what stand? */
import { Skeleton } from "@/ui/states";

export function OverviewSkeleton() {
  return (
    <div role="status" aria-label="Carregando a visão geral" className="flex flex-col gap-4">
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
        {Array.from({ length: 6 }, (_, index) => (
          <Skeleton key={index} className="h-29 !rounded-xl" />
        ))}
      </div>
      <div className="grid gap-4 lg:grid-cols-3">
        <Skeleton className="h-80 !rounded-xl lg:col-span-2" />
        <Skeleton className="h-80 !rounded-xl" />
        <Skeleton className="h-64 !rounded-xl lg:col-span-2" />
        <Skeleton className="h-64 !rounded-xl" />
      </div>
    </div>
  );
}
