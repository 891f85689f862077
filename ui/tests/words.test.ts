// Short words on buttons and beside fields say in plain English what they do.
import { expect, it } from "vitest";

import { t, when } from "../src/words";

it("are those that people know from other programs", () => {
  expect(t("ready-back"), "the mark of a section is undone by the word that undoes elsewhere").toBe(t("take-back"));
  expect(t("cut-left-besides")).toBe("Also left out:");
  expect(t("export-since-nothing"), "beside “What changed”").toBe("Do not list changes");
  expect(t("backups-planned")).toBe("Saved. Used from the next backup on.");
  expect(t("spelling-no-words")).toBe("No suggestions.");
  expect(t("error-spelling-file-help")).not.toContain("Mend");
});

it("have one name for one thing", () => {
  for (const id of ["cover-not-stated", "topics-not-stated", "coverage-not-stated"] as const)
    expect(t(id)).toBe("Not stated");
  for (const id of ["row-trash", "attachment-trash"] as const) expect(t(id)).toBe("Delete");
  expect(t("project-trash", { title: "Kidneys" }), "the word for the trash").toMatch(/^Delete .+ trash\.$/);
  for (const id of ["level-remove-do", "statement-remove", "revision-remove"] as const)
    expect(t(id), "what is gone for good").toBe("Remove");
});

it("tell the time of earlier days, too, so that two moments of one day differ", () => {
  const [one, other] = [new Date(2026, 0, 2, 9, 5), new Date(2026, 0, 2, 14, 3)].map((at) => when(at.toISOString()));
  expect(one).toMatch(/^2 January 2026.+09:05$/);
  expect(other).toMatch(/14:03$/);
});
