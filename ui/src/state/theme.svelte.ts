// The appearance: light or dark. It is that of the system unless the person chose one.
export type Theme = "system" | "light" | "dark";

const KEY = "vurder-theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

function stored(): Theme {
  const stored = localStorage.getItem(KEY);
  return stored === "light" || stored === "dark" ? stored : "system";
}

export const theme = $state<{ chosen: Theme }>({ chosen: stored() });

function apply(): void {
  const shown = theme.chosen === "system" ? (dark.matches ? "dark" : "light") : theme.chosen;
  document.documentElement.dataset.theme = shown;
}

export function chooseTheme(chosen: Theme): void {
  theme.chosen = chosen;
  localStorage.setItem(KEY, chosen);
  apply();
}

dark.addEventListener("change", apply);
apply();
