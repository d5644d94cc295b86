import { z } from "../validation/problems";

export const saveAuditStreamInput = z.object({
  url: z.string().trim().max(500).refine(isWebAddress, { error: "webAddress" }),
});

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username } = new URL(text);
  return (protocol === "https:" || protocol === "http:") && username === "";
}
