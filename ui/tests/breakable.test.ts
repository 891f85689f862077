// Where a long address may break in a narrow column.
import { mount, unmount } from "svelte";
import { expect, it } from "vitest";

import Breakable from "../src/kit/Breakable.svelte";

async function shown(words: string): Promise<string> {
  const target = document.createElement("p");
  const page = mount(Breakable, { target, props: { words } });
  const html = target.innerHTML.replace(/<!--.*?-->/g, "");
  expect(target.textContent).toBe(words);
  await unmount(page);
  return html;
}

it("a long address breaks after its signs", async () => {
  expect(await shown("Ask data.protection@faculty.example.org first")).toBe(
    "Ask data.<wbr>protection@<wbr>faculty.<wbr>example.<wbr>org first",
  );
});

it("short words, days and sentences are left alone", async () => {
  for (const words of ["a@b.org, see 22.11.2026.", "Articles 6(1)(a)–9(2). Two\n\nlines", ""])
    expect(await shown(words)).toBe(words);
});
