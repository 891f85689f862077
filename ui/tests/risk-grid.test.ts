import { createRawSnippet, flushSync, mount, unmount } from "svelte";
import { describe, expect, it } from "vitest";

import RiskGrid from "../src/kit/RiskGrid.svelte";

const scale = (...labels: string[]): { label: string; meaning: string; acceptable: boolean; accepted_by: string }[] =>
  labels.map((label) => ({ label, meaning: "", acceptable: false, accepted_by: "" }));

describe("the risk matrix", () => {
  it("has severity upwards and likelihood to the right", () => {
    const field = createRawSnippet<[number, number, number]>((l, s, level) => ({
      render: () => `<i>${l()}-${s()}:${level()}</i>`,
    }));
    const grid = mount(RiskGrid, {
      target: document.body,
      props: {
        caption: "Risks",
        likelihood: scale("rare", "often"),
        severity: scale("small", "large"),
        levels: [
          [1, 2],
          [1, 3],
        ],
        of: 3,
        field,
      },
    });
    flushSync();
    const texts = (of: string): (string | null)[] => [...document.querySelectorAll(of)].map((e) => e.textContent);
    expect(texts("i")).toEqual(["0-1:2", "1-1:3", "0-0:1", "1-0:1"]);
    expect(texts("th")).toEqual(["large", "small", "rare", "often"]);
    void unmount(grid);
  });
});
