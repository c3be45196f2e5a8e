/** What do other parts of the product show beside a conversation? The app says; the features stay strangers. */
import { createContext, type ReactNode, useContext } from "react";

import type { Conversation } from "@/api/contract";

export const PersonSlot = createContext<(conversation: Conversation) => ReactNode>(() => null);

export const usePersonSlot = () => useContext(PersonSlot);
