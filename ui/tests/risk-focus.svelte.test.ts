// The focus in the table of risks, where a score moves the line or takes it out of the list.
import { flushSync, mount, unmount } from "svelte";
import { SvelteSet } from "svelte/reactivity";
import { expect, it, vi } from "vitest";

import type { RiskFrame, RiskView } from "../src/bindings";
import type { Line } from "../src/risks/register";

const setting = vi.hoisted(() => ({ then: (): void => {} }));
vi.mock("../src/risks/scores.svelte", () => ({
  scores: {
    shown: (_row: string, _side: string, _when: string, which: "likelihood", told: { likelihood?: number }) =>
      told[which],
    set: async () => {
      setting.then();
      return true;
    },
  },
}));
const { default: RiskTable } = await import("../src/risks/RiskTable.svelte");

const level = (label: string) => ({ label, meaning: "", acceptable: false, accepted_by: "" });
const four = ["a", "b", "c", "d"].map(level);
const frame = {
  method: { likelihood: four, severity: four, risk: four, matrix: [], sides: [] },
  risk: { fields: [] },
  measure: { fields: [] },
} as unknown as RiskFrame;
const risk = (n: number): Line => {
  const score = { likelihood: 1, severity: 1, reason: "" };
  return {
    risk: {
      risk: { row: `r${n}`, register: "risk", number: `R${n}`, label: `Risk ${n}` },
      concerns: ["subjects"],
      owner: "",
      sides: [{ side: "subjects", before: score, after: score, treated: false, residual: score }],
      options: [],
      measures: [],
      open: [],
    } as unknown as RiskView,
  };
};

const props = $state({
  lines: [] as Line[],
  frame,
  shown: "subjects",
  sort: "number",
  descending: false,
  chosen: null,
  ticked: new SvelteSet<string>(),
  onsort: () => {},
  onchoose: () => {},
});
function open(): Record<string, unknown> {
  props.lines = [risk(1), { heading: "High", count: 2 }, risk(2), risk(3)];
  const page = mount(RiskTable, { target: document.body, props: props as never });
  flushSync();
  return page;
}
/** Presses a digit on a score; the list that the answer brings replaces the row, as a move in the page does. */
async function score(cell: string, brings: Line[]): Promise<void> {
  const button = document.querySelector<HTMLElement>(`[data-score="${cell}"]`);
  button?.focus();
  setting.then = () => {
    props.lines = [];
    flushSync();
    button?.blur();
    props.lines = brings;
    flushSync();
  };
  button?.dispatchEvent(new KeyboardEvent("keydown", { key: "3", bubbles: true }));
  await vi.waitFor(() => expect(document.activeElement).not.toBe(document.body));
}
const focused = (): string | undefined => (document.activeElement as HTMLElement).dataset.score;

it("follows the line to its new place", async () => {
  const page = open();
  await score("r2/1", [risk(2), { heading: "High", count: 2 }, risk(1), risk(3)]);
  expect(focused()).toBe("r2/1");
  await unmount(page);
});

it("goes to the line that took the place of one that went, or to the last one", async () => {
  const page = open();
  await score("r2/1", [risk(1), { heading: "High", count: 1 }, risk(3)]);
  expect(focused()).toBe("r3/1");
  await score("r3/0", [risk(1)]);
  expect(focused()).toBe("r1/0");
  await unmount(page);
});
