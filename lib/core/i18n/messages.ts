import type en from "@/messages/en";
import type { Language } from "./languages";

export type Messages = typeof en;

const loaders: Record<Language, () => Promise<{ default: Messages }>> = {
  en: () => import("@/messages/en"),
  de: () => import("@/messages/de"),
};

export async function loadMessages(language: Language): Promise<Messages> {
  return (await loaders[language]()).default;
}
