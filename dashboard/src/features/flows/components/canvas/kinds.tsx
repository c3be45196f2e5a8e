/** How does a kind of node look, at a glance? */
import { CircleDollarSign, CircleHelp, Clock, Flag, Globe, IdCard, Kanban, type LucideIcon, MessageSquare, Play, Puzzle, Shuffle, Split, Tag, UserRound, Variable, Webhook, Workflow } from "lucide-react";

import { cx } from "@/lib/classes";
import { lookup } from "@/lib/lookup";

import type { Manifest } from "../../model/manifest";

const ICONS: Record<string, LucideIcon> = {
  message: MessageSquare, help: CircleHelp, split: Split, variable: Variable, play: Play, flag: Flag, user: UserRound, clock: Clock, globe: Globe,
  webhook: Webhook, tag: Tag, kanban: Kanban, "circle-dollar-sign": CircleDollarSign, shuffle: Shuffle, workflow: Workflow, "id-card": IdCard,
};

const TINTS: Record<string, string> = {
  conversa: "bg-accent-soft text-accent-text",
  lógica: "bg-info-soft text-info-text",
  atendimento: "bg-amber-soft text-amber-text",
  integração: "bg-danger-soft text-danger-text",
  contato: "bg-accent-soft text-accent-text",
  tempo: "bg-amber-soft text-amber-text",
};

export function KindIcon({ manifest, size = "md" }: { manifest: Manifest | undefined; size?: "sm" | "md" }) {
  const Icon = lookup(ICONS, manifest?.icon ?? "") ?? Puzzle;
  return (
    <span
      className={cx(
        "flex shrink-0 items-center justify-center rounded-md",
        size === "sm" ? "size-6 [&_svg]:size-3.5" : "size-7 [&_svg]:size-4",
        lookup(TINTS, manifest?.group ?? "") ?? "bg-sunken text-ink-2",
      )}
    >
      <Icon aria-hidden />
    </span>
  );
}

/** The kinds by group, groups in the order in which they first come. */
export function grouped(manifests: Iterable<Manifest>): [string, Manifest[]][] {
  const groups = new Map<string, Manifest[]>();
  for (const one of manifests) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return [...groups];
}

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Does the kind answer to these words? */
export const answersTo = (manifest: Manifest, words: string): boolean =>
  fold(words).split(/\s+/).every((word) => fold(`${manifest.label} ${manifest.description} ${manifest.key} ${manifest.group}`).includes(word));
