import "server-only";
import Bowser from "bowser";

/** Browser and system without their versions, by which a device is known again after an update. */
export function describeBrowser(userAgent: string | null): string | undefined {
  if (!userAgent) return undefined;
  const { browser, os } = Bowser.parse(userAgent);
  return [browser.name ?? userAgent.slice(0, 60), os.name].filter(Boolean).join(" · ");
}

/** What a person would call the browser behind a User-Agent: "Firefox 140 on Windows". */
export function describeDevice(userAgent: string | null): string | undefined {
  if (!userAgent) return undefined;
  const { browser, os } = Bowser.parse(userAgent);
  if (!browser.name) return userAgent.slice(0, 60);
  const version = browser.version?.split(".")[0];
  const program = version ? `${browser.name} ${version}` : browser.name;
  return os.name ? `${program} · ${os.name}` : program;
}
