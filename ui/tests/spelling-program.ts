// A program that takes `wrnog` for the one unknown word, in place of the bridge.

/** The texts of each request. */
export const asked: string[][] = [];

export const refusal = (thrown: unknown): unknown => thrown;

export async function call(name: string, args: { texts: string[] }): Promise<unknown> {
  if (name !== "check_spelling") return {};
  asked.push(args.texts);
  const unknown = args.texts.map((text) =>
    [...text.matchAll(/wrnog/g)].map((m) => ({ from: m.index, to: m.index + 5 })),
  );
  return { dictionary: "en_GB", unknown };
}
