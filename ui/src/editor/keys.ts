// The keys of a rich text. They are those of a word processor.
import { baseKeymap, chainCommands, exitCode, toggleMark } from "prosemirror-commands";
import { InputRule, inputRules, smartQuotes, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import type { Command, Plugin } from "prosemirror-state";
import { goToNextCell } from "prosemirror-tables";

import { removeTableAtEdge, toggleList } from "./commands";
import { schema } from "./schema";

/** What the keys need from the window around the text. */
export interface Surroundings {
  /** Opens the search for a statement; the citation takes the place of what was typed from `from` to the caret. */
  cite: (from?: number) => void;
  /** Asks for the address of a link. */
  link: () => void;
}

const { nodes, marks } = schema;

const newLine: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

export function editorKeys(around: Surroundings): Plugin[] {
  return [
    inputRules({
      rules: [
        wrappingInputRule(/^\s*[-*•]\s$/, nodes.bullet_list),
        wrappingInputRule(
          /^\s*(\d{1,4})[.)]\s$/,
          nodes.ordered_list,
          (match) => ({ start: Number(match[1]) }),
          (match, node) => node.childCount + (node.attrs.start as number) === Number(match[1]),
        ),
        // An address such as name@example.org is not the beginning of a citation.
        citeRule(/(?:^|[\s(\u00a0])@$/, 1, around),
        citeRule(/\[\[$/, 2, around),
        ...smartQuotes,
      ],
    }),
    keymap({
      "Mod-b": toggleMark(marks.strong),
      "Mod-i": toggleMark(marks.em),
      // Both cases: with Shift held, some webviews name the key by its capital.
      ...both("Mod-Shift-", "k", () => (around.link(), true)),
      ...both("Mod-Shift-", "c", () => (around.cite(), true)),
      "Mod-Shift-7": toggleList("ordered_list"),
      "Mod-Shift-8": toggleList("bullet_list"),
      Enter: splitListItem(nodes.list_item),
      "Shift-Enter": newLine,
      "Mod-Enter": () => false,
      // Tab moves on to the next field, except in a table, and at the start of a list's item, where it indents.
      Tab: chainCommands(goToNextCell(1), atStart(sinkListItem(nodes.list_item))),
      "Shift-Tab": chainCommands(goToNextCell(-1), atStart(liftListItem(nodes.list_item))),
      Backspace: removeTableAtEdge,
    }),
    keymap(baseKeymap),
  ];
}

function citeRule(pattern: RegExp, length: number, around: Surroundings): InputRule {
  return new InputRule(pattern, (state, _match, _start, end) => {
    // The last character is not in the document yet: it is inserted first, then the search opens over both characters.
    const typed = pattern.source.endsWith("@$") ? "@" : "[";
    const from = end - (length - 1);
    setTimeout(() => around.cite(from));
    return state.tr.insertText(typed, end);
  });
}

function atStart(command: Command): Command {
  return (state, dispatch, view) => state.selection.$from.parentOffset === 0 && command(state, dispatch, view);
}

function both(mods: string, letter: string, command: Command): Record<string, Command> {
  return { [mods + letter]: command, [mods + letter.toUpperCase()]: command };
}
