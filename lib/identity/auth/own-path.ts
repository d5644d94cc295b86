const placeholder = "https://own.invalid";

/**
 * A path of this site to go to after login, or the fallback for anything that leads elsewhere:
 * other hosts, `//host`, backslashes, control characters, encoded forms of these.
 */
export function ownPath(wanted: string | undefined | null, fallback: string): string {
  if (!wanted?.startsWith("/")) return fallback;
  const path = wanted.replace(/[?#].*/s, "");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
  if (/[\\\u0000-\u0020\u007f]/.test(wanted) || isSuspicious(path)) return fallback;
  const url = new URL(wanted, placeholder);
  return url.origin === placeholder ? `${url.pathname}${url.search}` : fallback;
}

function isSuspicious(path: string): boolean {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
    return /^\/\/|[\\@\u0000-\u0020\u007f]/.test(decodeURIComponent(path)) || path.includes("//");
  } catch {
    return true;
  }
}
