import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { columnWidths, sheetOrder } from "../src/form/columns";
import { parseDay } from "../src/fields/day";
import { riskColour } from "../src/kit/risk";
import { address, routeOf, type Route } from "../src/state/route.svelte";
import { dismiss, tell, tellRefusal, toasts, withdraw } from "../src/state/toasts.svelte";
import { stateOf, t } from "../src/words";

describe("days", () => {
  it("are read as people here write them, the day first", () => {
    for (const written of ["2026-11-22", "22.11.2026", "22/11/2026", " 22. 11. 2026 ", "22 11 2026"])
      expect(parseDay(written), written).toBe("2026-11-22");
    expect(parseDay("1.2.2027")).toBe("2027-02-01");
  });
  it("that do not exist are refused instead of moved", () => {
    for (const written of ["31.02.2026", "2026-13-01", "tomorrow", "22.11.026", ""])
      expect(parseDay(written), written).toBeNull();
  });
});

describe("the state of a page", () => {
  it("is named by its day alone where its revision has no name", () => {
    expect(stateOf("Revision 4f2a", "2026-05-04")).toBe("Revision 4f2a; 4 May 2026");
    expect(stateOf("", "2026-05-04")).toBe("4 May 2026");
    expect(stateOf(undefined, null)).toBe("no date");
  });
});

describe("levels of risk", () => {
  it("have the five colours where they are five, and the outermost two however many they are", () => {
    expect([1, 2, 3, 4, 5].map((level) => riskColour(level, 5))).toEqual(
      [1, 2, 3, 4, 5].map((n) => `var(--risk-${n})`),
    );
    for (const of of [2, 3, 4, 7, 10])
      expect([riskColour(1, of), riskColour(of, of)]).toEqual(["var(--risk-1)", "var(--risk-5)"]);
  });
  it("never share a colour", () => {
    for (let of = 2; of <= 12; of += 1) {
      const colours = Array.from({ length: of }, (_, at) => riskColour(at + 1, of));
      expect(new Set(colours).size, colours.join()).toBe(of);
    }
  });
});

describe("messages at the foot", () => {
  it("go when they are no longer so, and a refusal is told once, so that they do not cover the page", () => {
    tell("Undone: new row", { about: "undo" });
    tell("D2 is in the trash", { about: "trashed" });
    withdraw("undo");
    tell("Undone: citation", { about: "undo" });
    withdraw("trashed");
    for (let i = 0; i < 2; i += 1) tellRefusal({ code: "read_only", message: "The file can't be written to." });
    expect(toasts.map((toast) => toast.text)).toEqual(["Undone: citation", "The file can't be written to."]);
    for (const toast of [...toasts]) dismiss(toast.id);
  });
});

describe("addresses in the window", () => {
  it("lead back to the same place", () => {
    const routes: Route[] = [
      { screen: "home" },
      { screen: "new" },
      { screen: "settings" },
      { screen: "trash", project: "p-1" },
      { screen: "overview", project: "p-1" },
      { screen: "form", project: "p-1", form: "edpb-dpia", section: "1", at: "d-genome/name" },
      { screen: "library", project: "p-1", provider: "hunt-cloud", page: "hunt-cloud/faq", at: "hunt-cloud/audit" },
      { screen: "library", project: "p-1", view: "statements", provider: "genomedk", topic: "backup" },
      { screen: "export", project: "p-1", form: "rar" },
    ];
    for (const route of routes) expect(routeOf(address(route))).toEqual(route);
  });
  it("that mean nothing lead home", () => expect(routeOf("#/nowhere/at/all")).toEqual({ screen: "home" }));
});

describe("columns", () => {
  const column = (kind: string, width = 0): never =>
    ({ id: kind, label: kind, hint: "", read_only: false, width, required: false, field: { kind } }) as never;
  it("share the page when they fit", () => {
    const widths = columnWidths([column("line"), column("text", 6), column("choices")], 800);
    expect(widths).toHaveLength(3);
    const [line = 0, text = 0] = (widths ?? []).map((w) => parseInt(w, 10));
    expect(text).toBeGreaterThan(line);
  });
  it("give way to sheets when they don't", () => {
    expect(
      columnWidths(
        Array.from({ length: 6 }, () => column("text")),
        700,
      ),
    ).toBeNull();
  });
});

describe("a sheet", () => {
  it("sets a level that is worked out beside the scores it comes from", () => {
    const of = (kind: string | null): never =>
      ({ id: kind ?? "computed", field: kind ? { kind } : undefined }) as never;
    expect(sheetOrder([of("line"), of("level"), of("level"), of("text"), of(null), of("yes_no")])).toEqual([
      0, 1, 2, 4, 3, 5,
    ]);
    expect(sheetOrder([of("text"), of(null)])).toEqual([0, 1]);
  });
});

describe("the sources", () => {
  const files = (dir: string): string[] =>
    readdirSync(dir).flatMap((name) => {
      const path = join(dir, name);
      return statSync(path).isDirectory() ? files(path) : /\.(svelte|ts)$/.test(name) ? [path] : [];
    });
  const sources = files(join(import.meta.dirname, "../src")).map((path) => [path, readFileSync(path, "utf8")] as const);

  it("let one file only speak to the shell", () => {
    const speaking = sources.filter(([, code]) => code.includes("@tauri-apps/")).map(([path]) => path);
    expect(speaking.map((path) => path.split("/").at(-1))).toEqual(["bridge.ts"]);
  });
  it("hold no raw HTML and no style attribute, which the window's rules forbid", () => {
    for (const [path, code] of sources)
      expect(/\{@html|\.innerHTML|\sstyle="/.test(code.replace(/^.*\/\/.*$/gm, "")), path).toBe(false);
  });
  it("cut off no words that a person pastes: the program says where they are too long", () => {
    for (const [path, code] of sources) expect(/maxlength/i.test(code), path).toBe(false);
  });
  it("use only words that the message files hold", () => {
    const used = sources.flatMap(([, code]) =>
      [...code.matchAll(/\bt\(\s*"([a-z0-9-]+)"/g)].map((m) => m[1] as string),
    );
    expect(used.length).toBeGreaterThan(150);
    expect([...new Set(used)].filter((id) => t(id as "yes") === id)).toEqual([]);
  });
  it("and every word of the window's file is used", () => {
    const ids = [
      ...readFileSync(join(import.meta.dirname, "../../content/locales/en/ui.ftl"), "utf8").matchAll(
        /^([a-z0-9-]+) =/gm,
      ),
    ].map((m) => m[1] as string);
    const code = sources.map(([, text]) => text).join("\n");
    const built =
      /^((undo|redo)-(what|nothing)$|lack-|start-\d|hit-|matrix-|judgement-|list-|appearance-|table-|section-)/;
    expect(ids.filter((id) => !built.test(id) && !code.includes(`"${id}"`))).toEqual([]);
  });
});
