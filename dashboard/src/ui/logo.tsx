/** Whose house is this? */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden>
      <rect width="32" height="32" rx="9" className="fill-accent" />
      <path
        className="fill-accent-ink"
        d="M10 8.5h8.2a5.3 5.3 0 0 1 1.6 10.36L23.6 24h-4.1l-3.4-4.8h-2.5V24H10V8.5Zm3.6 3.1v4.5h4.2a2.25 2.25 0 0 0 0-4.5h-4.2Z"
      />
    </svg>
  );
}
