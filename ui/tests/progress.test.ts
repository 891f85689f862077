// What is missing, in words.
import { describe, expect, it, vi } from "vitest";
import type { Gap } from "../src/bindings";
import { gapInWords } from "../src/kit/progress";

const gap = (over: Partial<Gap>): Gap => ({
  part: "7.2",
  label: "Acceptance",
  kind: "cells",
  missing: 2,
  of: 5,
  ...over,
});

describe("gaps", () => {
  it("say what an answer lacks", () => {
    expect(gapInWords(gap({ kind: "incomplete", lacks: ["name", "date"] }))).toBe(
      "Acceptance: name and date missing in 2 of 5",
    );
    expect(
      gapInWords(gap({ kind: "incomplete", label: "Publication", lacks: ["explanation"], missing: 1, of: 1 })),
    ).toBe("Publication: explanation of the choice missing");
  });
  it("say where an answer is not there yet", () => {
    expect(gapInWords(gap({ kind: "field", missing: 1, of: 1 }))).toBe("Acceptance: no answer yet");
    expect(gapInWords(gap({ kind: "cells" }))).toBe("Acceptance: no answer yet in 2 of 5 rows");
    expect(gapInWords(gap({ kind: "cells", missing: 1, of: 1 }))).toBe("Acceptance: no answer yet");
    expect(gapInWords(gap({ kind: "subjects" }))).toBe("Acceptance: nothing entered yet for 2 of 5");
  });
  it("say that a score is outside its scale", () => {
    expect(gapInWords(gap({ kind: "off_scale", label: "Likelihood" }))).toBe(
      "Likelihood: 2 scores are outside the scale",
    );
  });
  it("join what an answer lacks in the language of the window", async () => {
    vi.resetModules();
    const files = ["gap-incomplete = { $lacks }\nlack-name = navn\nlack-date = dato"];
    vi.stubGlobal("vurderWords", { language: "da", files });
    const danish = await import("../src/kit/progress");
    const { listed } = await import("../src/words");
    vi.unstubAllGlobals();
    expect(danish.gapInWords(gap({ kind: "incomplete", lacks: ["name", "date"] }))).toBe("navn og dato");
    expect(listed(["navn", "rolle", "dato"])).toBe("navn, rolle og dato");
  });
});
