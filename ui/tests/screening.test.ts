// What a screening comes to, as the window shows it, and what it offers.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, it, vi } from "vitest";

import type { ScreeningView } from "../src/bindings";

vi.mock("../src/bridge", () => ({ refusal: (thrown: unknown) => thrown, call: async () => ({}) }));
const { session } = await import("../src/state/session.svelte");
const { model } = await import("../src/state/session.svelte");
const { default: Screening } = await import("../src/form/Screening.svelte");

let page: object | null = null;
const rule = {
  rule: "denmark-genetic",
  label: "Denmark: genetic data",
  law: ["GDPR 35(4)"],
  source: "A summary",
  check: true,
  outcome: "required" as const,
  answers: ["Genetic data", "Large scale"],
};
const shown: ScreeningView = { outcome: "required", fired: [rule], open: [], unlawful: false };

function show(screening: ScreeningView): string {
  page = mount(Screening, { target: document.body, props: { screening } });
  flushSync();
  return (document.body.textContent ?? "").replace(/\s+/g, " ");
}
afterEach(() => {
  if (page) void unmount(page);
  page = null;
});

it("says what follows, which rule holds, by which answers, and to look at the list", () => {
  const words = show(shown);
  for (const part of [
    "A DPIA is required.",
    rule.label,
    "A summary",
    "Genetic data",
    "Check against the authority's own list.",
  ])
    expect(words).toContain(part);
});

it("names the open questions as long as the answers come to nothing", () => {
  const words = show({
    fired: [],
    open: [{ row: "screening", field: "criteria", section: "2", label: "Criteria" }],
    unlawful: false,
  });
  expect(words).toContain("There is no result yet.");
  expect(document.querySelector("[data-testid=screening] a")?.textContent).toBe("Criteria");
});

it("says that The law does not allow for a no", () => {
  expect(show({ ...shown, made: false, unlawful: true })).toContain("The law does not allow");
  expect(document.querySelector("[role=alert]")).not.toBeNull();
});

it("offers nothing to take over where the DPIA says the same", () => {
  expect(session.overview).toBeNull();
  expect(model.views).toBeNull();
  show(shown);
  expect(document.querySelector("[data-testid=take-over-screening]")).toBeNull();
});
