// Where the focus goes when a button takes its own row away, or cannot be pressed for a while.
import { afterEach, expect, it } from "vitest";

import { giveFocusAgain } from "../src/kit/focus-again";
import { keepFocus } from "../src/kit/keep-focus";

afterEach(() => document.body.replaceChildren());

function list(): HTMLElement[] {
  document.body.innerHTML = `<div class="sheet"><h1>Files</h1><button>Add</button><ul>
    ${["a", "b", "c"].map((one) => `<li><button>Save ${one}</button><button>Delete ${one}</button></li>`).join("")}
  </ul></div>`;
  return [...document.querySelectorAll<HTMLElement>("li button:last-child")];
}
const focused = (): string | null | undefined => document.activeElement?.textContent;
/** The list is read again a while after the change. */
const later = (what: () => void) => async (): Promise<void> => void setTimeout(what, 20);
async function press(button: HTMLElement | undefined): Promise<void> {
  if (!button) throw new Error("no button");
  const row = button.closest("li");
  button.focus();
  await keepFocus(
    button,
    later(() => {
      button.blur();
      row?.remove();
    }),
  );
}

it("goes to the same button of the next row, of the last one, and then to the heading", async () => {
  const [, second, third] = list();
  await press(second);
  expect(focused()).toBe("Delete c");
  await press(third);
  expect(focused()).toBe("Delete a");
  await press(document.querySelector<HTMLElement>("li button:last-child") ?? undefined);
  expect(focused()).toBe("Files");
});

it("stays where the person went meanwhile", async () => {
  const [first] = list();
  const add = document.querySelector("button");
  const row = first?.closest("li");
  await keepFocus(
    first as HTMLElement,
    later(() => {
      add?.focus();
      row?.remove();
    }),
  );
  expect(focused()).toBe("Add");
});

it("comes back to a button that could not be pressed while its work ran, unless the person went on", async () => {
  const end = giveFocusAgain();
  const [first] = list() as HTMLButtonElement[];
  const drawn = (): Promise<unknown> => new Promise((done) => setTimeout(done, 5));
  const work = async (meanwhile: () => void): Promise<void> => {
    if (!first) return;
    first.focus();
    // As a webview does with a button that is disabled.
    first.blur();
    first.disabled = true;
    await drawn();
    meanwhile();
    first.disabled = false;
    await drawn();
  };
  await work(() => {});
  expect(document.activeElement).toBe(first);
  await work(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: " ", bubbles: true })));
  expect(document.activeElement).toBe(document.body);
  end();
});
