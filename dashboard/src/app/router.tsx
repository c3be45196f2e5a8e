/** Which address shows which screen? */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";

import { sessionStore } from "@/api/session";

import { automationSearch } from "./automation-search";
import { handoffSearch } from "./handoff-search";
import { contactSearch } from "@/features/contacts/search";
import { understandingSearch } from "@/features/settings/understanding/tabs";

import { BrokenScreen, UnknownScreen } from "./routes/not-found";
import { SignInRoute } from "./routes/sign-in";
import { pipelineSearch } from "./pipeline-search";
import { inboxSearch, reportSearch } from "./search";
import { Shell } from "./shell/shell";

const root = createRootRoute({ component: Outlet, notFoundComponent: UnknownScreen });

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/entrar",
  validateSearch: (search: Record<string, unknown>): { volta?: string } => (isLocalPath(search.volta) ? { volta: search.volta } : {}),
  component: SignInRoute,
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/convite",
  component: lazyRouteComponent(() => import("./routes/invitation"), "InvitationRoute"),
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

const connections = createRoute({
  getParentRoute: () => signedIn,
  path: "/whatsapp/conexoes",
  component: lazyRouteComponent(() => import("./routes/connections"), "ConnectionsRoute"),
});

const conversation = createRoute({ getParentRoute: () => inbox, path: "$conversationId" });

const handoffs = createRoute({
  getParentRoute: () => signedIn,
  path: "/whatsapp/transbordos",
  validateSearch: handoffSearch,
  component: lazyRouteComponent(() => import("./routes/handoffs"), "HandoffsRoute"),
});

const delegation = createRoute({
  getParentRoute: () => signedIn,
  path: "/whatsapp/viviane",
  component: lazyRouteComponent(() => import("./routes/delegation"), "DelegationRoute"),
});

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: "/ajustes",
  component: lazyRouteComponent(() => import("./routes/settings"), "SettingsRoute"),
});

const settingsHome = createRoute({
  getParentRoute: () => settings,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/ajustes/organizacao" });
  },
});

const settingsRoute = <P extends string>(path: P, name: Exclude<keyof typeof import("./routes/settings"), "SettingsRoute">) =>
  createRoute({ getParentRoute: () => settings, path, component: lazyRouteComponent(() => import("./routes/settings"), name) });

const organization = settingsRoute("organizacao", "OrganizationRoute");
const people = settingsRoute("pessoas", "PeopleRoute");
const teams = settingsRoute("equipes", "TeamsRoute");
const hours = settingsRoute("horarios", "HoursRoute");
const csat = settingsRoute("satisfacao", "CsatRoute");
const channels = settingsRoute("canais", "ChannelsRoute");
const apiKeys = settingsRoute("chaves", "KeysRoute");
const secrets = settingsRoute("segredos", "SecretsRoute");
const webhooks = settingsRoute("webhooks", "WebhooksRoute");
const audit = settingsRoute("auditoria", "AuditRoute");

const deadLetters = createRoute({
  getParentRoute: () => settings,
  path: "fila-morta",
  component: lazyRouteComponent(() => import("./routes/dead-letters"), "DeadLettersRoute"),
});

const quickReplies = createRoute({
  getParentRoute: () => settings,
  path: "respostas-rapidas",
  component: lazyRouteComponent(() => import("./routes/quick-replies"), "QuickRepliesRoute"),
});

const templates = createRoute({
  getParentRoute: () => settings,
  path: "modelos",
  component: lazyRouteComponent(() => import("./routes/templates"), "TemplatesRoute"),
});

const understanding = createRoute({
  getParentRoute: () => settings,
  path: "entendimento",
  validateSearch: understandingSearch,
  component: lazyRouteComponent(() => import("./routes/understanding"), "UnderstandingRoute"),
});

const reports = createRoute({
  getParentRoute: () => signedIn,
  path: "/relatorios",
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import("./routes/reports"), "ReportsRoute"),
});

const contacts = createRoute({
  getParentRoute: () => signedIn,
  path: "/contatos",
  validateSearch: contactSearch,
  component: lazyRouteComponent(() => import("./routes/contacts"), "ContactsRoute"),
});

const contactDuplicates = createRoute({
  getParentRoute: () => signedIn,
  path: "/contatos/duplicados",
  component: lazyRouteComponent(() => import("./routes/contacts"), "DuplicatesRoute"),
});

const contactImport = createRoute({
  getParentRoute: () => signedIn,
  path: "/contatos/importar",
  component: lazyRouteComponent(() => import("./routes/contacts"), "ImportRoute"),
});

const contact = createRoute({
  getParentRoute: () => signedIn,
  path: "/contatos/$contactId",
  component: lazyRouteComponent(() => import("./routes/contact"), "ContactRoute"),
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

const automations = createRoute({
  getParentRoute: () => signedIn,
  path: "/automacoes",
  component: lazyRouteComponent(() => import("./routes/automations"), "AutomationsRoute"),
});

const automation = createRoute({
  getParentRoute: () => signedIn,
  path: "/automacoes/$automationId",
  validateSearch: automationSearch,
  component: lazyRouteComponent(() => import("./routes/automations"), "AutomationRoute"),
});

const pipeline = createRoute({
  getParentRoute: () => signedIn,
  path: "/funil",
  validateSearch: pipelineSearch,
  component: lazyRouteComponent(() => import("./routes/pipeline"), "PipelineRoute"),
});

const routeTree = root.addChildren([
  signIn,
  invitation,
  signedIn.addChildren([home, overview, connections, inbox.addChildren([conversation]), handoffs, delegation, contacts, contactDuplicates, contactImport, contact, pipeline, flows, flowBuilder, automations, automation, reports,
    settings.addChildren([settingsHome, organization, people, teams, hours, csat, channels, apiKeys, secrets, webhooks, audit, deadLetters, quickReplies, templates, understanding]),
  ]),
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
