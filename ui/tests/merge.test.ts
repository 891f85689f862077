// What a person typed while undo was under way is set into what undo brought back.
import { describe, expect, it } from "vitest";

import type { Value } from "../src/bindings";
import { mergedAnswer, mergedText } from "../src/state/merge";

describe("a text that was typed in while undo was under way", () => {
  it.each([
    ["old and new", "old and new!", "old", "old!"],
    ["One. Two. Three.", "One. Two. Three.?", "One. Three.", "One. Three.?"],
    ["One. Two.", "Zero. One. Two.", "One.", "Zero. One."],
    ["abc", "aXbc", "abcd", "aXbcd"],
    ["", "x", "old", "oldx"],
    ["words", "", "words and more", " and more"],
    ["same", "same", "back", "back"],
    ["same", "typed", "same", "typed"],
  ])("%o, typed into %o, with %o brought back", (before, own, brought, result) => {
    expect(mergedText(before, own, brought)).toBe(result);
  });
});

describe("an answer that was changed while undo was under way", () => {
  const accepted = (name: string, role: string, yes: boolean): Value => ({
    kind: "acceptance",
    value: { accepted: yes, name, role, date: null },
  });

  it("has the parts that the person did not touch as undo brought them back", () => {
    const result = mergedAnswer(accepted("Ann", "", true), accepted("Anna", "", true), accepted("Ann", "CEO", false));
    expect(result).toEqual(accepted("Anna", "CEO", false));
  });

  it("has the option that the person chose, never a mixture of two", () => {
    const choice = (option: string, note: string): Value => ({ kind: "choice", value: { option, note } });
    const result = mergedAnswer(choice("low", "a b"), choice("high", "a b"), choice("medium", "a"));
    expect(result).toEqual(choice("high", "a"));
  });

  it("keeps what was typed where undo emptied the answer", () => {
    const line = (value: string): Value => ({ kind: "line", value });
    expect(mergedAnswer(line("new"), line("new!"), null)).toEqual(line("!"));
    expect(mergedAnswer(line("new"), line("new"), null)).toBeNull();
  });
});
