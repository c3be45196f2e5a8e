/** What is the organization called, where is it, and how does the bot behave there? */
import { useState } from "react";

import type { Organization } from "@/api/settings";
import { useMay } from "@/api/use-may";
import { Button } from "@/ui/button";

import { useChangeOrganization } from "../mutations";
import { useOrganization } from "../queries";
import { Labelled, Loaded, Panel, Screen, Select, TextInput } from "./parts";

const CONSENTS = [
  ["ask", "Perguntar antes de tudo"],
  ["on_reply", "Avisar na primeira resposta"],
  ["off", "Não pedir"],
] as const;
const RETURNS = [
  ["", "Só quando alguém devolver"],
  ["15", "Após 15 minutos sem uma pessoa"],
  ["60", "Após 1 hora"],
  ["240", "Após 4 horas"],
  ["720", "Após 12 horas"],
  ["1440", "Após 24 horas"],
] as const;

export function OrganizationPage() {
  const organization = useOrganization();
  return (
    <Screen title="Organização">
      <Panel>
        <Loaded query={organization}>{(found) => <Form key={JSON.stringify(found)} organization={found} />}</Loaded>
      </Panel>
    </Screen>
  );
}

function Form({ organization }: { organization: Organization }) {
  const mayChange = useMay("organization:write");
  const change = useChangeOrganization();
  const [name, setName] = useState(organization.name);
  const [zone, setZone] = useState(organization.time_zone);
  const [consent, setConsent] = useState(organization.consent);
  const [returns, setReturns] = useState(String(organization.bot_returns_after_minutes ?? ""));
  const known = RETURNS.some(([value]) => value === returns);
  return (
    <form
      className="p-4"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ name, time_zone: zone, consent: consent as "ask" | "on_reply" | "off", bot_returns_after_minutes: returns === "" ? null : Number(returns) });
      }}
    >
      <fieldset disabled={!mayChange} className="flex max-w-120 flex-col gap-4">
        <Labelled label="Nome">
          <TextInput required maxLength={120} value={name} onChange={(event) => setName(event.target.value)} data-testid="organization-name" />
        </Labelled>
        <Labelled label="Fuso horário" help="Dias, horários e relatórios seguem este fuso.">
          <Select choices={zones(organization.time_zone).map((one) => [one, one.replaceAll("_", " ")] as const)} value={zone} onChoose={setZone} />
        </Labelled>
        <Labelled label="Consentimento (LGPD)" help="Perguntando antes, a primeira mensagem é guardada e nada mais acontece até a resposta.">
          <Select choices={CONSENTS} value={consent} onChoose={setConsent} />
        </Labelled>
        <Labelled label="O bot volta a responder" help="Depois que uma pessoa assume e fica em silêncio.">
          <Select choices={known ? RETURNS : [...RETURNS, [returns, `Após ${returns} minutos`]]} value={returns} onChoose={setReturns} data-testid="bot-returns" />
        </Labelled>
        {mayChange && (
          <div>
            <Button look="primary" type="submit" busy={change.isPending} data-testid="save-organization">
              Salvar
            </Button>
          </div>
        )}
      </fieldset>
    </form>
  );
}

/** Brazil's first: almost everybody is there. */
function zones(current: string): string[] {
  const brazil = ["America/Sao_Paulo", "America/Manaus", "America/Cuiaba", "America/Fortaleza", "America/Recife", "America/Bahia", "America/Belem", "America/Campo_Grande", "America/Porto_Velho", "America/Boa_Vista", "America/Rio_Branco", "America/Noronha"];
  return [...new Set([...brazil, current, ...Intl.supportedValuesOf("timeZone")])];
}
