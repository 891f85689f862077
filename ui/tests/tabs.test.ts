// Tabs with icons stand in one line: where the words have no room, the tabs that are not chosen show their icons.
import { createRawSnippet, flushSync, mount, unmount } from "svelte";
import { afterEach, expect, it, vi } from "vitest";

import Tabs from "../src/kit/Tabs.svelte";

let page: Record<string, unknown> | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  if (page) await unmount(page);
  page = undefined;
});

function open(wordsWidth: number): HTMLElement {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(264);
  vi.spyOn(HTMLElement.prototype, "scrollWidth", "get").mockReturnValue(wordsWidth);
  const tabs = [
    { id: "hint", label: "Hint", icon: "bulb" as const },
    { id: "findings", label: "Findings", icon: "flag" as const, note: "12" },
  ];
  const children = createRawSnippet(() => ({ render: () => "<p>Words</p>" }));
  page = mount(Tabs, {
    target: document.body,
    props: { label: "Panel", tabs, chosen: "hint", onchoose() {}, children },
  });
  flushSync();
  return document.querySelector("[role=tablist]") as HTMLElement;
}

it("tabs show their words where these fit", () => {
  expect(open(250).hasAttribute("data-short")).toBe(false);
});

it("tabs show icons where the words do not fit, and keep their names", () => {
  const list = open(300);
  expect(list.hasAttribute("data-short")).toBe(true);
  const [chosen, other] = list.querySelectorAll("[role=tab]");
  expect(other?.textContent).toBe("Findings 12");
  expect(other?.getAttribute("title")).toBe("Findings");
  expect(chosen?.textContent.trim()).toBe("Hint");
});
