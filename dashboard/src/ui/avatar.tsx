/** Who is it, at a glance? */
import { UserRound } from "lucide-react";

import { cx } from "@/lib/classes";
import { initials } from "@/lib/initials";

const tints = [
  "bg-[#d9ebe2] text-[#14523a] dark:bg-[#1c3b30] dark:text-[#a5dcc3]",
  "bg-[#e2e6f3] text-[#34406f] dark:bg-[#262e4a] dark:text-[#bcc6ee]",
  "bg-[#f3e5d8] text-[#6d4420] dark:bg-[#402d1d] dark:text-[#ebc8a6]",
  "bg-[#efe0ea] text-[#6b2f57] dark:bg-[#3d2436] dark:text-[#e5b9d5]",
  "bg-[#dbe9f0] text-[#1d4e66] dark:bg-[#1b3644] dark:text-[#a6d2e8]",
  "bg-[#e8e9d6] text-[#50541b] dark:bg-[#33351c] dark:text-[#d3d8a0]",
];

const sizes = { xs: "size-3.5 text-[7px]", "2xs": "size-5 text-[9px]", sm: "size-6 text-xs", md: "size-9 text-list", lg: "size-14 text-xl" };

export function Avatar({ name, size = "md" }: { name: string; size?: keyof typeof sizes }) {
  const letters = initials(name);
  return (
    <span
      aria-hidden
      data-initials={letters === "#" ? "" : letters}
      className={cx(
        "before:content-[attr(data-initials)] inline-flex shrink-0 items-center justify-center rounded-full font-medium select-none",
        sizes[size],
        tints[hash(name) % tints.length],
      )}
    >
      {letters === "#" && <UserRound className="size-[55%]" strokeWidth={1.75} />}
    </span>
  );
}

function hash(text: string): number {
  let sum = 7;
  for (let at = 0; at < Math.min(text.length, 64); at += 1) sum = (sum * 31 + text.charCodeAt(at)) >>> 0;
  return sum;
}
