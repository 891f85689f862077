// The keys of a shortcut as the person's keyboard names them.
import { afterEach, describe, expect, it, vi } from "vitest";

import { keysOf, withShortcut } from "../src/shortcuts";

const on = (platform: string): unknown => vi.spyOn(navigator, "platform", "get").mockReturnValue(platform);

afterEach(() => void vi.restoreAllMocks());

describe("a shortcut", () => {
  it("is named with Ctrl on Linux and Windows", () => {
    on("Linux x86_64");
    expect(withShortcut("Search", "search")).toBe("Search (Ctrl+K)");
    expect(keysOf("bullets")).toEqual(["Ctrl", "Shift", "8"]);
  });

  it("is named with the signs of a Mac's keyboard on macOS, where Redo has other keys", () => {
    on("MacIntel");
    expect(withShortcut("Search", "search")).toBe("Search (⌘K)");
    expect(withShortcut("Redo", "redo")).toBe("Redo (⇧⌘Z)");
    expect(withShortcut("Up", "row-up")).toBe("Up (⌥↑)");
  });
});
