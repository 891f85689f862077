// Remarks that are decided while the person goes on: no key decides one unseen, and no written words get lost.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import type { RemarkView } from "../src/bindings";

const called: [string, Record<string, unknown>][] = [];
/** Lets the changes that are under way through; with false, the program refuses them. */
let finish: ((done: boolean) => void)[] = [];
/** Whether changes wait for `finish`. */
let slow = false;
let remarks: RemarkView[] = [];
let revision = 1;
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: (name: string, args: Record<string, unknown>) => {
    called.push([name, args]);
    return Promise.resolve(
      name === "remarks"
        ? { revision, remarks, all: remarks.length, people: [], rounds: [], files: [], counts: { open: 2 } }
        : { row: null },
    );
  },
}));
vi.mock("../src/state/changes", () => ({
  change: async (make: (project: string) => Promise<unknown>) => {
    const done = !slow || (await new Promise<boolean>((go) => finish.push(go)));
    if (!done) return null;
    const made = await make("p");
    // The list shows open remarks.
    const [, args] = called.at(-1) ?? ["", {}];
    const decided = [args.remark, ...((args.remarks as string[]) ?? [])];
    remarks = remarks.filter((one) => !decided.includes(one.row));
    revision += 1;
    return made;
  },
  savedFirst: async () => true,
  undo: async () => undefined,
}));
const { session } = await import("../src/state/session.svelte");
const { router } = await import("../src/state/route.svelte");
const { review } = await import("../src/state/remarks.svelte");
const { default: Screen } = await import("../src/screens/Remarks.svelte");
session.overview = { head: { id: "p", title: "Kidneys" }, forms: [], providers: [] } as never;

const remark = (row: string): RemarkView =>
  ({
    row,
    by: "Siri Dahl",
    date: null,
    kind: "comment",
    state: "open",
    words: `Words of ${row}`,
    quoted: "",
    new_words: "",
    proposes: false,
    answer: "",
    earlier: "",
    answered_by: "",
    answered: null,
  }) as unknown as RemarkView;
let page: Record<string, unknown>;
const settle = async (ms = 20): Promise<void> => {
  await new Promise((done) => setTimeout(done, ms));
  flushSync();
};
async function open(): Promise<void> {
  page = mount(Screen, { target: document.body });
  await settle();
}
beforeEach(async () => {
  called.splice(0);
  finish = [];
  slow = false;
  remarks = ["r1", "r2", "r3"].map(remark);
  review.forget();
  router.route = { screen: "remarks", project: "p" };
  await open();
});
afterEach(() => unmount(page));

const of = (row: string): HTMLElement => document.querySelector(`[data-remark=${row}]`) as HTMLElement;
const inside = <E extends HTMLElement>(row: string, testid: string): E =>
  document.querySelector(`[data-testid=remark-${row}] [data-testid=${testid}]`) as E;
const press = (row: string, key: string, more: KeyboardEventInit = {}): boolean =>
  of(row).dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
const done = (): unknown[] => called.filter(([name]) => name === "done_remark").map(([, args]) => args.remarks);
async function write(row: string, testid: string, words: string): Promise<HTMLTextAreaElement> {
  inside(row, testid).click();
  await settle();
  const field = inside<HTMLTextAreaElement>(row, "remark-words");
  field.value = words;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  flushSync();
  return field;
}
const send = (row: string): void => inside<HTMLTextAreaElement>(row, "remark-words").form?.requestSubmit();

it("decides none unseen by a key that is held, pressed twice, or pressed while another one is decided", async () => {
  slow = true;
  of("r1").focus();
  press("r1", "x");
  press("r1", "x", { repeat: true });
  press("r2", "x");
  inside("r3", "remark-done").click();
  await settle();
  expect(finish.length, "one decision").toBe(1);
  finish.pop()?.(true);
  await settle();
  expect(document.activeElement).toBe(of("r2"));
  press("r2", "x", { repeat: true });
  press("r2", "x");
  await settle();
  expect(finish.length, "nobody has read it yet").toBe(0);
  await settle(450);
  press("r2", "x", { repeat: true });
  expect(finish.length).toBe(0);
  press("r2", "x");
  finish.pop()?.(true);
  await settle();
  expect(done()).toEqual([["r1"], ["r2"]]);
});

it("takes no second click of a double click", async () => {
  inside("r1", "remark-done").dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }));
  await settle();
  inside("r2", "remark-done").dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 2 }));
  await settle();
  expect(done()).toEqual([["r1"]]);
});

it("keeps words that the program refuses, and sends them once", async () => {
  slow = true;
  const field = await write("r1", "remark-answer", "We keep them for ten years.");
  send("r1");
  send("r1");
  await settle();
  expect(finish.length).toBe(1);
  finish.pop()?.(false);
  await settle();
  expect([field.isConnected, field.value, field.readOnly]).toEqual([true, "We keep them for ten years.", false]);
  send("r1");
  finish.pop()?.(true);
  await settle();
  expect(called.filter(([name]) => name === "answer_remark").map(([, args]) => args)).toEqual([
    { project: "p", remark: "r1", answer: "We keep them for ten years." },
  ]);
  expect(of("r1")).toBeNull();
});

it("declines what was declined, also when another form is opened meanwhile, and leaves that form open", async () => {
  slow = true;
  await write("r1", "remark-decline", "The law asks for it.");
  send("r1");
  const other = await write("r2", "remark-answer", "Tomorrow");
  other.focus();
  finish.pop()?.(true);
  await settle();
  expect(called.find(([name]) => name === "decline_remark")?.[1]).toEqual({
    project: "p",
    remark: "r1",
    reason: "The law asks for it.",
  });
  expect(called.some(([name]) => name === "answer_remark")).toBe(false);
  expect([other.isConnected, other.value, document.activeElement]).toEqual([true, "Tomorrow", other]);
});

it("has the words that were not sent when the person comes back from the answer", async () => {
  await write("r3", "remark-decline", "Not yet.");
  await unmount(page);
  await open();
  inside("r3", "remark-decline").click();
  await settle();
  expect(inside<HTMLTextAreaElement>("r3", "remark-words").value).toBe("Not yet.");
});
