/** For which organization does one work now? */
import { Check, ChevronsUpDown } from "lucide-react";

import type { Session } from "@/api/contract";
import { useSwitchOrganization } from "@/features/session/mutations";
import { roleNames } from "@/features/session/texts";
import { plainText } from "@/lib/text-marks";
import { initials } from "@/lib/initials";
import { Menu, MenuItem, MenuLabel } from "@/ui/menu";
import { SafeText } from "@/ui/safe-text";

export function OrganizationMenu({ session }: { session: Session }) {
  const name = session.organization?.name ?? "Recado";
  return (
    <Menu
      side="right"
      trigger={
        <button
          type="button"
          aria-label={`Organização: ${plainText(name)}`}
          title={name}
          className="relative flex size-10 items-center justify-center rounded-xl bg-accent text-base font-semibold text-accent-ink transition-colors hover:bg-accent-hover"
          data-testid="organization-menu"
        >
          <span aria-hidden className="before:content-[attr(data-initials)]" data-initials={initials(name).slice(0, 1)} />
          <span className="absolute -right-1 -bottom-1 flex size-4 items-center justify-center rounded-full border border-line bg-raised text-ink-2">
            <ChevronsUpDown className="size-2.5" aria-hidden />
          </span>
        </button>
      }
    >
      <OrganizationItems session={session} />
    </Menu>
  );
}

export function OrganizationItems({ session }: { session: Session }) {
  const change = useSwitchOrganization();
  return (
    <>
      <MenuLabel>Organizações</MenuLabel>
      {session.organizations.map((one) => {
        const current = one.id === session.organization?.id;
        return (
          <MenuItem
            key={one.id}
            checked={current}
            hint={current ? <Check className="text-accent-text" aria-label="atual" /> : undefined}
            onSelect={() => {
              if (!current) change.mutate(one.id);
            }}
          >
            <span className="block truncate">
              <SafeText text={one.name} max={60} />
            </span>
            <span className="block text-sm font-normal text-ink-3">{roleNames[one.role] ?? one.role}</span>
          </MenuItem>
        );
      })}
    </>
  );
}

