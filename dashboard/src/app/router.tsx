/** Which address shows which screen? */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";

import { sessionStore } from "@/api/session";

import { BrokenScreen, UnknownScreen } from "./routes/not-found";
import { SignInRoute } from "./routes/sign-in";
import { inboxSearch } from "./search";
import { Shell } from "./shell/shell";

const root = createRootRoute({ component: Outlet, notFoundComponent: UnknownScreen });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/entrar",
  validateSearch: (search: Record<string, unknown>): { volta?: string } => (isLocalPath(search.volta) ? { volta: search.volta } : {}),
  component: SignInRoute,
});

const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  beforeLoad: ({ location }) => {
    if (!sessionStore.get()) throw redirect({ to: "/entrar", search: location.pathname === "/" ? {} : { volta: location.href } });
  },
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => signedIn,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/whatsapp" });
  },
});

const overview = createRoute({
  getParentRoute: () => signedIn,
  path: "/whatsapp",
  component: lazyRouteComponent(() => import("./routes/overview"), "OverviewRoute"),
});

const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: "/whatsapp/conversas",
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import("./routes/inbox"), "InboxRoute"),
});

const conversation = createRoute({ getParentRoute: () => inbox, path: "$conversationId" });

const deadLetters = createRoute({
  getParentRoute: () => signedIn,
  path: "/ajustes/fila-morta",
  component: lazyRouteComponent(() => import("./routes/dead-letters"), "DeadLettersRoute"),
});

const flows = createRoute({
  getParentRoute: () => signedIn,
  path: "/fluxos",
  component: lazyRouteComponent(() => import("./routes/flows"), "FlowsRoute"),
});

const flowBuilder = createRoute({
  getParentRoute: () => signedIn,
  path: "/fluxos/$flowId",
  component: lazyRouteComponent(() => import("./routes/flow-builder"), "FlowBuilderRoute"),
});

const routeTree = root.addChildren([
  signIn,
  signedIn.addChildren([home, overview, inbox.addChildren([conversation]), flows, flowBuilder, deadLetters]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  defaultNotFoundComponent: UnknownScreen,
  defaultErrorComponent: BrokenScreen,
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

/** Only a path of this site may be returned to after sign-in. */
function isLocalPath(value: unknown): value is string {
  return typeof value === "string" && /^\/(?![/\\])/.test(value);
}
