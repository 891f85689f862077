// Messages of the window: they wait for a person who reads them, and a refusal reaches a person in a dialog.
import { createRawSnippet, flushSync, mount, unmount } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import Dialog from "../src/kit/Dialog.svelte";
import Toasts from "../src/kit/Toasts.svelte";
import { dismiss, tell, tellRefusal, toasts } from "../src/state/toasts.svelte";

let page: Record<string, unknown> | null = null;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  if (page) void unmount(page);
  page = null;
  for (const { id } of [...toasts]) dismiss(id);
  document.body.replaceChildren();
  vi.useRealTimers();
});
const shown = (): string[] => toasts.map((toast) => toast.text);
const section = (): HTMLElement => document.querySelector(".toasts") as HTMLElement;

describe("a message", () => {
  beforeEach(() => {
    page = mount(Toasts, { target: document.body });
    flushSync();
  });

  it("leaves after a while", () => {
    tell("Restored.");
    vi.advanceTimersByTime(6_000);
    expect(shown()).toEqual([]);
  });

  it("stays while the pointer is on it, and leaves soon after", () => {
    tell("Restored.");
    vi.advanceTimersByTime(5_500);
    section().dispatchEvent(new PointerEvent("pointerenter"));
    flushSync();
    vi.advanceTimersByTime(60_000);
    expect(shown()).toEqual(["Restored."]);
    section().dispatchEvent(new PointerEvent("pointerleave"));
    flushSync();
    vi.advanceTimersByTime(1_900);
    expect(shown(), "not under the eyes").toEqual(["Restored."]);
    vi.advanceTimersByTime(200);
    expect(shown()).toEqual([]);
  });

  it("stays while its button has the focus, and gives the focus back when it closes", async () => {
    const field = document.body.appendChild(document.createElement("input"));
    field.focus();
    tell("Moved to the trash.", { action: { label: "Undo", run: () => {} } });
    flushSync();
    const [undo] = section().querySelectorAll("button");
    undo?.dispatchEvent(new FocusEvent("focusin", { bubbles: true, relatedTarget: field }));
    undo?.focus();
    flushSync();
    vi.advanceTimersByTime(60_000);
    expect(shown()).toEqual(["Moved to the trash."]);
    undo?.click();
    flushSync();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toEqual([]);
    expect(document.activeElement).toBe(field);
  });

  it("takes the place of another message, and of an error only where there is none", () => {
    tellRefusal({ code: "io", message: "The file cannot be written." });
    for (const text of ["One", "Two", "Three"]) tell(text);
    expect(shown()).toEqual(["The file cannot be written.", "Two", "Three"]);
  });
});

describe("a refusal", () => {
  const open = (): void => {
    const children = createRawSnippet(() => ({ render: () => "<p>Reason</p>" }));
    page = mount(Dialog, { target: document.body, props: { label: "Reason", onclose: () => {}, children } });
    flushSync();
  };
  const heard = (): string[] => [...document.querySelectorAll("dialog [role=alert]")].map((e) => e.textContent ?? "");

  it("is told in the dialog that it concerns, where earlier ones are not", () => {
    tellRefusal({ code: "io", message: "An earlier one." });
    open();
    tell("Saved.");
    tellRefusal({ code: "invalid", message: "The reason is too long.", help: "Write less." });
    flushSync();
    expect(heard()).toEqual(["The reason is too long. Write less."]);
  });
});
