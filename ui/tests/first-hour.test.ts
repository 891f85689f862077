// What makes the first hour easy: names of files, the calendar, commands, the size, where one left.
import { beforeEach, describe, expect, it } from "vitest";

import type { DutyView, ProjectOverview, Status } from "../src/bindings";
import { dayAfterKey, monthsOn, weeksOf } from "../src/fields/month";
import { commands, fitting } from "../src/kit/commands";
import { exportName, keepPath, suggestedPath } from "../src/kit/export-name";
import { waiting } from "../src/overview/glance";
import { beginAt, forgetNotices, keepPlace, mayStay, noticesTold } from "../src/state/reopen";
import { zoom, zoomBy, zoomByWheel, zoomOf } from "../src/state/zoom.svelte";
import { columnWidths } from "../src/form/columns";
import { monthName, weekdayNames } from "../src/words";

beforeEach(() => localStorage.clear());

describe("the name of an export", () => {
  const naming = { date: "2026-11-22", what: "DPIA", project: "Cohort", version: "3", draft: "draft" };
  it("tells day, form, project, version and that it is a draft", () => {
    expect(exportName(naming)).toBe("2026-11-22 DPIA Cohort v3 draft.pdf");
    expect(exportName({ ...naming, version: "v1.0", draft: "" })).toBe("2026-11-22 DPIA Cohort v1.0.pdf");
    expect(exportName({ ...naming, version: "" })).toBe("2026-11-22 DPIA Cohort draft.pdf");
  });
  it("has no letter that a system can't have in a name", () => {
    expect(exportName({ ...naming, project: 'Søvn: "A/B" <2026>?. ' })).toBe(
      "2026-11-22 DPIA Søvn A B 2026 v3 draft.pdf",
    );
  });
  it("is offered in the folder of the last time, and under the name that the person gave, with the day of now", () => {
    const name = exportName(naming);
    expect(suggestedPath("p/DPIA", name, "3")).toBe(name);
    keepPath("p/DPIA", name, `/home/ola/reports/${name}`, "3");
    expect(suggestedPath("p/DPIA", name, "3")).toBe(`/home/ola/reports/${name}`);
    keepPath("p/DPIA", name, "/home/ola/reports/2026-11-22 our DPIA.pdf", "3");
    const later = exportName({ ...naming, date: "2026-12-01" });
    expect(suggestedPath("p/DPIA", later, "3")).toBe("/home/ola/reports/2026-12-01 our DPIA.pdf");
    expect(suggestedPath("p/RAR", "x.pdf", "3")).toBe("/home/ola/reports/x.pdf");
    keepPath("p/RAR", "x.pdf", "C:\\Users\\ola\\x.pdf", "3");
    expect(suggestedPath("p/RAR", "x.pdf", "3")).toBe("C:\\Users\\ola\\x.pdf");
  });
  it("is offered under the name that the person gave, with the version of now", () => {
    const key = "p/DPIA";
    const offered = (version: string): string => suggestedPath(key, exportName({ ...naming, version }), version);
    const keep = (name: string, version: string): void => keepPath(key, offered(version), `/out/${name}`, version);
    keep("2026-11-22 our DPIA v3.pdf", "3");
    expect(offered("4"), "v3 would be wrong").toBe("/out/2026-11-22 our DPIA v4.pdf");
    expect(offered("v1.0")).toBe("/out/2026-11-22 our DPIA v1.0.pdf");
    expect(offered("")).toBe("/out/2026-11-22 our DPIA.pdf");
    keep("2026-11-22 our DPIA v4.pdf", "4");
    expect(offered("5"), "the proposed name was taken, with its version").toBe("/out/2026-11-22 our DPIA v5.pdf");
    keep("2026-11-22 DPIA v3 v3.1 v30.pdf", "3");
    expect(offered("4"), "only a whole version").toBe("/out/2026-11-22 DPIA v4 v3.1 v30.pdf");
    keep("DPIA for REK.pdf", "4");
    expect(offered("5"), "no version was wanted").toBe("/out/DPIA for REK.pdf");
    localStorage.setItem(`vurder-export-name:${key}`, "2026-11-01 as it was kept before.pdf");
    expect(offered("5")).toBe("/out/2026-11-22 as it was kept before.pdf");
  });
});

describe("the calendar", () => {
  it("shows whole weeks from Monday on", () => {
    const weeks = weeksOf("2026-11-22");
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toBe("2026-10-26");
    expect(weeks.at(-1)?.at(-1)).toBe("2026-12-06");
    expect(weeksOf("2027-02-10")).toHaveLength(4);
    expect([weekdayNames()[0], weekdayNames()[6], monthName("2026-11-22")]).toEqual(["Mon", "Sun", "November 2026"]);
  });
  it("is walked with the keys, over the ends of months and years", () => {
    const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown", "a"];
    expect(keys.map((key) => dayAfterKey("2026-12-31", key, false))).toEqual([
      "2026-12-30",
      "2027-01-01",
      "2026-12-24",
      "2027-01-07",
      "2026-12-28",
      "2027-01-03",
      "2026-11-30",
      "2027-01-31",
      null,
    ]);
    expect(dayAfterKey("2024-02-29", "PageDown", true)).toBe("2025-02-28");
    expect(monthsOn("2026-01-31", 1)).toBe("2026-02-28");
  });
});

describe("commands in the search", () => {
  const overview = {
    head: { id: "p" },
    forms: [{ form: "rar", short: "RAR", title: "Risk report", sections: [{ id: "3", title: "Risk sources" }] }],
  } as unknown as ProjectOverview;
  const found = (words: string): string[] => fitting(commands(overview), words).map((one) => one.label);
  it("are found by their name, and by other words for them after that", () => {
    expect(found("export")[0]).toBe("Export");
    expect(found("pdf")).toEqual(["Export"]);
    expect(found("backup")).toEqual(["Settings"]);
    expect([found("coverage")[0], found("gaps")[0]]).toEqual(["Coverage", "Coverage"]);
    expect([found("requests")[0], found("letter")[0]]).toEqual(["Requests", "Requests"]);
    expect(found("risk")[0]).toBe("Risks");
    expect(found("risk sour")).toEqual(["RAR 3 Risk sources"]);
    expect(found("")).toEqual([]);
    expect(found("zzz")).toEqual([]);
  });
  it("lead to their places, in the open project", () => {
    const to = (words: string): unknown => fitting(commands(overview), words)[0]?.route;
    expect(to("export")).toEqual({ screen: "export", project: "p" });
    expect(to("RAR 3")).toEqual({ screen: "form", project: "p", form: "rar", section: "3" });
    expect(to("keys")).toBeNull();
    expect(fitting(commands(null), "export")).toEqual([]);
    expect(fitting(commands(null), "settings")[0]?.route).toEqual({ screen: "settings" });
  });
});

describe("where one left", () => {
  const status = (workspace: string, notices: unknown[] = []): Status =>
    ({ workspace, first_start: false, notices }) as unknown as Status;
  it("is where the window begins again, if a project was open and the address names no other place", () => {
    expect(beginAt("")).toBeNull();
    keepPlace("/w.vurder", "#/p/p/form/rar/3");
    expect(beginAt("")).toBe("#/p/p/form/rar/3");
    expect(beginAt("#/")).toBe("#/p/p/form/rar/3");
    expect(beginAt("#/settings")).toBeNull();
    keepPlace("/w.vurder", "#/");
    expect(beginAt("")).toBeNull();
    localStorage.setItem("vurder-place", "{broken");
    expect(beginAt("")).toBeNull();
  });
  it("is left for the projects in another file, and where something has to be told first", () => {
    keepPlace("/w.vurder", "#/p/p");
    expect(mayStay(status("/w.vurder"))).toBe(true);
    expect(mayStay(status("/other.vurder"))).toBe(false);
    expect(mayStay(status("/w.vurder", [{ message: "repaired" }]))).toBe(false);
  });
  it("is gone to although a notice stands that the person was told of", () => {
    const share = { message: "The workspace lies on a network share.", help: "", detail: "" };
    const repaired = { message: "Part of the workspace was damaged.", help: "", detail: "table 3" };
    keepPlace("/w.vurder", "#/p/p");
    expect(mayStay(status("/w.vurder", [share])), "the person is told first").toBe(false);
    noticesTold(status("/w.vurder", [share]));
    expect(mayStay(status("/w.vurder", [share])), "the notice stands at every start").toBe(true);
    expect(mayStay(status("/w.vurder", [share, repaired])), "another one is new").toBe(false);
    noticesTold(status("/w.vurder", [share, repaired]));
    const again = { ...repaired, detail: "table 4" };
    expect(mayStay(status("/w.vurder", [share, again])), "the same of another thing is new").toBe(false);
    forgetNotices(status("/w.vurder", [share]));
    expect(mayStay(status("/w.vurder", [share]))).toBe(true);
    expect(mayStay(status("/w.vurder", [share, repaired])), "one that was gone is new when it comes back").toBe(false);
    localStorage.setItem("vurder-notices-told", "{broken");
    expect(mayStay(status("/w.vurder", [share]))).toBe(false);
  });
});

describe("the size of all letters", () => {
  it("goes by steps between bounds, is kept, and becomes as usual again", () => {
    zoomBy(1);
    expect([zoom.percent, document.documentElement.style.fontSize]).toEqual([110, "110%"]);
    expect(localStorage.getItem("vurder-zoom")).toBe("110");
    for (let i = 0; i < 20; i += 1) zoomBy(1);
    expect(zoom.percent).toBe(200);
    for (let i = 0; i < 20; i += 1) zoomBy(-1);
    expect(zoom.percent).toBe(70);
    zoomBy("usual");
    expect([zoom.percent, document.documentElement.style.fontSize]).toEqual([100, ""]);
    expect(["+", "=", "-", "0", "a"].map(zoomOf)).toEqual([1, 1, -1, "usual", null]);
  });
  it("lets columns give way to sheets earlier", () => {
    const columns = ["line", "text", "choices"].map((kind) => ({ id: kind, label: kind, field: { kind } })) as never;
    expect(columnWidths(columns, 600)).not.toBeNull();
    expect(columnWidths(columns, 600, 1.5)).toBeNull();
    expect(columnWidths(columns, 900, 1.5)).not.toBeNull();
  });
});

describe("at one look", () => {
  it("those for whom something waits stand with their nearest day", () => {
    const duty = (whose: string, day: string, overdue = false): DutyView => ({ whose, day, overdue }) as DutyView;
    expect(waiting([duty("Ola", "2027-01-02"), duty("Kari", "2026-12-01", true), duty("Ola", "2026-12-24")])).toEqual([
      { whose: "Kari", count: 1, day: "2026-12-01", overdue: true },
      { whose: "Ola", count: 2, day: "2026-12-24", overdue: false },
    ]);
  });
});

it("Ctrl with the wheel zooms as the keys do, and the webview's own zoom does not", () => {
  zoomBy("usual");
  const turn = (deltaY: number, ctrlKey = true): WheelEvent => {
    const e = new WheelEvent("wheel", { deltaY, cancelable: true });
    Object.defineProperty(e, "ctrlKey", { value: ctrlKey });
    zoomByWheel(e);
    return e;
  };
  expect(turn(-120).defaultPrevented).toBe(true);
  expect(zoom.percent).toBe(110);
  // A touchpad turns little by little.
  turn(20);
  turn(20);
  expect(zoom.percent).toBe(110);
  turn(20);
  expect(zoom.percent).toBe(100);
  expect(turn(-120, false).defaultPrevented).toBe(false);
  expect(zoom.percent).toBe(100);
});
