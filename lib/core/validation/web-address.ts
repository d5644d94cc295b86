import { singleLineText } from "./problems";

/** An address that messages can be sent to, without a name and password in it. */
export const webAddress = singleLineText().max(500).refine(isWebAddress, { error: "webAddress" });

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username } = new URL(text);
  return (protocol === "https:" || protocol === "http:") && username === "";
}
