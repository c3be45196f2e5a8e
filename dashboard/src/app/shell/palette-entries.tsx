/** What does the palette offer for these words? */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Keyboard, LogOut, MessageSquareText, Smartphone, Zap } from "lucide-react";
import { type ReactNode, useDeferredValue } from "react";

import type { Conversation, Session } from "@/api/contract";
import { api } from "@/api/endpoints";
import { useSignOut, useSwitchOrganization } from "@/features/session/mutations";
import { commandStore } from "@/lib/commands";
import { formatPhone } from "@/lib/phone";
import { useStore } from "@/lib/store";
import { chooseTheme } from "@/lib/theme";
import { useSettled } from "@/lib/use-settled";
import { SafeText } from "@/ui/safe-text";

import { themes } from "./person-menu";
import { openSimulator, placesFor, useSimulatorUrl } from "./places";

export interface PaletteEntry {
  id: string;
  group: string;
  label: ReactNode;
  words: string;
  hint?: ReactNode;
  shortcut?: string | undefined;
  icon: ReactNode;
  run: () => void;
}

export function usePaletteEntries(session: Session, text: string, onHelp: () => void): PaletteEntry[] {
  const wanted = fold(useDeferredValue(text).trim());
  const fixed = useFixedEntries(session, onHelp).filter((entry) => wanted.split(/\s+/).every((word) => fold(entry.words).includes(word)));
  const found = useFoundConversations(text.trim());
  const commands = fixed.filter((entry) => entry.group === "Nesta tela");
  return [...commands, ...(wanted ? found : []), ...fixed.filter((entry) => entry.group !== "Nesta tela")];
}

function useFoundConversations(text: string): PaletteEntry[] {
  const navigate = useNavigate();
  const q = useSettled(text, 150);
  const { data } = useQuery({
    queryKey: ["palette", q],
    queryFn: ({ signal }) => api.conversations({ q }, null, 6, signal),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
  return (data?.items ?? []).map((conversation: Conversation) => ({
    id: conversation.id,
    group: "Conversas",
    label: <SafeText text={conversation.contact.name || formatPhone(conversation.contact.phone)} max={60} />,
    words: "",
    hint: <SafeText text={conversation.last_message.preview} max={60} />,
    icon: <MessageSquareText aria-hidden />,
    run: () => void navigate({ to: "/whatsapp/conversas/$conversationId", params: { conversationId: conversation.id } }),
  }));
}

function useFixedEntries(session: Session, onHelp: () => void): PaletteEntry[] {
  const navigate = useNavigate();
  const signOut = useSignOut();
  const change = useSwitchOrganization();
  const simulator = useSimulatorUrl();
  const { places, settings } = placesFor(session);
  const entry = (group: string, label: string, icon: ReactNode, run: () => void, shortcut?: string): PaletteEntry => ({
    id: `${group}/${label}`,
    group,
    label,
    words: label,
    icon,
    run,
    shortcut,
  });
  return [
    ...useStore(commandStore).map((command) => entry("Nesta tela", command.label, <Zap aria-hidden />, command.run, command.shortcut)),
    ...[...places, ...settings].map(({ to, label, icon: Icon }) => entry("Ir para", label, <Icon aria-hidden />, () => void navigate({ to }))),
    ...(simulator ? [entry("Ir para", "Simulador", <Smartphone aria-hidden />, () => openSimulator(simulator))] : []),
    ...session.organizations
      .filter((one) => one.id !== session.organization?.id)
      .map((one) => entry("Trocar de organização", one.name, <Zap aria-hidden />, () => change.mutate(one.id))),
    ...themes.map(({ theme, label, icon: Icon }) => entry("Preferências", label, <Icon aria-hidden />, () => chooseTheme(theme))),
    entry("Preferências", "Atalhos do teclado", <Keyboard aria-hidden />, onHelp, "?"),
    entry("Preferências", "Sair", <LogOut aria-hidden />, () => signOut.mutate()),
  ];
}

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
