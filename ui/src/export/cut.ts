// Which parts of a report are written: the cut for a reader, or a whole report with or without some sections.
import type { Cut, CutContents } from "../bindings";
import { t } from "../words";

/** What the person chose. */
export interface CutChoice {
  cut: Cut;
  /** By form, the sections that are left out of a whole report. */
  leftSections: Record<string, string[]>;
  /** Whether the summary stands in front of a whole report. */
  summary: boolean;
  /** Whether the summary of the whole project stands in front of chosen sections, which say less than it does. */
  summaryOfSections: boolean;
  /** The provider whose copy it is; empty where the project has one provider only. */
  provider: string;
}

export const wholeReport = (): CutChoice => ({
  cut: "full",
  leftSections: {},
  summary: true,
  summaryOfSections: false,
  provider: "",
});

/** The arguments of a command that stand for a choice. */
export interface CutArguments {
  cut?: Cut;
  sections?: string[];
  without_summary?: boolean;
  with_summary?: boolean;
  provider?: string;
}

/** Whether a form is written: of a whole report without any of its sections nothing would be left. */
export function leavesSections(choice: CutChoice, form: string, contents?: CutContents): boolean {
  const left = choice.leftSections[form] ?? [];
  return choice.cut !== "full" || !contents || contents.sections.some((one) => !left.includes(one.id));
}

/** The arguments of a command for one form. */
export function cutArguments(choice: CutChoice, form: string, contents?: CutContents): CutArguments {
  if (choice.cut === "provider" && choice.provider) return { cut: choice.cut, provider: choice.provider };
  if (choice.cut !== "full") return { cut: choice.cut };
  const left = choice.leftSections[form] ?? [];
  const chosen = (contents?.sections ?? []).map((one) => one.id).filter((id) => !left.includes(id));
  if (left.length > 0 && chosen.length > 0)
    return { sections: chosen, ...(choice.summaryOfSections && { with_summary: true }) };
  return choice.summary ? {} : { without_summary: true };
}

/** The name of a cut, which says who reads it. */
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

/** The part of a file's name that stands for the cut; empty for a whole report. */
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
