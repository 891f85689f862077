// The versions of an answer beside the page: read when they may have changed, and page by page.
import { flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

interface Asked {
  row: string;
  field: string;
  before?: string;
}
const asked: Asked[] = [];
let newest = 5;
const version = (n: number): object => ({
  version: `v${n}`,
  at: "2026-11-22T12:00:00Z",
  doc: null,
  value: { kind: "line", value: `words ${n}` },
  current: n === newest,
});
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string, args: Asked) => {
    if (name !== "history") return {};
    asked.push(args);
    const from = args.before ? Number(args.before.slice(1)) - 1 : newest;
    const all = Array.from({ length: from }, (_, i) => version(from - i));
    return { versions: all.slice(0, 2), older: all.length > 2 };
  },
}));

const { session } = await import("../src/state/session.svelte");
const { default: History } = await import("../src/form/History.svelte");
const subject = (field: string): void => {
  session.subject = {
    at: { row: "r", field },
    label: "F",
    hint: "",
    law: [],
    topics: [],
    options: [],
    takesText: false,
  };
};
const saved = (ms: number): void => void (session.save = { at: "saved", time: new Date(ms) });
const later = async (ms: number): Promise<void> => {
  flushSync();
  await vi.advanceTimersByTimeAsync(ms);
  flushSync();
};
const shown = (): string[] => [...document.querySelectorAll("li .what")].map((e) => e.textContent?.trim() ?? "");
const more = (): HTMLButtonElement | null => document.querySelector("[data-testid=older-versions]");

describe("the versions beside the page", () => {
  let page: object;
  beforeEach(async () => {
    vi.useFakeTimers();
    asked.length = 0;
    newest = 5;
    Object.assign(session, { overview: { head: { id: "p" } }, save: { at: "rest" } });
    subject("f");
    page = mount(History, { target: document.body });
    await later(0);
  });
  afterEach(async () => {
    await unmount(page);
    vi.useRealTimers();
  });

  it("are read page by page", async () => {
    expect(shown()).toEqual(["words 5", "words 4"]);
    more()?.click();
    await later(0);
    more()?.click();
    await later(0);
    expect(shown()).toEqual(["words 5", "words 4", "words 3", "words 2", "words 1"]);
    expect(more()).toBeNull();
    expect(asked.map((a) => a.before)).toEqual([undefined, "v4", "v2"]);
  });

  it("are not read again while somebody types, but once after it, and older ones stay", async () => {
    more()?.click();
    await later(0);
    asked.length = 0;
    for (let n = 1; n <= 5; n += 1) {
      session.save = { at: "saving" };
      await later(100);
      saved(n);
      await later(600);
    }
    expect(asked).toEqual([]);
    newest = 6;
    await later(1000);
    expect(asked.length).toBe(1);
    expect(shown()).toEqual(["words 6", "words 5", "words 4", "words 3", "words 2"]);
    session.save = { at: "saving" };
    await later(5000);
    expect(asked.length).toBe(1);
  });

  it("are read again at once after another change and at another answer", async () => {
    session.touched = { ...session.touched, any: session.touched.any + 1 };
    await later(0);
    expect(asked.length).toBe(2);
    subject("g");
    await later(0);
    expect(asked.at(-1)?.field).toBe("g");
    expect(asked.length).toBe(3);
    subject("g");
    await later(0);
    expect(asked.length).toBe(3);
  });
});
