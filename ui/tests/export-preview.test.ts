// The preview of the export: it never shows the pages of an earlier choice as if they were those that are written now.
import { flushSync, mount, tick, unmount } from "svelte";
import { expect, it, vi } from "vitest";

import { t } from "../src/words";

/** Lets the program answer the preview that waits; null while none waits. */
let answer: { with: (svg: string) => void; refuse: () => void } | null = null;
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: (name: string) => {
    if (name === "preview")
      return new Promise((done, fail) => {
        answer = {
          with: (svg) => done({ pages: 1, svg }),
          refuse: () => fail({ code: "invalid", message: "No public summary." }),
        };
      });
    if (name === "versions") return Promise.resolve({ versions: [] });
    return Promise.resolve({
      cuts: ["full", "public"],
      sections: [{ id: "1", title: "Data" }],
      left_out_sections: [],
      left_out_rows: [],
      left_out_answers: [],
      left_out_besides: [],
      goes_along: [],
      names: [],
    });
  },
}));
vi.mock("../src/state/changes", () => ({ savedFirst: async () => true }));
const { session } = await import("../src/state/session.svelte");
const { default: Export } = await import("../src/screens/Export.svelte");

const form = { form: "rar", short: "RAR", title: "Risk report", version: "1.0", sections: [] };
const shown = (): (string | null)[] =>
  [...document.querySelectorAll("[data-testid=preview]")]
    .filter((one) => !one.closest(".old"))
    .map((one) => decodeURIComponent(one.getAttribute("src") ?? "").replace(/.*,/, ""));
async function settled(): Promise<void> {
  for (let i = 0; i < 20; i += 1) {
    await tick();
    flushSync();
  }
}
async function reply(how: string): Promise<void> {
  const waiting = await vi.waitFor(() => {
    flushSync();
    if (!answer) throw new Error("no preview is asked for");
    return answer;
  });
  answer = null;
  if (how === "refuse") waiting.refuse();
  else waiting.with(how);
  await settled();
}
async function choose(cut: string): Promise<void> {
  await settled();
  // What was asked before this choice is answered, and no longer of interest.
  while (answer) await reply("<svg>whole</svg>");
  document.querySelector<HTMLElement>(`[data-testid=cut-${cut}]`)?.click();
  await settled();
}

it("hides the pages of the choice before until those of this one are there, or are refused", async () => {
  session.overview = { head: { id: "p", title: "Kidneys", version: "" }, forms: [form], providers: [] } as never;
  const page = mount(Export, { target: document.body });
  flushSync();
  await reply("<svg>whole</svg>");
  await choose("public");
  expect(shown(), "the whole report is not what is written").toEqual([]);
  expect(document.querySelector("figure")?.textContent).toContain(t("export-preview-wait"));
  await reply("<svg>public</svg>");
  expect(shown()).toEqual(["<svg>public</svg>"]);
  await choose("full");
  await reply("refuse");
  expect(shown()).toEqual([]);
  expect(document.querySelectorAll("[data-testid=preview]"), "nothing of it is left").toHaveLength(0);
  await unmount(page);
});
