// The list of findings: grouped by weight, usable by keyboard, mended and waived in one step.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { Derived, Findings as All, FindingView } from "../src/bindings";
import { asOfNow, changed } from "./program";

const asked: { name: string; args: Record<string, unknown> }[] = [];
const view = (key: string, severity: FindingView["severity"], more: Partial<FindingView> = {}): FindingView => ({
  key,
  rule: key,
  severity,
  law: ["GDPR 5"],
  question: false,
  text: `says ${key}`,
  gap: false,
  open: true,
  place: { form: "dpia", section: "1", part: "1.1.a", register: "data_item", row: "d-1", field: "name" },
  ...more,
});
const mend = {
  label: "Choose “Sensitive data”",
  change: {
    command: "set_value" as const,
    register: "dpia",
    field: "reasons",
    value: { kind: "choices" as const, value: [{ option: "sensitive-data" }] },
  },
};
let findings: FindingView[] = [];
let providers: { id: string; name: string }[] = [];
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: Record<string, unknown>) => {
    asked.push({ name, args });
    if (name === "project") {
      return asOfNow({
        head: { id: "p" },
        undo: { undo: null, redo: null },
        forms: [],
        providers,
        controllers: [],
      });
    }
    if (name === "form") return asOfNow({ form: args.form, sections: [{ id: "1", parts: [] }], cited: [] });
    if (name === "citations") return asOfNow({ citations: {} });
    if (name === "findings") return asOfNow({ findings, idle: [] });
    if (name === "request_for") return { row: null, values: [] };
    return changed({ rows: ["x"] });
  },
}));

const { closeProject, openProject, session } = await import("../src/state/session.svelte");
const { go, router } = await import("../src/state/route.svelte");
const { countsOf, followed, placeOfFinding } = await import("../src/state/findings");
const { default: List } = await import("../src/kit/Findings.svelte");

let page: Record<string, never> | null = null;
beforeEach(async () => {
  vi.useFakeTimers();
  // The page of the tests opens no dialog by itself.
  if (!("showModal" in HTMLDialogElement.prototype)) {
    Object.assign(HTMLDialogElement.prototype, {
      showModal(this: HTMLDialogElement) {
        this.open = true;
      },
    });
  }
  providers = [];
  findings = [view("a", "law"), view("b", "standard", { mend }), view("c", "advice")];
  await openProject("p");
  asked.length = 0;
  page = mount(List, {
    target: document.body,
    props: { findings: session.findings?.findings ?? [], none: "None" },
  }) as Record<string, never>;
  flushSync();
});
afterEach(async () => {
  if (page) await unmount(page);
  closeProject();
  vi.useRealTimers();
});

const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-testid=finding]")];
const press = (key: string, repeat = false): void => {
  document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, repeat, bubbles: true, cancelable: true }));
  flushSync();
};

it("shows what blocks a decision first, each weight with a word", () => {
  const headings = [...document.querySelectorAll("h3")].map((one) => one.textContent?.replace(/\s+/g, " ").trim());
  expect(headings).toEqual([
    "Law Blocks a decision 1",
    "Standard Asked by guidelines and standards 1",
    "Advice Advice 1",
  ]);
  expect(items().map((one) => one.dataset.finding)).toEqual(["a", "b", "c"]);
});

it("is moved through by arrow keys, and mended by one key", async () => {
  items()[0]?.focus();
  press("m");
  expect(asked, "without a mend, the key does nothing").toEqual([]);
  press("ArrowDown");
  expect((document.activeElement as HTMLElement).dataset.finding).toBe("b");
  press("m");
  await vi.advanceTimersByTimeAsync(50);
  const set = asked.find((one) => one.name === "set_value");
  expect(set?.args).toEqual({ project: "p", register: "dpia", field: "reasons", value: mend.change.value });
});

it("mends one finding by a key that is pressed twice or held down: nobody has read the next one", async () => {
  if (page) await unmount(page);
  findings = [view("b", "standard", { mend }), view("c", "standard", { mend })];
  closeProject();
  await openProject("p");
  const props = {
    get findings() {
      return session.findings?.findings ?? [];
    },
    none: "None",
  };
  page = mount(List, { target: document.body, props }) as Record<string, never>;
  flushSync();
  const mended = (): number => asked.filter((one) => one.name === "set_value").length;
  items()[0]?.focus();
  press("m");
  press("m", true);
  press("m");
  findings = findings.slice(1);
  await vi.advanceTimersByTimeAsync(50);
  flushSync();
  expect([mended(), (document.activeElement as HTMLElement).dataset.finding]).toEqual([1, "c"]);
  press("m");
  await vi.advanceTimersByTimeAsync(50);
  expect(mended(), "nobody has read it").toBe(1);
  await vi.advanceTimersByTimeAsync(500);
  press("m", true);
  press("m");
  await vi.advanceTimersByTimeAsync(50);
  expect(mended()).toBe(2);
});

it("asks for a reason before it waives", async () => {
  items()[2]?.focus();
  press("w");
  const reason = document.querySelector<HTMLTextAreaElement>("[data-testid=waive-reason]");
  const button = document.querySelector<HTMLButtonElement>("[data-testid=waive-do]");
  expect(button?.disabled).toBe(true);
  if (!reason) throw new Error("no reason is asked for");
  reason.value = "Agreed with the board";
  reason.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
  button?.form?.requestSubmit();
  await vi.advanceTimersByTimeAsync(50);
  const waived = asked.find((one) => one.name === "waive");
  expect(waived?.args).toEqual({ project: "p", finding: "c", reason: "Agreed with the board" });
});

it("follows a change: what came, what went, and the order", () => {
  const before: All = {
    project: "p",
    revision: 4,
    findings,
    idle: [],
    counts: countsOf(findings),
  };
  const told = view("b", "standard", { open: false, waiver: { row: "w", reason: "Agreed", fell: false } });
  const derived = { since: 4, findings: { since: 4, came: [told], order: ["b", "c"], idle: [] } } as unknown as Derived;
  const after = followed(before, derived, 5);
  expect(after.findings.map((one) => one.key)).toEqual(["b", "c"]);
  expect(after.counts).toEqual({ law: 0, standard: 0, advice: 1, waived: 1 });
  expect(followed(before, { ...derived, since: 3 }, 5), "of another revision").toBe(before);
  const nothing = { since: 4, findings: null } as unknown as Derived;
  expect(followed(before, nothing, 5)).toEqual({ ...before, revision: 5 });
  const unknown = { since: 4, findings: { since: 4, came: [], order: ["z"], idle: [] } } as unknown as Derived;
  expect(followed(before, unknown, 5), "a finding that nobody told").toBe(before);
});

it("leads to the answer, the row, or the part", () => {
  expect(placeOfFinding(view("a", "law"))).toBe("d-1/name");
  const place = { form: "dpia", section: "1", part: "1.1.a", register: "data_item" };
  expect(placeOfFinding(view("a", "law", { place: { ...place, row: "d-1" } }))).toBe("d-1");
  expect(placeOfFinding(view("a", "law", { place }))).toBe("part:1.1.a");
});

/** The list anew, in a project with these providers. */
async function withProviders(...names: string[]): Promise<HTMLElement[]> {
  if (page) await unmount(page);
  closeProject();
  providers = names.map((name) => ({ id: name, name }));
  findings = [view("a", "law"), view("b", "law", { gap: true, rule: "gap-row" })];
  await openProject("p");
  page = mount(List, {
    target: document.body,
    props: { findings: session.findings?.findings ?? [], none: "None" },
  }) as Record<string, never>;
  flushSync();
  go({ screen: "form", project: "p", form: "dpia" });
  // The page tells of its new address by itself, at a time that the timers of the test do not know.
  await vi.waitFor(() => expect(router.route.project).toBe("p"), { timeout: 5000 });
  asked.length = 0;
  return [...document.querySelectorAll<HTMLElement>("[data-finding]")];
}
const pressOn = async (on: HTMLElement, key: string): Promise<void> => {
  on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  await vi.advanceTimersByTimeAsync(10);
  flushSync();
};
const requests = (): unknown[] => asked.filter((one) => one.name === "request_for").map((one) => one.args);

it("asks the provider what a finding is about", async () => {
  const [finding, gap] = await withProviders("hunt");
  await pressOn(gap as HTMLElement, "r");
  expect(requests(), "a gap is the controller's to fill").toEqual([]);
  await pressOn(finding as HTMLElement, "r");
  expect(requests()).toEqual([{ project: "p", provider: "hunt", about: "says a" }]);
});

it("lets the person choose among several providers", async () => {
  const [finding] = await withProviders("hunt", "gdk");
  await pressOn(finding as HTMLElement, "r");
  const choices = [...document.querySelectorAll<HTMLElement>("[data-ask]")];
  expect(choices.map((one) => one.dataset.ask)).toEqual(["hunt", "gdk"]);
  expect(document.activeElement, "the first has the focus").toBe(choices[0]);
  await pressOn(choices[0] as HTMLElement, "Escape");
  expect(document.querySelector("[data-ask]")).toBeNull();
  expect(document.activeElement).toBe(finding);
  await pressOn(finding as HTMLElement, "r");
  document.querySelectorAll<HTMLElement>("[data-ask]")[1]?.click();
  await vi.advanceTimersByTimeAsync(10);
  expect(requests()).toEqual([{ project: "p", provider: "gdk", about: "says a" }]);
  expect(document.querySelector("[data-ask]")).toBeNull();
});
