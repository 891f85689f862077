/** Runs `what` now and whenever something that it read changes, until the returned function is called. */
export function watch(what: () => void): () => void {
  return $effect.root(() => {
    $effect(what);
  });
}
