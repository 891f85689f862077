import { describe, expect, it } from "vitest";

import { noChanges, sinceArguments } from "../src/export/since";

describe("since which version changes are told", () => {
  it("asks for nothing where no version is chosen, also with the tick of an earlier choice", () => {
    expect(sinceArguments(noChanges())).toEqual({});
    expect(sinceArguments({ version: null, redline: true })).toEqual({});
  });
  it("asks for a list, and for marks only where they are chosen", () => {
    expect(sinceArguments({ version: 2, redline: false })).toEqual({ since: 2 });
    expect(sinceArguments({ version: 2, redline: true })).toEqual({ since: 2, redline: true });
  });
});
