/** What stands where data should be: nothing yet, or an error? */
import { RefreshCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { cx } from "@/lib/classes";

import { Button } from "./button";

interface EmptyProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

export function Empty({ icon, title, children, action, className }: EmptyProps) {
  return (
    <div className={cx("flex flex-col items-center justify-center gap-1 px-6 py-10 text-center", className)}>
      <div className="mb-2 flex size-11 items-center justify-center rounded-xl bg-sunken text-ink-3 [&_svg]:size-5">{icon}</div>
      <p className="text-base font-medium text-ink">{title}</p>
      {children && <div className="max-w-76 text-list text-balance text-ink-2">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}

interface ErrorStateProps {
  title: string;
  detail?: string;
  onRetry?: () => void;
  className?: string;
}

export function ErrorState({ title, detail, onRetry, className }: ErrorStateProps) {
  return (
    <div role="alert" className={cx("flex flex-col items-center justify-center gap-1 px-6 py-10 text-center", className)}>
      <div className="mb-2 flex size-11 items-center justify-center rounded-xl bg-danger-soft text-danger-text">
        <TriangleAlert className="size-5" aria-hidden />
      </div>
      <p className="text-base font-medium text-ink">{title}</p>
      {detail && <p className="max-w-76 text-list text-balance text-ink-2">{detail}</p>}
      {onRetry && (
        <Button className="mt-3" onClick={onRetry}>
          <RefreshCw className="size-3.5" aria-hidden /> Tentar de novo
        </Button>
      )}
    </div>
  );
}

export function Skeleton({ className }: { className?: string }) {
  return <div className={cx("skeleton", className)} aria-hidden />;
}
