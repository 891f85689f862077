// The screen and place that the person is at. The address behind `#` holds them, so that going back works as in a
// browser.
import { SvelteURLSearchParams } from "svelte/reactivity";

export type Screen =
  | "home"
  | "new"
  | "overview"
  | "form"
  | "risks"
  | "coverage"
  | "requests"
  | "remarks"
  | "library"
  | "import"
  | "changes"
  | "versions"
  | "attachments"
  | "export"
  | "trash"
  | "settings";

/** The views of the library besides a provider's pages. */
const VIEWS = ["topics", "statements", "providers", "changes", "compare"] as const;
export type LibraryView = (typeof VIEWS)[number];

export interface Route {
  screen: Screen;
  project?: string;
  form?: string;
  section?: string;
  /** In the library: a provider and one of its pages, or one of the views. */
  provider?: string;
  page?: string;
  view?: LibraryView;
  /** For the changes between two revisions of a provider: the earlier and the later revision. */
  from?: string;
  to?: string;
  /** For a comparison: the two states, as `provider` or `provider/revision`, and the filter of the topics. */
  left?: string;
  right?: string;
  only?: string;
  /** For a version of a project: its number. `form` names the form to read. */
  version?: string;
  /** A place to go to: `row/field` of an answer, a part, a statement. */
  at?: string;
  /** Words to begin a search with, or a topic to filter by; in the list of topics, the open topic. */
  topic?: string;
}

/** The parts of a route that an address names behind its `?`, in this order. */
const NAMED = ["page", "at", "topic", "from", "to", "left", "right", "only", "version"] as const;

/** The address of a route. */
export function address(route: Route): string {
  const steps: string[] = route.project ? ["p", route.project] : [];
  if (route.screen !== "home" && route.screen !== "overview") steps.push(route.screen);
  if (route.screen === "form") steps.push(route.form ?? "", route.section ?? "");
  if ((route.screen === "export" || route.screen === "versions") && route.form) steps.push(route.form);
  if (route.screen === "library") {
    if (route.view) steps.push(`by-${route.view}`);
    else if (route.provider) steps.push(route.provider);
  }
  const query = new SvelteURLSearchParams();
  for (const name of NAMED) if (route[name]) query.set(name, route[name]);
  if ((route.view || route.screen === "import") && route.provider) query.set("provider", route.provider);
  const tail = query.toString();
  return `#/${steps.map(encodeURIComponent).join("/")}${tail ? `?${tail}` : ""}`;
}

/** The route of an address; the home screen where the address is unknown. */
export function routeOf(hash: string): Route {
  const [path = "", tail = ""] = hash.replace(/^#\/?/, "").split("?");
  const steps = path.split("/").filter(Boolean).map(decodeURIComponent);
  const query = new SvelteURLSearchParams(tail);
  const route: Route = { screen: "home" };
  if (steps[0] === "p" && steps[1]) {
    route.project = steps[1];
    route.screen = "overview";
    steps.splice(0, 2);
  }
  const screen = steps.shift();
  if (screen === "form" || screen === "export" || screen === "versions") {
    route.screen = screen;
    if (steps[0]) route.form = steps[0];
    if (steps[1]) route.section = steps[1];
  } else if (screen === "library") {
    route.screen = screen;
    const which = steps[0];
    const view = VIEWS.find((one) => which === `by-${one}`);
    if (view) route.view = view;
    else if (which) route.provider = which;
  } else if (
    screen === "new" ||
    screen === "risks" ||
    screen === "coverage" ||
    screen === "requests" ||
    screen === "remarks" ||
    screen === "import" ||
    screen === "changes" ||
    screen === "attachments" ||
    screen === "trash" ||
    screen === "settings"
  ) {
    route.screen = screen;
  }
  for (const name of [...NAMED, "provider"] as const) {
    const found = query.get(name);
    if (found) route[name] = found;
  }
  return route;
}

export const router = $state<{ route: Route }>({ route: routeOf(location.hash) });

addEventListener("hashchange", () => {
  router.route = routeOf(location.hash);
});

/** The open project as a part of a route; empty outside a project. */
export function inProject(): Pick<Route, "project"> {
  return router.route.project ? { project: router.route.project } : {};
}

/** Whether two routes show the same page, at any place of it. */
export function samePage(one: Route, other: Route): boolean {
  return address({ ...one, at: "" }) === address({ ...other, at: "" });
}

/** Goes to a route. Where the person is already there, it goes to the place named by `at` again. */
export function go(route: Route): void {
  const to = address(route);
  if (location.hash === to) router.route = { ...route };
  else location.hash = to;
}
