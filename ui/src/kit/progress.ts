// The state of a form or section in words and numbers.
import type { Gap, Progress } from "../bindings";
import { listed, t } from "../words";

/** The progress in a line: "3 of 8 required answers", "Complete", "Nothing required". */
export function inWords(progress: Progress): string {
  if (progress.required === 0) return t("progress-none");
  if (progress.filled >= progress.required) return t("progress-complete", { required: progress.required });
  return t("progress-part", { filled: progress.filled, required: progress.required });
}

/** The progress for the narrow rail: "3/8". */
export function inNumbers(progress: Progress): string {
  return progress.required === 0 ? "" : `${progress.filled}/${progress.required}`;
}

/** The missing parts of an answer: "name and date". */
function lacking(gap: Gap): string {
  return listed((gap.lacks ?? []).map((lack) => t(`lack-${lack}`)));
}

/** What is missing, in a sentence. */
export function gapInWords(gap: Gap): string {
  const args = { label: gap.label, missing: gap.missing, of: gap.of };
  switch (gap.kind) {
    case "field":
      return t("gap-field", args);
    case "rows":
      return t("gap-rows", args);
    case "cells":
      return t("gap-cells", args);
    case "subjects":
      return t("gap-subjects", args);
    case "incomplete":
      return t("gap-incomplete", { ...args, lacks: lacking(gap) });
    case "off_scale":
      return t("gap-off-scale", args);
  }
}
