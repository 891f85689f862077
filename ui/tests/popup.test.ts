// A popup closes when the person presses elsewhere, and not when they press in it or on what opens it.
import { expect, it, vi } from "vitest";

import { openAt } from "../src/kit/placement";

it("a popup hears presses elsewhere until it is closed", () => {
  document.body.innerHTML = "<button><i></i></button><div><p></p></div><main></main>";
  const find = (selector: string): HTMLElement => document.querySelector(selector) as HTMLElement;
  const press = (selector: string): boolean =>
    find(selector).dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  const onoutside = vi.fn();
  const end = openAt(find("button"), find("div"), onoutside);
  press("i");
  press("p");
  expect(onoutside).not.toHaveBeenCalled();
  press("main");
  expect(onoutside).toHaveBeenCalledTimes(1);
  end();
  press("main");
  expect(onoutside).toHaveBeenCalledTimes(1);
});
