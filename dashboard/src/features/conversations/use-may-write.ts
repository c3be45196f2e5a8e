/** May this person answer customers? */
import { sessionStore } from "@/api/session";
import { useStore } from "@/lib/store";

export const useMayWrite = (): boolean => useStore(sessionStore)?.permissions.includes("conversations:write") ?? false;
