// The open risk stays beside the list when the program refuses it in passing, and goes when it no longer exists.
import { beforeEach, expect, it } from "vitest";

import { Views, type Questions } from "../src/state/views";

let revision = 1;
/** Why the risk is refused; null where it is not. */
let refusal: Error | null = null;
let asked: string[] = [];
let refused: unknown[] = [];
const view = <T>(more: object = {}): Promise<T> => Promise.resolve({ revision, ...more } as T);

function open(): Views {
  const ask: Questions = {
    project: () => view(),
    citations: () => view({ citations: {} }),
    findings: () => view({ findings: [] }),
    form: () => view(),
    risks: () => view(),
    risk: (_, row) => {
      asked.push(row);
      return refusal ? Promise.reject(refusal) : view({ detail: { risk: { row } } });
    },
  };
  return new Views("p", {
    ask,
    onShown: () => {},
    isGone: (thrown) => (thrown as Error).message === "gone",
    onRefused: (thrown) => refused.push(thrown),
  });
}
/** A change that tells nothing of the risk: it is asked for again. */
async function change(views: Views): Promise<void> {
  revision += 1;
  views.take({ revision, derived: null, undo: {} } as never);
  await views.current();
}
const shown = (views: Views): string | undefined => views.risk?.detail.risk.row;

beforeEach(() => {
  [revision, refusal, asked, refused] = [1, null, [], []];
});

it("stays when it is refused in passing, and follows after the next change", async () => {
  const views = open();
  await views.showRisk("r1");
  refusal = new Error("busy");
  await change(views);
  expect(refused, "the person is told").toEqual([refusal]);
  expect(shown(views), "the panel stays").toBe("r1");
  expect(views.overview?.revision, "nothing else waits for it").toBe(revision);
  refusal = null;
  await change(views);
  expect([shown(views), views.risk?.revision]).toEqual(["r1", revision]);
});

it("is asked for again where it was refused when it was opened", async () => {
  const views = open();
  await views.showRisk("r1");
  refusal = new Error("busy");
  await views.showRisk("r2");
  refusal = null;
  await change(views);
  expect(shown(views)).toBe("r2");
});

it("goes without a word when it no longer exists", async () => {
  const views = open();
  await views.showRisk("r1");
  refusal = new Error("gone");
  await change(views);
  expect([shown(views), refused]).toEqual([undefined, []]);
  const before = asked.length;
  await change(views);
  expect(asked.length, "nobody asks for it any more").toBe(before);
});
