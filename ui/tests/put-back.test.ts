// A control whose change is refused shows again what is so.
import { expect, it } from "vitest";

import { orPutBack } from "../src/kit/put-back";

function field(type: string, value: string | boolean): HTMLInputElement {
  const made = document.createElement("input");
  made.type = type;
  if (typeof value === "boolean") made.checked = value;
  else made.value = value;
  return made;
}

it("shows a number, a tick and words again as they are", async () => {
  const [number, tick, words] = [field("number", ""), field("checkbox", true), field("text", " 1.0 ")];
  await orPutBack(number, Promise.resolve(null), () => 30);
  await orPutBack(tick, Promise.resolve(null), () => false);
  await orPutBack(words, Promise.resolve({}), () => "1.0");
  expect([number.value, tick.checked, words.value]).toEqual(["30", false, "1.0"]);
});

it("leaves what the person changed again meanwhile", async () => {
  const words = field("text", "1.0");
  const waiting = orPutBack(words, Promise.resolve(null), () => "0.9");
  words.value = "1.01";
  await waiting;
  expect(words.value).toBe("1.01");
});
