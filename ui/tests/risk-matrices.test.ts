// The matrices of risks, in a form and in the register: each cell says its level, and what moved after measures shows.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, describe, expect, it } from "vitest";

import type { MatrixSide, MatrixView, RiskScore, RiskView, ScaleLevel } from "../src/bindings";
import Matrix from "../src/form/Matrix.svelte";
import { arrowBetween } from "../src/kit/risk";
import RiskMatrices from "../src/risks/RiskMatrices.svelte";

const scale = (...labels: string[]): ScaleLevel[] =>
  labels.map((label) => ({ label, meaning: "", acceptable: false, accepted_by: "" }));
const likelihood = scale("rare", "likely");
const severity = scale("minor", "severe");
const level = scale("Ubetydelig", "Middelhøj", "Uacceptabelt høj");
const matrix = [
  [1, 2],
  [2, 3],
];
const named = (n: number) => ({ row: `r${n}`, register: "risk", number: `R${n}`, label: `Risk ${n}` });
/** R1 goes from likely and severe to rare and minor; R2 stays where it was. */
const BEFORE = [
  [2, 2],
  [1, 2],
] as const;
const AFTER = [
  [1, 1],
  [1, 2],
] as const;

let page: Record<string, unknown> | undefined;
afterEach(async () => {
  if (page) await unmount(page);
  page = undefined;
});

const tables = (): HTMLTableElement[] => [...document.querySelectorAll("table")];
/** The words in the shown part of each field, from the top left. Names that only a screen reader reads are left out. */
const fields = (table: HTMLTableElement | undefined, part: string): string[] =>
  [...(table?.querySelectorAll(`td .field > div${part}`) ?? [])].map((e) => {
    const shown = e.cloneNode(true) as HTMLElement;
    for (const hidden of shown.querySelectorAll(".unseen")) hidden.remove();
    return (shown.textContent ?? "").replace(/\s+/g, " ").trim();
  });
const risks = (table: HTMLTableElement | undefined): HTMLButtonElement[] => [
  ...(table?.querySelectorAll<HTMLButtonElement>("button.risk") ?? []),
];

function checkMatrices(): void {
  const [before, after] = tables();
  for (const table of [before, after])
    for (const [at, name] of ["Middelhøj", "Uacceptabelt høj", "Ubetydelig", "Middelhøj"].entries())
      expect(fields(table, ":first-child")[at], "each cell names its level").toContain(name);

  expect(before?.querySelector("button .arrow"), "before measures, nothing moved").toBeNull();
  const [stayed, moved] = risks(after);
  expect([stayed?.title, stayed?.querySelector(".arrow")], "R2 has the cell that it had").toEqual(["Risk 2", null]);
  expect(moved?.title).toBe("Risk 1 (was: likely, severe)");
  expect(moved?.getAttribute("aria-label")).toContain("R1 Risk 1 (was: likely, severe)");
  expect(moved?.querySelector(".arrow")?.textContent).toContain("↙");

  // Each field keeps the room of what the other matrix shows there, and nobody hears or reaches that.
  expect(fields(before, ".room")[2], "below on the left, R1 comes to stand").toContain("R1");
  expect(fields(after, ".room")[1], "above on the right, R1 stood").toContain("R1");
  for (const room of document.querySelectorAll(".room")) {
    expect(room.getAttribute("aria-hidden")).toBe("true");
    expect(room.querySelector("button, [data-testid], [data-moves]")).toBeNull();
  }
}

describe("a risk that moved", () => {
  it("is pointed at from where it was, with severity upwards and likelihood to the right", () => {
    const at = (l: number, s: number) => ({ likelihood: l, severity: s });
    const arrow = (from: [number, number], to: [number, number]): string =>
      arrowBetween(at(...from), at(...to)).slice(0, 1);
    expect(arrow([3, 3], [1, 3])).toBe("←");
    expect(arrow([3, 3], [3, 1])).toBe("↓");
    expect(arrow([3, 3], [2, 2])).toBe("↙");
    expect(arrow([1, 1], [2, 3])).toBe("↗");
    expect(arrow([2, 2], [2, 2])).toBe("");
  });

  it("is marked in the matrix of a form", () => {
    const side = (name: MatrixSide["side"], at: typeof BEFORE | typeof AFTER): MatrixSide => ({
      side: name,
      entries: at.map(([l, s], i) => ({ risk: named(i + 1), likelihood: l, severity: s })),
      unscored: [],
      untreated: [],
    });
    const sides = [side("subjects_inherent", BEFORE), side("subjects_residual", AFTER)];
    const view: MatrixView = { likelihood, severity, risk: level, matrix, sides };
    page = mount(Matrix, { target: document.body, props: { matrix: view } });
    flushSync();
    checkMatrices();
  });

  it("is marked in the matrix of the register", () => {
    const score = ([l, s]: readonly [number, number]): RiskScore => ({ likelihood: l, severity: s, reason: "" });
    const all = BEFORE.map((at, i): RiskView => {
      const after = score(AFTER[i] ?? at);
      const scores = { side: "subjects" as const, before: score(at), after, residual: after, treated: true };
      return {
        risk: named(i + 1),
        concerns: ["subjects"],
        owner: "",
        sides: [scores],
        options: [],
        measures: [],
        open: [],
        can_take_over: false,
        can_score_as_before: false,
      };
    });
    const method: MatrixView = { likelihood, severity, risk: level, matrix, sides: [] };
    const props = { risks: all, frame: { method } as never, side: "subjects" as const, cell: null, oncell: () => {} };
    page = mount(RiskMatrices, { target: document.body, props });
    flushSync();
    checkMatrices();
  });
});
