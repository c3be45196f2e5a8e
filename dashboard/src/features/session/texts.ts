/** What does sign-in say? */
import type { Sentences } from "@/api/texts";

export const sentences: Sentences = {
  wrong_credentials: "E-mail ou senha não conferem. Confira os dois e tente de novo.",
  totp_required: "O código não confere ou já expirou. Use o mais recente do aplicativo.",
  invitation_gone: "O convite já foi usado, foi retirado ou passou do prazo. Peça outro a quem administra a organização.",
  weak_password: "Escolha uma senha mais difícil de adivinhar, com pelo menos 8 caracteres.",
  sign_in_busy: "Muita gente entrando agora. Tente de novo em alguns segundos.",
  too_many_attempts: (data) => `Muitas tentativas. Tente de novo ${wait(data.retry_after_s)}.`,
};

export const roleNames: Record<string, string> = {
  platform: "Plataforma",
  super_admin: "Plataforma",
  org_admin: "Administração",
  operator: "Operação",
  agent: "Atendimento",
  viewer: "Somente leitura",
};

function wait(seconds: unknown): string {
  if (typeof seconds !== "number") return "em alguns minutos";
  return seconds < 90 ? `em ${Math.ceil(seconds)} segundos` : `em ${Math.ceil(seconds / 60)} minutos`;
}
