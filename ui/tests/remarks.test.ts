// The remarks of reviewers: listed with their replies, decided by one key, and read from a file after a look at it.
import { flushSync, mount, unmount } from "svelte";
import { beforeEach, expect, it, vi } from "vitest";

import type { RemarksLook, RemarkView, SectionView } from "../src/bindings";
import { listed, OPEN_REMARKS } from "../src/remarks/list";
import { gistOf, marksOf, NO_MARKS, withReplies } from "../src/remarks/margin";

const remark = (row: string, more: Partial<RemarkView> = {}): RemarkView => ({
  row,
  by: "Siri Dahl",
  date: "2026-11-24",
  kind: "comment",
  state: "open",
  words: `Words of ${row}`,
  quoted: "",
  new_words: "",
  told: "",
  proposes: false,
  place: "DPIA 1.1.a, D1",
  form: "edpb-dpia",
  section: "1",
  at_row: "d",
  at_field: "explanation",
  answer: "",
  earlier: "",
  answered_by: "",
  answered: null,
  ...more,
});
const { place: _, form: __, section: ___, at_row: _____, at_field: ______, ...nowhere } = remark("r4");
let remarks: RemarkView[] = [];
const all = (): RemarkView[] => [
  remark("r1", {
    kind: "replacement",
    proposes: true,
    change: [
      { side: "before", words: "ten" },
      { side: "after", words: "five" },
    ],
  }),
  remark("r2"),
  remark("r3", { by: "Per Ås", reply_to: "r1" }),
  nowhere,
  remark("r5", { state: "declined", answer: "The law asks for ten." }),
];
const rows = (found: readonly RemarkView[]): string[] => found.map((one) => one.row);

it("lists what is open, each reply after what it answers", () => {
  expect(rows(listed(all(), OPEN_REMARKS))).toEqual(["r1", "r3", "r2", "r4"]);
  expect(rows(listed(all(), { ...OPEN_REMARKS, by: "Per Ås" })), "a reply alone").toEqual(["r3"]);
  expect(rows(listed(all(), { ...OPEN_REMARKS, withoutPlace: true }))).toEqual(["r4"]);
  expect(rows(listed(all(), { ...OPEN_REMARKS, state: "declined" }))).toEqual(["r5"]);
  expect(listed(all(), { ...OPEN_REMARKS, state: "all" })).toHaveLength(5);
});

it("lists those of one round and of one file", () => {
  const of = [remark("r1", { round: 1, file: "f1" }), remark("r2", { round: 2, file: "f2" }), remark("r3")];
  expect(rows(listed(of, { ...OPEN_REMARKS, round: 2 }))).toEqual(["r2"]);
  expect(rows(listed(of, { ...OPEN_REMARKS, file: "f1" }))).toEqual(["r1"]);
});

/** A section with the answer `one/scope`, one that is not asked, and a table with the row `d`. */
const section = {
  id: "1",
  parts: [
    {
      blocks: [
        { type: "field", row: "one", field: { id: "scope" }, cell: { asked: true } },
        { type: "field", row: "one", field: { id: "hidden" }, cell: { asked: false } },
        { type: "table", groups: [{ rows: [{ id: "d" }] }] },
      ],
    },
  ],
} as unknown as SectionView;

it("marks each open remark once, at its line or beside the heading", () => {
  const { at_field: ____, ...ofRow } = remark("whole");
  const all = [
    remark("answer", { at_row: "one", at_field: "scope" }),
    remark("cell"),
    ofRow,
    remark("hidden", { at_row: "one", at_field: "hidden" }),
    remark("elsewhere", { at_row: "z", section: "2" }),
    remark("other form", { at_row: "z", form: "nist-rar" }),
    remark("reply", { reply_to: "cell" }),
    remark("late", { reply_to: "decided" }),
    remark("decided", { state: "done" }),
    nowhere,
  ];
  const marks = marksOf(all, "edpb-dpia", section);
  expect(rows(marks.at.get("one/scope") ?? [])).toEqual(["answer"]);
  expect(rows(marks.at.get("d") ?? []), "a reply to an open one is not marked besides it").toEqual([
    "cell",
    "whole",
    "late",
  ]);
  expect(rows(marks.heading), "its question is not asked now").toEqual(["hidden"]);
  expect(marks.all).toHaveLength(5);
  expect(rows(withReplies(all, marks.all))).toContain("reply");
  expect(marksOf([remark("decided", { state: "done" })], "edpb-dpia", section)).toBe(NO_MARKS);
});

it("says what a remark is about in one line", () => {
  expect(gistOf(remark("r1"))).toBe("Words of r1");
  expect(gistOf(remark("r1", { words: "", quoted: "ten", new_words: "five", proposes: true }))).toBe("ten → five");
  expect(gistOf(remark("r1", { words: "", quoted: "ten" }))).toBe("ten");
  const told = "A row of a table was added here.";
  expect(gistOf(remark("r1", { words: "", quoted: "ten", told }))).toBe(told);
});

const called: [string, Record<string, unknown>][] = [];
const before: RemarksLook = {
  name: "returned.docx",
  pdf: false,
  other_project: false,
  warnings: ["The file is a report of version 1; version 2 was frozen since."],
  problems: [],
  people: ["Siri Dahl"],
  found: 3,
  new: 2,
  edited: 0,
  proposals: 1,
  closes: 0,
  without_place: 0,
  rounds: [],
  kept: false,
  remarks: [],
};
let look = before;
let refusedOnce: unknown = null;
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  chooseReturned: () => Promise.resolve("/tmp/returned.docx"),
  call: (name: string, args: Record<string, unknown>) => {
    called.push([name, args]);
    if (name === "remarks")
      return Promise.resolve({
        revision: 1,
        remarks,
        all: remarks.length,
        people: ["Siri Dahl", "Per Ås"],
        rounds: [],
        files: [],
        counts: { open: 3, without_place: 1 },
      });
    if (name === "places_for_remark")
      return Promise.resolve({
        places: [
          {
            name: "D1 Pressure · Explanation",
            form: "dpia",
            section: "1",
            section_name: "DPIA, 1 Scope",
            row: "d",
            field: "explanation",
            holds_words: true,
          },
          { name: "DPIA, 2 Rights", form: "dpia", section: "2", section_name: "DPIA, 2 Rights", holds_words: false },
        ],
      });
    if (name === "look_at_remarks") {
      const why = refusedOnce;
      refusedOnce = null;
      return why ? Promise.reject(why) : Promise.resolve(look);
    }
    return Promise.resolve({ row: null });
  },
}));
vi.mock("../src/state/changes", () => ({
  change: async (make: (project: string) => Promise<unknown>) => await make("p"),
  savedFirst: () => Promise.resolve(true),
  undo: () => Promise.resolve(),
}));
const { session } = await import("../src/state/session.svelte");
const { router } = await import("../src/state/route.svelte");
const { default: Screen } = await import("../src/screens/Remarks.svelte");

session.overview = { head: { id: "p", title: "Kidneys" }, forms: [], providers: [] } as never;
const found = async <E extends HTMLElement>(selector: string): Promise<E> =>
  vi.waitFor(() => {
    flushSync();
    const element = document.querySelector<E>(selector);
    expect(element, selector).not.toBeNull();
    return element as E;
  });
const last = (name: string): Record<string, unknown> | undefined => called.findLast(([one]) => one === name)?.[1];
const press = async (row: string, key: string): Promise<void> => {
  const button = await found(`[data-remark=${row}]`);
  button.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
};

beforeEach(() => {
  called.splice(0);
  remarks = all();
  router.route = { screen: "remarks", project: "p" };
});

it("accepts, answers, declines and settles by one key", async () => {
  const page = mount(Screen, { target: document.body });
  await press("r1", "a");
  await vi.waitFor(() => expect(last("accept_remark")).toEqual({ project: "p", remark: "r1" }));
  // A key while this is under way would decide what comes into sight then.
  await new Promise((done) => setTimeout(done, 20));
  await press("r2", "a");
  await press("r2", "x");
  await vi.waitFor(() => expect(last("done_remark")).toEqual({ project: "p", remarks: ["r2"] }));
  expect(
    called.filter(([name]) => name === "accept_remark"),
    "a comment proposes nothing",
  ).toHaveLength(1);

  await new Promise((done) => setTimeout(done, 20));
  await press("r4", "d");
  const words = await found<HTMLTextAreaElement>("[data-testid=remark-words]");
  await vi.waitFor(() => expect(document.activeElement).toBe(words));
  words.value = "The law asks for it.";
  words.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
  (await found("[data-testid=remark-send]")).click();
  const declined = { project: "p", remark: "r4", reason: "The law asks for it." };
  await vi.waitFor(() => expect(last("decline_remark")).toEqual(declined));
  expect(last("answer_remark"), "it was no answer").toBeUndefined();
  await unmount(page);
});

it("shows the change before it is made, and leads to its answer", async () => {
  const page = mount(Screen, { target: document.body });
  const change = await found("[data-testid=remark-change]");
  expect(change.querySelector("del")?.textContent).toContain("ten");
  const link = await found<HTMLAnchorElement>("[data-testid=remark-place]");
  expect(decodeURIComponent(link.hash)).toContain("form/edpb-dpia/1?at=d/explanation");
  await unmount(page);
});

it("gives a remark the place that a person finds by its name", async () => {
  const page = mount(Screen, { target: document.body });
  for (const [nth, where] of [
    { row: "d", field: "explanation" },
    { form: "dpia", section: "2" },
  ].entries()) {
    await press("r4", "p");
    await found("[data-testid=place-found]");
    [...document.querySelectorAll<HTMLElement>("[data-testid=place-found]")][nth]?.click();
    await vi.waitFor(() => expect(last("place_remark")).toEqual({ project: "p", remark: "r4", ...where }));
    await vi.waitFor(() => {
      flushSync();
      expect(document.querySelector("[data-testid=place-remark]")).toBeNull();
    });
  }
  await unmount(page);
});

it("shows the remark that one comes for, decided or not", async () => {
  router.route = { screen: "remarks", project: "p", at: "r5" };
  const page = mount(Screen, { target: document.body });
  const button = await found("[data-remark=r5]");
  await vi.waitFor(() => expect(document.activeElement).toBe(button));
  await unmount(page);
});

it("tells what a file would bring, and takes it up only when asked", async () => {
  remarks = [];
  const page = mount(Screen, { target: document.body });
  await found("[data-testid=remarks-none]");
  (await found("[data-testid=read-returned]")).click();
  const told = await found("[data-testid=returned-look]");
  expect(told.textContent).toContain("version 2 was frozen since");
  expect(last("read_remarks")).toBeUndefined();
  (await found("[data-testid=returned-keep]")).click();
  const read = { project: "p", path: "/tmp/returned.docx", from: "Siri Dahl" };
  await vi.waitFor(() => expect(last("read_remarks")).toEqual(read));
  await unmount(page);
});

it("goes on with the keys at what came into sight, and back to the button", async () => {
  const page = mount(Screen, { target: document.body });
  const choose = await found("[data-testid=read-returned]");
  choose.click();
  const told = await found("[data-testid=returned-look]");
  await vi.waitFor(() => expect(document.activeElement).toBe(told.querySelector("h2")));
  const keep = await found("[data-testid=returned-keep]");
  keep.focus();
  keep.click();
  await vi.waitFor(() => expect(document.activeElement).toBe(choose));
  await unmount(page);
});

it("keeps a file without new remarks in the round that a person says", async () => {
  look = { ...before, found: 0, new: 0, proposals: 0, rounds: [1, 2] };
  const page = mount(Screen, { target: document.body });
  (await found("[data-testid=read-returned]")).click();
  const keep = await found<HTMLButtonElement>("[data-testid=returned-keep]");
  expect([keep.disabled, keep.textContent]).toEqual([false, "Keep the file"]);
  const round = await found<HTMLSelectElement>("[data-testid=returned-round]");
  round.value = "2";
  round.dispatchEvent(new Event("change", { bubbles: true }));
  flushSync();
  keep.click();
  const read = { project: "p", path: "/tmp/returned.docx", from: "Siri Dahl", round: 2 };
  await vi.waitFor(() => expect(last("read_remarks")).toEqual(read));
  await unmount(page);

  look = { ...look, rounds: [], kept: true };
  const again = mount(Screen, { target: document.body });
  (await found("[data-testid=read-returned]")).click();
  expect((await found<HTMLButtonElement>("[data-testid=returned-keep]")).disabled).toBe(true);
  look = before;
  await unmount(again);
});

it("asks for the password of a file that opens with one", async () => {
  refusedOnce = { code: "file", message: "returned.pdf opens only with a password." };
  const page = mount(Screen, { target: document.body });
  (await found("[data-testid=read-returned]")).click();
  const password = await found<HTMLInputElement>("[data-testid=returned-password]");
  password.value = "secret";
  password.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
  password.form?.requestSubmit();
  await found("[data-testid=returned-look]");
  expect(last("look_at_remarks")).toEqual({ project: "p", path: "/tmp/returned.docx", password: "secret" });
  await unmount(page);
});

it("says how many open remarks a file closes before it does so", async () => {
  look = { ...before, found: 3, new: 0, closes: 2, kept: true };
  const page = mount(Screen, { target: document.body });
  (await found("[data-testid=read-returned]")).click();
  expect((await found("[data-testid=returned-counts]")).textContent).toContain("2 open remarks are marked as done");
  const keep = await found<HTMLButtonElement>("[data-testid=returned-keep]");
  expect([keep.textContent.trim(), keep.disabled]).toEqual(["Close 2 remarks", false]);
  keep.click();
  await vi.waitFor(() => expect(last("read_remarks")).toMatchObject({ project: "p" }));
  await unmount(page);
});
