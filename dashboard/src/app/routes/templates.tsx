/** /ajustes/modelos */
import { TemplatesPage } from "@/features/templates/components/templates-page";

export const TemplatesRoute = TemplatesPage;
