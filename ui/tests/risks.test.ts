import { describe, expect, it } from "vitest";

import type { RiskFrame, RiskScore, RiskSide, RisksAnswer, RiskView } from "../src/bindings";
import { inForce, levelAt, lines, listed, NO_FILTER, type RiskFilter } from "../src/risks/register";
import { patchedRisks } from "../src/state/patch-risks";

const LABELS = ["Low", "Medium", "High", "Very high"];

/** Likelihood and severity, with their sum as the level of risk. */
function score(likelihood?: number, severity?: number): RiskScore {
  const level = likelihood && severity ? Math.min(4, likelihood + severity - 1) : 0;
  return {
    ...(likelihood ? { likelihood } : {}),
    ...(severity ? { severity } : {}),
    ...(level ? { level: { level, of: 4, label: LABELS[level - 1] ?? "", acceptable: level < 3 } } : {}),
    reason: "",
  };
}

function risk(n: number, more: Partial<RiskView> & { scores?: Partial<Record<RiskSide, [RiskScore, RiskScore]>> }) {
  const { scores = {}, ...rest } = more;
  const treated = (rest.measures?.length ?? 0) > 0;
  const view: RiskView = {
    risk: { row: `r${n}`, register: "risk", number: `R${n}`, label: `Risk ${n}` },
    concerns: Object.keys(scores) as RiskSide[],
    owner: "",
    sides: Object.entries(scores).map(([side, [before, after]]) => ({
      side: side as RiskSide,
      before,
      after,
      treated,
      residual: treated ? after : before,
    })),
    can_take_over: false,
    can_score_as_before: false,
    options: [],
    measures: [],
    open: [],
    ...rest,
  };
  return view;
}

const measure = {
  measure: { row: "m", register: "measure", number: "M1", label: "Train" },
  responsible: "",
};
const risks: RiskView[] = [
  risk(1, { owner: "Kari", environment: "technical", scores: { subjects: [score(2, 2), score(1, 2)] } }),
  risk(2, {
    owner: "Ola",
    environment: "services",
    measures: [measure],
    scores: { subjects: [score(3, 2), score(1, 1)], organisation: [score(1, 1), score(1, 1)] },
  }),
  risk(3, { scores: { organisation: [score(2, 3), score()] }, open: [{ what: "owner", field: "owner" }] }),
  risk(4, { owner: "Kari", environment: "technical", scores: { subjects: [score(), score()] } }),
];
const level = (label: string) => ({ label, meaning: "", acceptable: false, accepted_by: "" });
const frame: RiskFrame = {
  method: { likelihood: [], severity: [], risk: LABELS.map(level), matrix: [], sides: [] },
  risk: {
    id: "risk",
    one: "risk",
    many: "risks",
    prefix: "R",
    label_field: "title",
    single: false,
    fields: [
      {
        id: "environment",
        label: "Environment",
        kind: "choice",
        role: "risk_environment",
        hint: "",
        prompt: "",
        law: [],
        required: true,
        cite: false,
        options: [
          { id: "technical", label: "Technical" },
          { id: "services", label: "Services" },
        ],
        to: [],
      },
    ],
  },
  measure: { id: "measure", one: "", many: "", prefix: "M", label_field: "", single: false, fields: [] },
};

const numbers = (found: readonly RiskView[]): string[] => found.map((one) => one.risk.number);
const shown = (filter: Partial<RiskFilter>, side: RiskSide | "all" = "all"): string[] =>
  numbers(listed(risks, side, { ...NO_FILTER, ...filter }, "number", false));

describe("the list of risks", () => {
  it("shows the risks that concern the chosen side", () => {
    expect(shown({}, "subjects")).toEqual(["R1", "R2", "R4"]);
    expect(shown({}, "organisation")).toEqual(["R2", "R3"]);
    expect(shown({})).toEqual(["R1", "R2", "R3", "R4"]);
  });

  it("is narrowed down by level, owner, environment, words and what is open", () => {
    expect(shown({ level: "before:3" }, "subjects")).toEqual(["R1"]);
    expect(shown({ level: "after:1" }, "subjects")).toEqual(["R2"]);
    expect(shown({ level: "before:0" }, "subjects")).toEqual(["R4"]);
    expect(shown({ owner: "Kari" })).toEqual(["R1", "R4"]);
    expect(shown({ environment: "services" })).toEqual(["R2"]);
    expect(shown({ words: "ola risk" })).toEqual(["R2"]);
    expect(shown({ open: "any" })).toEqual(["R3"]);
    expect(shown({ open: "measure" })).toEqual([]);
  });

  it("holds what stands in the chosen cell of the matrix, as the matrix shows it", () => {
    const cell = (when: "before" | "after", likelihood: number, severity: number) =>
      shown({ cell: { when, likelihood, severity } }, "subjects");
    expect(cell("before", 2, 2)).toEqual(["R1"]);
    expect(cell("after", 2, 2)).toEqual(["R1"]);
    expect(cell("after", 1, 2)).toEqual([]);
    expect(cell("after", 1, 1)).toEqual(["R2"]);
  });

  it("is sorted, and risks that are alike stay in order", () => {
    const sorted = (by: "before" | "owner", descending: boolean) =>
      numbers(listed(risks, "all", NO_FILTER, by, descending));
    expect(sorted("before", true)).toEqual(["R2", "R3", "R1", "R4"]);
    expect(sorted("owner", false)).toEqual(["R3", "R1", "R4", "R2"]);
    expect(numbers(risks)).toEqual(["R1", "R2", "R3", "R4"]);
  });

  it("is grouped under headings with what has no answer last", () => {
    const heads = (by: "environment" | "level") =>
      lines(risks, by, "all", frame, "Nothing").flatMap((line) =>
        "heading" in line ? [`${line.heading} ${line.count}`] : [],
      );
    expect(heads("environment")).toEqual(["Services 1", "Technical 2", "Nothing 1"]);
    expect(heads("level")[0]).toBe("Very high 2");
  });
});

describe("scores", () => {
  it("after measures are those before where no measure treats the risk", () => {
    const [untreated, treated] = [risks[0]?.sides[0], risks[1]?.sides[0]];
    expect(untreated && inForce(untreated, "after").likelihood).toBe(2);
    expect(treated && inForce(treated, "after").likelihood).toBe(1);
    expect(levelAt(risks[0] as RiskView, "subjects", "after")).toBe(3);
  });
});

describe("a change of the register", () => {
  const told: RisksAnswer = { revision: 4, register: { risks, frame } };
  const changed = { ...(risks[1] as RiskView), owner: "Per" };

  it("replaces what it tells and keeps the rest", () => {
    const now = patchedRisks(told, { risks: [changed] }, 4, 5);
    expect(now?.revision).toBe(5);
    expect(now?.register.risks[1]).toBe(changed);
    expect(now?.register.risks[0]).toBe(risks[0]);
    const moved = patchedRisks(told, { risks: [], order: ["r4", "r1"] }, 4, 5);
    expect(numbers(moved?.register.risks ?? [])).toEqual(["R4", "R1"]);
  });

  it("that does not follow is refused", () => {
    expect(patchedRisks(told, { risks: [changed] }, 3, 5)).toBeNull();
    expect(patchedRisks(told, { risks: [], order: ["unknown"] }, 4, 5)).toBeNull();
  });
});
