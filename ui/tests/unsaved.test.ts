// Before another workspace is opened, the person sees what is not saved, also words whose row is gone.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const opened: string[] = [];
let refuse: { code: string; message: string } | null = null;
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async () => {
    if (refuse) throw refuse;
    return (await import("./program")).changed();
  },
  openWorkspace: async (create: boolean) => (opened.push(create ? "new" : "other"), null),
}));
const { model, queue } = await import("../src/state/session.svelte");
const { dismiss, giveBack, tell, toasts } = await import("../src/state/toasts.svelte");
const { textOf, unsavedTexts } = await import("../src/state/unsaved");
const { default: OtherWorkspace } = await import("../src/kit/OtherWorkspace.svelte");

const line = (value: string): { value: { kind: "line"; value: string }; by: null } => ({
  value: { kind: "line", value },
  by: null,
});
const button = (testid: string): HTMLElement | null => document.querySelector(`[data-testid=${testid}]`);
async function click(testid: string): Promise<void> {
  button(testid)?.click();
  await vi.advanceTimersByTimeAsync(50);
  flushSync();
}

describe("another workspace", () => {
  let page: Record<string, never>;
  beforeEach(() => {
    vi.useFakeTimers();
    opened.length = 0;
    refuse = null;
    page = mount(OtherWorkspace, { target: document.body }) as Record<string, never>;
  });
  afterEach(async () => {
    refuse = null;
    await vi.advanceTimersByTimeAsync(200_000);
    await queue.flush();
    toasts.splice(0);
    await unmount(page);
    vi.useRealTimers();
  });

  it("is opened at once when all is saved", async () => {
    await click("open-workspace");
    expect(opened).toEqual(["other"]);
  });

  it("is not opened before the person has seen the words whose row is gone", async () => {
    refuse = { code: "not_found", message: "The row is not there." };
    model.writeAnswer("p", "r", "f", line("Kept for a year"), false);
    await click("open-workspace");
    expect(opened).toEqual([]);
    expect(button("unsaved-texts")?.textContent).toBe("Kept for a year");
    await click("leave-anyway");
    expect(opened).toEqual(["other"]);
  });

  it("is not opened before the person has seen the words of a row that was not made", async () => {
    giveBack("A gate for exports", "The new row was not added.");
    await click("new-workspace");
    expect(opened).toEqual([]);
    expect(button("unsaved-texts")?.textContent).toBe("A gate for exports");
  });
});

describe("words given back", () => {
  afterEach(() => void toasts.splice(0));

  it("stay, however many messages come after them, until the person closes them", () => {
    giveBack("mine", "Not added: mine");
    for (const n of [1, 2, 3, 4, 5]) tell(`Message ${n}`);
    expect(unsavedTexts()).toEqual(["mine"]);
    expect(toasts).toHaveLength(3);
    dismiss(toasts[0]?.id ?? 0);
    expect(unsavedTexts()).toEqual([]);
  });

  it("are the words of an answer without its structure", () => {
    const paragraph = (text: string): object => ({ type: "paragraph", content: [{ type: "text", text }] });
    const doc = (): unknown => ({ type: "doc", content: [paragraph("One."), paragraph("Two.")] });
    expect(textOf({ value: null, doc, by: null })).toBe("One.\nTwo.");
    const acceptance = { accepted: true, name: "Ann", role: "CEO", date: null };
    expect(textOf({ value: { kind: "acceptance", value: acceptance }, by: null })).toBe("Ann\nCEO");
  });
});
