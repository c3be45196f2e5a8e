/** Who works here, by which light? */
import { Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";

import type { Session } from "@/api/contract";
import { AvailabilityItem } from "@/features/conversations/components/teamwork/availability-item";
import { useSignOut } from "@/features/session/mutations";
import { roleNames } from "@/features/session/texts";
import { plainText } from "@/lib/text-marks";
import { useStore } from "@/lib/store";
import { chooseTheme, type Theme, themeStore } from "@/lib/theme";
import { Avatar } from "@/ui/avatar";
import { Kbd } from "@/ui/kbd";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "@/ui/menu";

export const themes: { theme: Theme; label: string; icon: typeof Sun }[] = [
  { theme: "light", label: "Tema claro", icon: Sun },
  { theme: "dark", label: "Tema escuro", icon: Moon },
  { theme: "system", label: "Tema do sistema", icon: Monitor },
];

export function PersonMenu({ session, onHelp }: { session: Session; onHelp: () => void }) {
  return (
    <Menu
      side="right"
      align="end"
      trigger={
        <button type="button" aria-label={`Sua conta: ${plainText(session.user.name)}`} className="mt-1 rounded-full" data-testid="person-menu">
          <Avatar name={session.user.name} />
        </button>
      }
    >
      <PersonItems session={session} onHelp={onHelp} />
    </Menu>
  );
}

export function PersonItems({ session, onHelp }: { session: Session; onHelp?: () => void }) {
  const signOut = useSignOut();
  const chosen = useStore(themeStore);
  return (
    <>
      <MenuLabel>
        <span className="block text-list text-ink">{session.user.name}</span>
        <span className="block font-normal">
          {session.user.email} · {roleNames[session.role] ?? session.role}
        </span>
      </MenuLabel>
      <MenuSeparator />
      <AvailabilityItem />
      {themes.map(({ theme, label, icon: Icon }) => (
        <MenuItem key={theme} icon={<Icon aria-hidden />} checked={chosen === theme} hint={chosen === theme ? "✓" : undefined} onSelect={() => chooseTheme(theme)}>
          {label}
        </MenuItem>
      ))}
      <MenuSeparator />
      {onHelp && (
        <MenuItem icon={<Keyboard aria-hidden />} hint={<Kbd>?</Kbd>} onSelect={onHelp}>
          Atalhos do teclado
        </MenuItem>
      )}
      <MenuItem icon={<LogOut aria-hidden />} onSelect={() => signOut.mutate()} testId="sign-out">
        Sair
      </MenuItem>
    </>
  );
}
