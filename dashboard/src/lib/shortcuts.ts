/** Which key does what on this screen? Single keys rest while a person types. */
import { useEffect, useRef } from "react";

export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

/** Binds keys ("j", "/", "mod+k", "Escape") while the component is mounted; `mod` is ⌘ or Ctrl. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = current.current[keyName(event)];
      if (!action || event.defaultPrevented || event.isComposing) return;
      const commanded = event.metaKey || event.ctrlKey;
      if (!commanded && (isTyping(event.target) || event.altKey || insideOverlay(event.target))) return;
      event.preventDefault();
      action(event);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

function keyName(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.metaKey || event.ctrlKey ? `mod+${key}` : key;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function insideOverlay(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("dialog,[role=menu],[role=dialog]") !== null;
}

export const modKey = /mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘" : "Ctrl";
