/** May this person do that? The server decides; the screen spares them what it would refuse. */
import { useStore } from "@/lib/store";

import { sessionStore } from "./session";

export const useMay = (permission: string): boolean => useStore(sessionStore)?.permissions.includes(permission) ?? false;
