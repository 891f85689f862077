// What of a report is written: for whom, and of a whole report which sections.
import type { Cut, CutContents } from "../bindings";
import { t } from "../words";

/** What a person chose. */
export interface CutChoice {
  cut: Cut;
  /** By form, the sections that are left out of a whole report. */
  leftSections: Record<string, string[]>;
  /** Whether the summary stands in front of a whole report. */
  summary: boolean;
  /** Whose copy it is; empty for what concerns all providers. */
  provider: string;
}

export const wholeReport = (): CutChoice => ({ cut: "full", leftSections: {}, summary: true, provider: "" });

/** The arguments of the commands that follow from a choice. */
export interface CutArguments {
  cut?: Cut;
  sections?: string[];
  without_summary?: boolean;
  provider?: string;
}

/** What the commands are given for one form. */
export function cutArguments(choice: CutChoice, form: string, contents?: CutContents): CutArguments {
  if (choice.cut === "provider" && choice.provider) return { cut: choice.cut, provider: choice.provider };
  if (choice.cut !== "full") return { cut: choice.cut };
  const left = choice.leftSections[form] ?? [];
  const chosen = (contents?.sections ?? []).map((one) => one.id).filter((id) => !left.includes(id));
  return {
    ...(left.length > 0 && chosen.length > 0 && { sections: chosen }),
    ...(!choice.summary && { without_summary: true }),
  };
}

/** A cut in words that say who reads it. */
export function cutLabel(cut: Cut): string {
  switch (cut) {
    case "full":
      return t("cut-full");
    case "summary":
      return t("cut-summary");
    case "owner":
      return t("cut-owner");
    case "provider":
      return t("cut-provider");
    case "public":
      return t("cut-public");
  }
}

/** What a file's name says of the cut; nothing for a whole report. */
export function cutInName(cut: Cut, sections: boolean): string {
  switch (cut) {
    case "full":
      return sections ? t("cut-name-sections") : "";
    case "summary":
      return t("cut-name-summary");
    case "owner":
      return t("cut-name-owner");
    case "provider":
      return t("cut-name-provider");
    case "public":
      return t("cut-name-public");
  }
}
