/** /contatos/{id} */
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect } from "react";

import { PersonPage } from "@/features/contacts/components/person-page";

export function ContactRoute() {
  const navigate = useNavigate();
  const { contactId } = useParams({ from: "/signed-in/contatos/$contactId" });
  useEffect(() => {
    document.title = "Contato · Recado";
  }, []);
  return (
    <PersonPage
      id={contactId}
      onBack={() => void navigate({ to: "/contatos" })}
      onPerson={(id) => void navigate({ to: "/contatos/$contactId", params: { contactId: id } })}
      onConversation={(conversationId) => void navigate({ to: "/whatsapp/conversas/$conversationId", params: { conversationId } })}
    />
  );
}
