// The places of the window that the search finds by name, besides what people wrote.
import type { ProjectOverview } from "../bindings";
import { t } from "../words";
import type { Route } from "../state/route.svelte";

/** A place to go to, or the help. */
export interface Command {
  kind: "command";
  label: string;
  /** Other words by which it is found. */
  words: string;
  /** Where it leads; null for the help. */
  route: Route | null;
}

const command = (label: string, words: string, route: Route | null): Command => ({
  kind: "command",
  label,
  words,
  route,
});

/** All places to go to. With a project, its screens and the sections of its forms come first. */
export function commands(overview: ProjectOverview | null): Command[] {
  const all: Command[] = [];
  if (overview) {
    const project = overview.head.id;
    all.push(command(t("overview"), t("command-overview-words"), { screen: "overview", project }));
    for (const place of [
      "export",
      "risks",
      "coverage",
      "requests",
      "library",
      "versions",
      "remarks",
      "attachments",
      "changes",
      "trash",
    ] as const)
      all.push(command(t(place), t(`command-${place}-words`), { screen: place, project }));
    for (const { form, short, title, sections } of overview.forms)
      for (const section of sections)
        all.push(
          command(`${short} ${section.id} ${section.title}`, `${title} ${t("command-form-words")}`, {
            screen: "form",
            project,
            form,
            section: section.id,
          }),
        );
  }
  const inProject = overview ? { project: overview.head.id } : {};
  all.push(
    command(t("settings"), t("command-settings-words"), { screen: "settings", ...inProject }),
    command(t("import"), t("command-import-words"), { screen: "import", ...inProject }),
    command(t("projects"), t("command-home-words"), { screen: "home" }),
    command(t("new-project"), t("command-new-words"), { screen: "new" }),
    command(t("help"), t("command-help-words"), null),
  );
  return all;
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * The commands that have, for each typed word, a word that begins with it. Those that match in their label come first.
 */
export function fitting(all: readonly Command[], typed: string, most = 5): Command[] {
  const sought = wordsOf(typed);
  if (sought.length === 0) return [];
  const has = (text: string): boolean => {
    const there = wordsOf(text);
    return sought.every((word) => there.some((one) => one.startsWith(word)));
  };
  const named = all.filter((one) => has(one.label));
  const others = all.filter((one) => !named.includes(one) && has(`${one.label} ${one.words}`));
  return [...named, ...others].slice(0, most);
}
