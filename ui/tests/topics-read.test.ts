// The list of topics goes to the topic of the address once, and not again after each change.
import { flushSync, mount, unmount } from "svelte";
import { expect, it, vi } from "vitest";

const topic = { id: "logs", title: "Logs", group: "Security", question: "", gdpr: [] };
let asked = 0;
vi.mock("../src/bridge", () => ({
  refusal: (thrown: unknown) => thrown,
  call: async (name: string) => {
    if (name !== "topics") return [];
    asked += 1;
    return { coverage: [{ topic, providers: [] }] };
  },
}));
const { session } = await import("../src/state/session.svelte");
const { router } = await import("../src/state/route.svelte");
const { default: TopicsRead } = await import("../src/library/TopicsRead.svelte");

it("stays where the person is after a change", async () => {
  const scrolls = vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(() => {});
  router.route = { screen: "library", project: "p", view: "topics", at: "logs" };
  const page = mount(TopicsRead, { target: document.body, props: { library: { providers: [] } as never } });
  const settled = async (count: number): Promise<void> => {
    await vi.waitFor(() => {
      flushSync();
      expect(asked).toBe(count);
    });
    await new Promise((done) => setTimeout(done, 10));
  };
  await settled(1);
  expect(scrolls).toHaveBeenCalledTimes(1);
  session.touched = { ...session.touched, any: session.touched.any + 1 };
  await settled(2);
  expect(scrolls).toHaveBeenCalledTimes(1);
  await unmount(page);
});
