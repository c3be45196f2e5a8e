/** Light or dark? The system decides until the person does. */
import { createStore } from "./store";

export type Theme = "system" | "light" | "dark";

const KEY = "recado.theme";
const dark = window.matchMedia("(prefers-color-scheme: dark)");

export const themeStore = createStore<Theme>(stored());

dark.addEventListener("change", apply);

export function chooseTheme(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  themeStore.set(theme);
  apply();
}

function stored(): Theme {
  try {
    const value = localStorage.getItem(KEY);
    return value === "dark" || value === "light" ? value : "system";
  } catch {
    return "system";
  }
}

function apply(): void {
  const theme = themeStore.get();
  document.documentElement.dataset.theme = theme === "system" ? (dark.matches ? "dark" : "light") : theme;
}
