import { Invalid } from "../errors";

/** Reads JSON that somebody else has sent. @throws Invalid for a text that is none */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Invalid({ body: "format" });
  }
}
