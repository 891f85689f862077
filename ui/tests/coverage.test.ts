import { flushSync, mount, unmount } from "svelte";
import { afterEach, expect, it, vi } from "vitest";

import type { AssessedProvider, AssessedTopic, CoverageStatus, GapState, ProjectCoverage } from "../src/bindings";
import { asOfNow, changed } from "./program";

function provider(id: string, status: CoverageStatus, more: Partial<AssessedProvider> = {}): AssessedProvider {
  const provided = status === "stated" ? [`${id}/one`, `${id}/two`] : [];
  const open = !["stated", "limitation", "controllers_duty"].includes(status);
  const rest = { limitations: [], duties: [], missing: [], open };
  const covered = { provider: id, provider_name: id, status, provided, ...rest };
  return { covered, ...more };
}
const gap = (state: GapState): Partial<AssessedProvider> => ({ gap: { cause: "not_stated", state } });
const measure = { row: "m", register: "measure", number: "M4", label: "A copy at home" };
const topic = (id: string, group: string, providers: AssessedProvider[], filled = false): AssessedTopic => ({
  topic: { id, title: `Title of ${id}`, question: `Is there ${id}?`, group, iso: [], gdpr: [] },
  measures: filled ? [measure] : [],
  providers,
});

const TOPICS = [
  topic("backup", "Operations", [provider("north", "not_stated", gap("open")), provider("south", "stated")]),
  topic("logging", "Operations", [provider("north", "not_stated", gap("asked")), provider("south", "limitation")]),
  topic(
    "keys",
    "Access",
    [provider("north", "not_stated", gap("filled")), provider("south", "controllers_duty")],
    true,
  ),
  topic("staff", "Access", [
    provider("north", "stated", { judgement: { judgement: "sufficient", statements: [], judged: 1, of: 2 } }),
    provider("south", "not_looked_at"),
  ]),
];
let told: ProjectCoverage = {
  revision: 1,
  coverage: { topics: TOPICS, read: [], judgements: [] },
  statements: {},
  measures: [measure],
  places: { m: { form: "edpb-dpia", section: "4" } },
};
const called: [string, unknown][] = [];
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: object) => {
    if (name === "coverage") return told;
    if (name === "project") {
      const head = { id: "p", title: "P", version: "", language: "en", providers: [], forms: [] };
      const undo = { undo: null, redo: null };
      return asOfNow({ head, undo, forms: [], providers: [], controllers: [], steps: [], carry_over: null });
    }
    if (name === "citations") return asOfNow({ citations: {} });
    if (["request_for", "add_row", "fill_gap"].includes(name)) called.push([name, args]);
    if (name === "request_for") return { row: null, form: null, section: null, values: [] };
    return changed({}, { row: "m" });
  },
}));

const { fits, grouped, SHOWN, sideBySide } = await import("../src/coverage/coverage");
const { router } = await import("../src/state/route.svelte");
const { closeProject, openProject } = await import("../src/state/session.svelte");
const { default: Coverage } = await import("../src/screens/Coverage.svelte");

const BOTH = ["north", "south"];
const found = (shown: (typeof SHOWN)[number], providers = BOTH, group = "", words = ""): string[] =>
  TOPICS.filter((one) => fits(one, { shown, group, words }, providers)).map((one) => one.topic.id);

it("shows gaps without a measure first, and every other state by its name", () => {
  expect(SHOWN[0]).toBe("without-measure");
  expect(found("without-measure")).toEqual(["backup", "logging"]);
  expect(found("open")).toEqual(["backup"]);
  expect(found("asked")).toEqual(["logging"]);
  expect(found("filled")).toEqual(["keys"]);
  expect(found("stated")).toEqual(["backup", "staff"]);
  expect(found("limitation")).toEqual(["logging"]);
  expect(found("duty")).toEqual(["keys"]);
  expect(found("not-looked-at")).toEqual(["staff"]);
  expect(found("not-judged")).toEqual(["backup"]);
  expect(found("all")).toHaveLength(TOPICS.length);
});

it("narrows by group, words and the providers that are shown", () => {
  expect(found("all", BOTH, "Access")).toEqual(["keys", "staff"]);
  expect(found("all", BOTH, "", "  LOGGING ")).toEqual(["logging"]);
  expect(found("stated", ["north"])).toEqual(["staff"]);
  expect(sideBySide(TOPICS[0] as AssessedTopic, ["south", "nobody"])).toHaveLength(1);
  expect(grouped(TOPICS).map((one) => [one.group, one.topics.length])).toEqual([
    ["Operations", 2],
    ["Access", 2],
  ]);
});

let page: Record<string, never> | null = null;
afterEach(async () => {
  if (page) await unmount(page);
  page = null;
  closeProject();
  called.length = 0;
});
const by = (id: string): HTMLElement | null => document.querySelector(`[data-testid="${id}"]`);
async function show(): Promise<void> {
  router.route = { screen: "coverage", project: "p" };
  await openProject("p");
  page = mount(Coverage, { target: document.body }) as Record<string, never>;
  await vi.waitFor(() => {
    flushSync();
    expect(document.querySelector("[data-topic]")).not.toBeNull();
  });
}

it("says each state by a word besides its sign, and offers on a gap what can be done", async () => {
  await show();
  const state = by("state-north-backup");
  expect(state?.textContent).toContain("Not stated");
  expect(state?.querySelector("[aria-hidden]")?.textContent).toBe("○");
  expect(by("gap-north-backup")?.textContent).toContain("nothing done yet");
  expect(by("topic-keys")).toBeNull();
  by("ask-north-backup")?.click();
  await vi.waitFor(() => expect(called.map(([name]) => name)).toEqual(["request_for", "add_row"]));
  called.length = 0;
  by("add-measure-backup")?.click();
  await vi.waitFor(() => expect(called).toEqual([["fill_gap", { project: "p", topic: "backup" }]]));
  await vi.waitFor(() => expect(location.hash).toContain("/form/edpb-dpia/4?at=m"));
});

it("links a measure that is there, and shows a request in place of the question", async () => {
  const request = { row: "q", register: "request", number: "Q2", label: "Is there a log?" };
  const asked = topic("logging", "Operations", [provider("north", "not_stated", { ...gap("asked"), request })]);
  told = { ...told, coverage: { ...told.coverage, topics: [asked] }, places: { q: { form: "rar", section: "9" } } };
  await show();
  expect(by("ask-north-logging")).toBeNull();
  expect(by("request-north-logging")?.textContent).toContain("Q2");
  expect(by("request-north-logging")?.getAttribute("href")).toContain("/form/rar/9?at=q");
  by("link-measure-logging")?.click();
  flushSync();
  by("choose-measure-M4")?.click();
  await vi.waitFor(() => expect(called).toEqual([["fill_gap", { project: "p", topic: "logging", measure: "m" }]]));
});
