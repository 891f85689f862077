// The list of requests, the keys that say where one stands, and the letter.
import { flushSync, mount, unmount } from "svelte";
import { beforeEach, expect, it, vi } from "vitest";

import type { RequestState, RequestView } from "../src/bindings";
import { inLetter, listed, NO_FILTER, providersOf } from "../src/requests/list";
import { t } from "../src/words";

const request = (row: string, more: Partial<RequestView> = {}): RequestView => ({
  row,
  number: row.toUpperCase(),
  provider: "HUNT Cloud",
  about: "",
  group: "",
  question: `Question ${row}`,
  wanted: "",
  asked_by: "",
  status: "draft",
  sent: null,
  due: null,
  overdue: false,
  answered: null,
  answer: "",
  files: [],
  cited: 0,
  form: "rar",
  section: "9",
  ...more,
});
const requests = [
  request("q1", {
    status: "answered",
    answer: "Yes, in Trondheim.",
    answered: "2026-11-01",
    files: [{ id: "e1", number: "E1", name: "answer.pdf", media_type: "application/pdf", size: 12_000, sha256: "0" }],
  }),
  request("q2"),
  request("q3", { provider: "GenomeDK", due: "2026-12-24" }),
  request("q4", { status: "sent", due: "2026-12-01", overdue: true }),
];
const rows = (found: RequestView[]): string[] => found.map((one) => one.row);

it("lists those that are due first, and those with an answer last", () => {
  expect(rows(listed(requests, NO_FILTER))).toEqual(["q4", "q3", "q2", "q1"]);
  expect(rows(listed(requests, { ...NO_FILTER, status: "open" }))).toEqual(["q4", "q3", "q2"]);
  expect(rows(listed(requests, { ...NO_FILTER, provider: "GenomeDK" }))).toEqual(["q3"]);
  expect(rows(listed(requests, { ...NO_FILTER, words: "trondheim YES" }))).toEqual(["q1"]);
  expect(rows(listed(requests, { ...NO_FILTER, words: "oslo" }))).toEqual([]);
});

it("takes the drafts into a letter, or the chosen ones of its provider", () => {
  expect(providersOf(requests)).toEqual(["HUNT Cloud", "GenomeDK"]);
  expect(rows(inLetter(requests, "HUNT Cloud", new Set()))).toEqual(["q2"]);
  expect(rows(inLetter(requests, "HUNT Cloud", new Set(["q4", "q3"])))).toEqual(["q4"]);
});

const called: [string, Record<string, unknown>][] = [];
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  chooseSavePath: () => Promise.resolve("/tmp/letter.pdf"),
  chooseFile: () => Promise.resolve("/tmp/answer.pdf"),
  call: (name: string, args: Record<string, unknown>) => {
    called.push([name, args]);
    if (name === "requests") return Promise.resolve({ revision: 1, today: "2026-12-02", requests });
    if (name === "letter")
      return Promise.resolve({
        provider: args.provider,
        subject: "Questions",
        text: "Dear colleagues,",
        requests: args.requests,
      });
    if (name === "export_letter")
      return Promise.resolve({ path: args.out, pages: 1, bytes: 9, missing_glyphs: [], fonts: [], names: [] });
    return Promise.resolve({});
  },
}));
const changes = vi.hoisted(() => ({ made: [] as unknown[], refuses: false }));
vi.mock("../src/state/changes", () => ({
  change: async (make: (project: string) => Promise<unknown>) =>
    changes.refuses ? null : (changes.made.push(await make("p")), { row: null }),
  savedFirst: () => Promise.resolve(true),
  undo: () => Promise.resolve(),
}));
const { session } = await import("../src/state/session.svelte");
const { router } = await import("../src/state/route.svelte");
const { default: Requests } = await import("../src/screens/Requests.svelte");

session.overview = { head: { id: "p", title: "Kidneys" }, forms: [], providers: [] } as never;
const found = async <E extends HTMLElement>(selector: string): Promise<E> =>
  vi.waitFor(() => {
    flushSync();
    const element = document.querySelector<E>(selector);
    expect(element, selector).not.toBeNull();
    return element as E;
  });
const last = (name: string): Record<string, unknown> | undefined => called.findLast(([one]) => one === name)?.[1];

beforeEach(() => {
  called.splice(0);
  router.route = { screen: "requests", project: "p" };
});

it("says by one key where a request stands, and sets the day by which it is needed", async () => {
  const page = mount(Requests, { target: document.body });
  const status = await found<HTMLSelectElement>("[data-testid=status-q2]");
  const press = (key: string, more: KeyboardEventInit = {}): boolean =>
    status.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  for (const [key, state] of [
    ["s", "sent"],
    ["A", "answered"],
    ["x", "declined"],
  ] as [string, RequestState][]) {
    press(key);
    await vi.waitFor(() =>
      expect(last("set_request_status")).toEqual({ project: "p", requests: ["q2"], status: state }),
    );
  }
  called.splice(0);
  press("s", { repeat: true });
  press("d");
  press("s", { ctrlKey: true });
  press("j");
  expect(last("set_request_status"), "what it is already, and other keys, change nothing").toBeUndefined();

  const due = await found<HTMLTextAreaElement>("[data-testid=due-q2]");
  const write = (words: string): void => {
    due.focus();
    due.value = words;
    due.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  write("24.12.2026");
  due.blur();
  await vi.waitFor(() =>
    expect(last("set_request_due")).toEqual({ project: "p", requests: ["q2"], due: "2026-12-24" }),
  );
  called.splice(0);
  write("27.12.2026");
  due.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  await vi.waitFor(() =>
    expect(last("set_request_due")).toEqual({ project: "p", requests: ["q2"], due: "2026-12-27" }),
  );
  called.splice(0);
  write("Christmas");
  due.blur();
  await vi.waitFor(() => expect(due.getAttribute("aria-invalid")).toBe("true"));
  const why = document.getElementById(due.getAttribute("aria-describedby") ?? "");
  expect(why?.textContent, "the person is told what is wrong with the day").toBe(t("day-wrong"));
  expect(due.value, "what was written stays").toBe("Christmas");
  expect(last("set_request_due")).toBeUndefined();

  const known = await found<HTMLTextAreaElement>("[data-testid=due-q3]");
  expect(known.value).toBe("24 December 2026");
  known.focus();
  flushSync();
  expect(known.value, "written as a person types it, as in every field of a date").toBe("24.12.2026");
  known.blur();
  flushSync();
  expect([known.value, last("set_request_due")]).toEqual(["24 December 2026", undefined]);
  document.querySelector<HTMLElement>("[data-testid=request-q3] [data-testid=calendar-open]")?.click();
  (await found("[data-day='2026-12-21']")).click();
  await vi.waitFor(() =>
    expect(last("set_request_due")).toEqual({ project: "p", requests: ["q3"], due: "2026-12-21" }),
  );
  await unmount(page);
});

it("goes by the arrow keys to a state, and writes only the one that the person takes", async () => {
  const page = mount(Requests, { target: document.body });
  const status = await found<HTMLSelectElement>("[data-testid=status-q2]");
  const press = (key: string): boolean =>
    status.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  const step = (to: RequestState): void => {
    press("ArrowDown");
    status.value = to;
    status.dispatchEvent(new Event("change", { bubbles: true }));
    flushSync();
  };
  const hint = (): string | undefined =>
    document.getElementById(status.getAttribute("aria-describedby") ?? "")?.textContent;
  for (const state of ["sent", "answered", "declined"] as const) step(state);
  expect(last("set_request_status"), "nothing was sent or answered today").toBeUndefined();
  expect(hint()).toBe(t("request-status-pending"));
  press("Enter");
  await vi.waitFor(() => expect(called.filter(([name]) => name === "set_request_status")).toHaveLength(1));
  expect(last("set_request_status")?.status).toBe("declined");
  flushSync();
  expect(hint()).toBeUndefined();
  called.splice(0);
  step("sent");
  press("Escape");
  expect(status.value).toBe("draft");
  step("sent");
  status.dispatchEvent(new FocusEvent("blur"));
  await vi.waitFor(() => expect(last("set_request_status")?.status, "leaving takes it").toBe("sent"));
  await unmount(page);
});

it("shows again how a request stands where the program refuses another state", async () => {
  const page = mount(Requests, { target: document.body });
  const status = await found<HTMLSelectElement>("[data-testid=status-q2]");
  changes.refuses = true;
  status.value = "sent";
  status.dispatchEvent(new Event("change", { bubbles: true }));
  await vi.waitFor(() => expect(status.value).toBe("draft"));
  changes.refuses = false;
  await unmount(page);
});

it("shows the files of a request and attaches one", async () => {
  const page = mount(Requests, { target: document.body });
  const file = await found("[data-testid=request-q1] [data-testid=file-e1]");
  expect(file.textContent).toContain("answer.pdf");
  (await found("[data-testid=attach-q2]")).click();
  await vi.waitFor(() => expect(last("attach")).toEqual({ project: "p", path: "/tmp/answer.pdf", row: "q2" }));
  await unmount(page);
});

it("writes the letter with what is chosen, saves it, and marks it as sent", async () => {
  const page = mount(Requests, { target: document.body });
  const text = await found<HTMLTextAreaElement>("[data-testid=letter-text]");
  expect(text.value).toBe("Dear colleagues,");
  expect(last("letter")).toEqual({ project: "p", provider: "HUNT Cloud", requests: ["q2"] });
  for (const row of ["q2", "q4"]) (await found<HTMLInputElement>(`[data-testid=choose-${row}]`)).click();
  await vi.waitFor(() => {
    flushSync();
    expect(last("letter")?.requests).toEqual(["q2", "q4"]);
  });
  (await found("[data-testid=letter-pdf]")).click();
  await found("[data-testid=letter-saved]");
  expect(last("export_letter")).toEqual({
    project: "p",
    provider: "HUNT Cloud",
    requests: ["q2", "q4"],
    format: "pdf",
    out: "/tmp/letter.pdf",
  });
  (await found("[data-testid=letter-mark-sent]")).click();
  await vi.waitFor(() =>
    expect(last("set_request_status")).toEqual({ project: "p", requests: ["q2", "q4"], status: "sent" }),
  );
  await unmount(page);
});

it("marks a letter as sent once, and leaves the keys at the choice of the next one", async () => {
  const page = mount(Requests, { target: document.body });
  const mark = await found("[data-testid=letter-mark-sent]");
  mark.focus();
  mark.click();
  mark.click();
  const to = await found("[data-testid=letter-to]");
  await vi.waitFor(() => expect(document.activeElement).toBe(to));
  expect(called.filter(([name]) => name === "set_request_status")).toHaveLength(1);
  await unmount(page);
});

it("takes a day once, by Enter and by leaving the field right after it", async () => {
  const page = mount(Requests, { target: document.body });
  const due = await found<HTMLInputElement>("[data-testid=due-q2]");
  due.focus();
  due.value = "31.12.2026";
  due.dispatchEvent(new Event("input", { bubbles: true }));
  due.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
  due.blur();
  await vi.waitFor(() => expect(last("set_request_due")).toBeDefined());
  await new Promise((done) => setTimeout(done, 20));
  expect(called.filter(([name]) => name === "set_request_due")).toHaveLength(1);
  await unmount(page);
});
