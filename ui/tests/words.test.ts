// Short words on buttons and beside fields say in plain English what they do.
import { expect, it } from "vitest";

import { t } from "../src/words";

it("are those that people know from other programs", () => {
  expect(t("ready-back"), "the mark of a section is undone by the word that undoes elsewhere").toBe(t("take-back"));
  expect(t("cut-left-besides")).toBe("Also left out:");
  expect(t("export-since-nothing"), "beside “What changed”").toBe("Do not list changes");
  expect(t("backups-planned")).toBe("Saved. Used from the next backup on.");
  expect(t("spelling-no-words")).toBe("No suggestions.");
  expect(t("error-spelling-file-help")).not.toContain("Mend");
});
