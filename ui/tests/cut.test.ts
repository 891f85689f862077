import { describe, expect, it } from "vitest";

import type { CutContents } from "../src/bindings";
import { cutArguments, cutInName, leavesSections, wholeReport } from "../src/export/cut";

const contents: CutContents = {
  cuts: ["full", "summary"],
  sections: [
    { id: "1", title: "One" },
    { id: "2", title: "Two" },
    { id: "3", title: "Three" },
  ],
  left_out_sections: [],
  left_out_rows: [],
  left_out_answers: [],
  left_out_besides: [],
  goes_along: [],
  names: [],
};

describe("what a report is cut to", () => {
  it("asks for nothing where the whole report is written", () => {
    expect(cutArguments(wholeReport(), "rar", contents)).toEqual({});
  });

  it("names the sections that stay, and only where some are left out", () => {
    const choice = { ...wholeReport(), leftSections: { rar: ["2"] } };
    expect(cutArguments(choice, "rar", contents)).toEqual({ sections: ["1", "3"] });
    expect(cutArguments(choice, "edpb-dpia", contents)).toEqual({});
  });

  it("does not write a form of which no section is left", () => {
    const choice = { ...wholeReport(), leftSections: { rar: ["1", "2", "3"] } };
    expect(leavesSections(choice, "rar", contents)).toBe(false);
    expect(leavesSections(choice, "edpb-dpia", contents)).toBe(true);
    expect(leavesSections({ ...choice, leftSections: { rar: ["1", "3"] } }, "rar", contents)).toBe(true);
    expect(leavesSections({ ...choice, cut: "summary" }, "rar", contents)).toBe(true);
  });

  it("puts the summary of the whole project in front of chosen sections only where one asks for it", () => {
    const choice = { ...wholeReport(), leftSections: { rar: ["2"] } };
    expect(cutArguments(choice, "rar", contents)).not.toHaveProperty("with_summary");
    const asked = cutArguments({ ...choice, summaryOfSections: true }, "rar", contents);
    expect(asked).toHaveProperty("with_summary", true);
  });

  it("leaves the summary out of a whole report alone", () => {
    const choice = { ...wholeReport(), summary: false };
    expect(cutArguments(choice, "rar", contents)).toEqual({ without_summary: true });
    expect(cutArguments({ ...choice, cut: "owner" }, "rar", contents)).toEqual({ cut: "owner" });
  });

  it("makes the copy of one provider, and no other cut for one", () => {
    const choice = { ...wholeReport(), cut: "provider" as const, provider: "hunt-cloud" };
    expect(cutArguments(choice, "rar", contents)).toEqual({ cut: "provider", provider: "hunt-cloud" });
    expect(cutArguments({ ...choice, cut: "public" }, "rar", contents)).toEqual({ cut: "public" });
  });

  it("bears the cut in the name of the file", () => {
    expect(cutInName("full", false)).toBe("");
    expect(cutInName("full", true)).toBe("sections");
    expect(cutInName("public", false)).toBe("public");
  });
});
